import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormulaClaim } from '../../src/examples/formula-claim.ts';
import { FormulaError, type Statement } from '../../src/formulas/formula-tree.ts';
import { readFormula } from '../../src/formulas/read-formula.ts';
import { defaultLimits } from '../../src/python/engine.ts';
import { startNativeHost } from '../../src/python/native/native-host.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import type { ExtractedLesson } from '../../src/verify/read/lesson.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';
import { formulaRequests } from '../../src/verify/run/plan-formulas.ts';
import { machinePythons } from '../python/machine-pythons.ts';
import { formulaMutants } from './formula-mutants.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Changes of a formula that are right as well, with the reason. */
const alsoRight: readonly { readonly because: string; readonly of: string; readonly changes: readonly string[] }[] = [
  {
    because: 'The square of 2 and its slope at 2 are both 4.',
    of: "content/guide/04-chain-rule.mdx#travelling-nudge: f'(2) = 4",
    changes: ["prime at 1: ' → nothing"],
  },
  {
    because: 'The step between them adds 3, with the slope 1: both values have the same rates.',
    of: 'content/guide/04-chain-rule.mdx#backward-pass: \\frac{dh}{dx} = \\frac{dh}{dv_2} \\cdot \\frac{dv_2}{dv_1} \\cdot \\frac{dv_1}{dx} = 2v_2 \\cdot 1 \\cdot 2 = 4(2x + 3)',
    changes: ['index at 28: _2 → _1', 'index at 46: _2 → _1', 'index at 52: _1 → _2', 'index at 70: _1 → _2'],
  },
  {
    because: 'It is a label under a brace, and no part of the product.',
    of: 'content/guide/04-chain-rule.mdx#hidden-layer: \\frac{\\partial\\,\\text{loss}}{\\partial w_{12}} = \\underbrace{2\\,(\\text{out} - y)}_{\\text{loss}} \\cdot \\underbrace{(1 - \\text{out}^2)}_{\\text{outer tanh}} \\cdot \\underbrace{v_1}_{\\text{to } a_1} \\cdot \\underbrace{(1 - a_1^2)}_{\\text{inner tanh}} \\cdot \\underbrace{x_2}_{\\text{to } w_{12}}',
    changes: ['index at 189: _1 → _2', 'index at 280: _{12} → _{21}'],
  },
  {
    because: 'The bottom of the parabola in the example is at 0, which has no sign.',
    of: "content/guide/05-gradient-descent.mdx#one-rate: x_{k+1} - x^\\ast = (1 - \\eta f'')\\,(x_k - x^\\ast)",
    changes: ['sign at 8: - → +', 'sign at 40: - → +'],
  },
];
const listed = alsoRight.flatMap(({ of, changes }) => changes.map((change) => `${of}: ${change}`));

interface Tried {
  readonly name: string;
  readonly claim: FormulaClaim;
  readonly states: readonly Statement[] | undefined;
}

const lessons = findLessons(['content'], root).map(({ file }) =>
  readLesson(file, readFileSync(join(root, file), 'utf8')),
);
const tried = lessons.map(({ file, extracted }) => {
  const tied = extracted.formulas.filter(({ of }) => of !== undefined);
  const mutants = tied.flatMap((claim): Tried[] =>
    formulaMutants(claim.tex).map(({ tex, change }) => ({
      name: `${file}#${claim.of}: ${claim.tex.replace(/\s+/g, ' ')}: ${change}`,
      claim: { ...claim, tex },
      states: statesOf(tex),
    })),
  );
  return { extracted, tied, mutants };
});
const all = tried.flatMap(({ mutants }) => mutants);
let survivors: readonly string[] = [];
let wrong: readonly string[] = [];

function statesOf(tex: string): readonly Statement[] | undefined {
  try {
    return readFormula(tex);
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

/** The formulas in place of those of the lesson. */
function withFormulas(extracted: ExtractedLesson, some: readonly Tried[]): ExtractedLesson {
  return {
    ...extracted,
    formulas: some.map(({ claim }) => claim),
    statements: some.map(({ states }) => states ?? []),
  };
}

beforeAll(async () => {
  const python = machinePythons.find(({ numpy, matplotlib }) => numpy !== null && matplotlib !== null);
  if (!python) throw new Error('No Python with NumPy was found. `npm test` sets one up.');
  const asked = tried.flatMap(({ extracted, tied, mutants }) => {
    const own = tied.map((claim): Tried => ({ name: claim.tex, claim, states: statesOf(claim.tex) }));
    const some = [...own, ...mutants.filter(({ states }) => states !== undefined)];
    return formulaRequests(withFormulas(extracted, some)).map(({ request, formulas }) => ({
      request,
      own,
      tried: formulas.map((claim) => some.find((one) => one.claim === claim) as Tried),
    }));
  });
  const host = startNativeHost(python, ['numpy', 'matplotlib.pyplot']);
  const results = await host.run(
    asked.map(({ request }) => request),
    { ...defaultLimits, seconds: 120 },
  );
  await host.close();
  const agree = asked.flatMap((one, i) =>
    one.tried.filter((_, j) => {
      const value = results[i]?.at(-1)?.values[j];
      return value !== undefined && 'text' in value && value.text === '';
    }),
  );
  const right = new Set(agree);
  survivors = all.filter((one) => right.has(one)).map(({ name }) => name);
  wrong = asked
    .flatMap(({ own, tried: here }) => here.filter((one) => own.includes(one) && !right.has(one)))
    .map(({ name }) => name);
});

describe('a formula with a sign, an index, a number, a prime or a transposed table changed', () => {
  it('comes from one that agrees with its example', () => {
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(200);
  });

  it('does not agree, or is listed with the reason why it is right', () => {
    expect(survivors.filter((name) => !listed.includes(name))).toEqual([]);
  });

  it('is not listed where it differs, or no longer exists', () => {
    expect(listed.filter((name) => !survivors.includes(name))).toEqual([]);
  });
});
