import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbeddedHost } from '../../src/python/embedded/embedded-host.ts';
import { type BlockResult, defaultLimits, type Engine } from '../../src/python/engine.ts';
import { prepareRuntime } from '../../src/python/interpreter/runtime-folder.ts';
import { startNativeHost } from '../../src/python/native/native-host.ts';
import { machinePythons } from './machine-pythons.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every Python of this machine that has NumPy, and the one in the page: their words differ. */
export async function explainingEngines(): Promise<Engine[]> {
  const pythons = machinePythons.filter(({ numpy }) => numpy !== null);
  if (pythons.length === 0) throw new Error('No Python with NumPy was found. `npm test` sets one up.');
  const embedded = startEmbeddedHost(await prepareRuntime(join(root, '.cache', 'python')));
  return [...pythons.map((python) => startNativeHost(python, ['numpy'])), embedded];
}

const forget = 'for _name in [*globals()]:\n    if not _name.startswith("__"):\n        del globals()[_name]\n';

/**
 * Runs each group of blocks as if it were alone, and gives the result of its last block. All share one interpreter, which
 * forgets its names in between: to start one for each would take minutes.
 */
export async function runEach(engine: Engine, groups: readonly (readonly string[])[]): Promise<BlockResult[]> {
  const blocks = groups.flatMap((codes) => [forget, ...codes.map((code) => `${code}\n`)]);
  const [results = []] = await engine.run([{ blocks: blocks.map((code) => ({ code, values: [] })) }], defaultLimits);
  const last = groups.map((_, i) => groups.slice(0, i + 1).reduce((sum, codes) => sum + 1 + codes.length, -1));
  return last.map((at) => {
    const result = results[at];
    if (!result) throw new Error('A block has no result.');
    return result;
  });
}
