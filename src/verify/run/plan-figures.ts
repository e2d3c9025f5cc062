import { fileURLToPath } from 'node:url';
import type { Example } from '../../examples/example.ts';
import { runs } from '../../examples/example-digest.ts';
import type { SessionRequest } from '../../python/engine.ts';
import type { Lesson } from '../read/lesson.ts';

/** A session that draws, to be run natively with the recorder in place of Matplotlib. */
export interface FigureRequest {
  /** The example of each block after the first. */
  readonly drawing: readonly Example[];
  readonly written: string;
  readonly request: SessionRequest;
}

const recorder = fileURLToPath(new URL('../../python/packages/matplotlib', import.meta.url));

/** Puts the recorder in the place of Matplotlib, if that was imported already. NumPy stays that of the machine. */
const install = `
import importlib.util, sys
for name in [name for name in sys.modules if name.split(".")[0] in ("matplotlib", "mpl_toolkits")]:
    del sys.modules[name]
spec = importlib.util.spec_from_file_location(
    "matplotlib", ${JSON.stringify(`${recorder}/__init__.py`)}, submodule_search_locations=[${JSON.stringify(recorder)}]
)
sys.modules["matplotlib"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(sys.modules["matplotlib"])
`;

const draws = /^[ \t]*(?:import|from)[ \t]+matplotlib\b/m;

/** The sessions of a lesson that draw, for engines that have no recorder of their own. */
export function figureRequests({ extracted, pins }: Lesson, only?: string): FigureRequest[] {
  if (pins === undefined) return [];
  const sessions = Map.groupBy(extracted.examples.filter(runs), ({ session }) => session);
  return [...sessions.values()].flatMap((members) => {
    const wanted = only === undefined ? members : members.slice(0, members.findIndex(({ id }) => id === only) + 1);
    const written = wanted.map(({ code }) => code.text).join('\n');
    if (!draws.test(written)) return [];
    const blocks = [install, ...wanted.map(({ code }) => code.text)].map((code) => ({ code, values: [] }));
    return [{ drawing: wanted, written, request: { blocks } }];
  });
}
