import { readFileSync } from 'node:fs';
import type { Example } from '../../examples/example.ts';
import { runs } from '../../examples/example-digest.ts';
import type { FormulaClaim } from '../../examples/formula-claim.ts';
import type { Binding } from '../../examples/formula-where.ts';
import type { Statement } from '../../formulas/formula-tree.ts';
import { isAboutSteps } from '../../formulas/is-about-steps.ts';
import type { SessionRequest } from '../../python/engine.ts';
import type { ExtractedLesson } from '../read/lesson.ts';

/** A session that runs an example once more, without its output, and compares its formulas with it. */
export interface FormulaRequest {
  readonly formulas: readonly FormulaClaim[];
  /** The code of the examples, and the expressions of the bindings. */
  readonly written: string;
  readonly request: SessionRequest;
}

/** Our modules in Python, each after those that it imports. */
const modules = ['formula_values', 'formula_steps', 'formula_point', 'formula_claims'].map(
  (name) => [name, readFileSync(new URL(`./${name}.py`, import.meta.url), 'utf8')] as const,
);

/** Makes the modules known, without a name in the namespace of the examples. */
const program = `
import sys, types
for name, code in ${JSON.stringify(modules)}:
    sys.modules[name] = module = types.ModuleType(name)
    exec(code, module.__dict__)
start, check = module.start, module.check
`;

/** The same in each session: the text is large. */
const start = `__formulas__ = {}\nexec(${literal(program)}, __formulas__)\n`;

/**
 * The sessions that compare formulas with examples: one for each example that a formula names. The formulas have a session
 * of their own, so that they cannot change what the examples print.
 *
 * @param only the id of the one example whose formulas are compared
 */
export function formulaRequests(extracted: ExtractedLesson, only?: string): FormulaRequest[] {
  const { examples, formulas, statements } = extracted;
  const readable = formulas.flatMap((claim, i) => {
    const states = statements[i] ?? [];
    return states.length > 0 ? [{ claim, states }] : [];
  });
  const groups = Map.groupBy(readable, ({ claim }) => claim.of);
  return [...groups].flatMap(([of, group]) => {
    const example = examples.find(({ id }) => id === of);
    if (!example || !runs(example) || (only !== undefined && only !== of)) return [];
    return [requestFor(example, earlier(example, examples), group)];
  });
}

/** The examples that run before it in its session. */
function earlier(example: Example, examples: readonly Example[]): Example[] {
  return examples.slice(0, examples.indexOf(example)).filter((one) => one.session === example.session && runs(one));
}

interface Readable {
  readonly claim: FormulaClaim;
  readonly states: readonly Statement[];
}

function requestFor(example: Example, before: readonly Example[], group: readonly Readable[]): FormulaRequest {
  const claims = group.map(({ claim, states }) => ({
    ...dataOf(claim.where),
    claim,
    states,
    steps: isAboutSteps(states),
  }));
  // Formulas about the same steps share the record of them.
  const watches = [...new Set(claims.filter(({ steps }) => steps).map(watchOf))];
  const code = `${start}__formulas__["start"](globals(), ${literal(example.code.text)}, [${watches.join(', ')}])\n`;
  const values = claims.map((one) => ({
    expr: `__formulas__["check"](${literal(requestText(one, watches.indexOf(watchOf(one))))})`,
    format: '',
  }));
  return {
    formulas: group.map(({ claim }) => claim),
    written: [...before, example]
      .map((one) => one.code.text)
      .concat(claims.flatMap(({ bindings }) => Object.values(bindings)))
      .join('\n'),
    request: { blocks: [...before.map((one) => ({ code: one.code.text, values: [] })), { code, values }] },
  };
}

type ClaimData = ReturnType<typeof dataOf> & { readonly states: readonly Statement[]; readonly steps: boolean };

function requestText({ states, bindings, free, steps }: ClaimData, watch: number): string {
  const statements = states.map(({ sides, relations }) => ({ sides: sides.map(({ tree }) => tree), relations }));
  return JSON.stringify({ statements, bindings, free, steps, watch });
}

/** The steps that a formula is about, as a Python expression: of text and records JSON is Python. */
function watchOf({ claim, bindings }: Readable & ReturnType<typeof dataOf>): string {
  return JSON.stringify({ function: claim.in ?? '', bindings, returns: claim.returns ?? '' });
}

function dataOf(where: readonly Binding[]) {
  return {
    bindings: Object.fromEntries(where.flatMap((one) => (one.is === 'bound' ? [[one.name, one.expr]] : []))),
    free: where.flatMap((one) => (one.is === 'free' ? [one] : [])),
  };
}

/** A text as a Python string. */
function literal(text: string): string {
  return JSON.stringify(text);
}
