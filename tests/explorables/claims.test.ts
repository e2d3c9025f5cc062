import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explorables } from '../../src/explorables/explorables.ts';
import type { View } from '../../src/explorables/kit/explorable.ts';
import { cases } from '../depth.ts';
import { arbitraryState } from './arbitrary-state.ts';
import { shownRelations, skippedRelations } from './shown-equations.ts';

/** Relations that have letters or words on a side, so that their numbers alone do not tell whether they hold. */
const withLetters: Readonly<Record<string, readonly (readonly [form: RegExp, why: string])[]>> = {
  basins: [
    [/^(\\text\{next \} x =|x -) .*\\text\{rate\} \\cdot \\text\{slope\}/, 'the rule, whose numbers stand below it'],
  ],
  'chain-rule': [[/\\mathord\{\?\}/, 'not computed yet']],
  'contour-walk': [[/^\\text\{climb\} = |^\\frac\{\\text\{climb\}\}/, 'names for what stands to their right']],
  'deep-chain': [[/^\\text\{(factor|rate)\} = /, 'a name for the product to its right']],
  'descent-1d': [
    [/^(\\text\{next \} x =|x -) .*\\text\{rate\} \\cdot \\text\{slope\}/, 'the rule, whose numbers stand below it'],
  ],
  'difference-error': [
    [/^\\text\{(method|error, measured)\}/, 'names of numbers that the readouts show, which NumPy judges'],
  ],
  halving: [[/^\\text\{(middle|slope)\} = /, 'a name for what stands to its right']],
  'ill-conditioning': [[/^\\text\{factor along \} [xy] = 1/, 'a name for the product to its right']],
  'loss-dial': [[/^\\text\{loss\} = /, 'a name for the fraction to its right']],
  neuron: [
    [/^z = /, 'a name for the sum to its right'],
    [/^a = \\tanh|^\\tanh/, 'an answer that the claims compute again'],
    [/^\\text\{(rate at|for) \}/, 'a name for the product to its right'],
  ],
  'partial-slices': [
    [/^[xy] (=|\\approx) .*\\text\{slope \}/, 'a formula that is left, checked by `binds its letters`'],
  ],
  'paths-add': [[/^\\text\{(rate|moved)\} = /, 'a name for what stands to its right']],
  'polynomial-fit': [
    [/^\\hat y = /, 'a polynomial, whose parameters the ledger shows and NumPy judges'],
    [/^\\text\{(train|test) error\} = /, 'names of numbers that the readouts show, which NumPy judges'],
  ],
  'rate-regimes': [[/^\\text\{(factor|next \} x)/, 'a name for the product to its right']],
  regression: [
    [/^\\text\{(loss\}|next \} [mb]) = /, 'a name for what stands to its right'],
    [/^[mb] - .*\\text\{slope\} = /, 'numbers too long for their line, which the readouts show'],
    [/\\sum \\text\{error\}\^2 = /, 'a sum over fifty points; the readouts show it, and NumPy judges'],
  ],
  residuals: [
    [/^\\hat y = /, 'the fit, whose predictions the ledger shows and NumPy judges'],
    [/\\text\{mean of \}/, 'a name for the root to its right'],
  ],
  saddle: [[/^\\text\{factor along \} [xy] = 1/, 'a name for the product to its right']],
  'secant-tangent': [
    [/^\\frac\{f\(x \{\+\} h\) \{-\} f\(x\)\}\{h\} = /, 'a name for the quotient to its right'],
    [/^\\text\{by the rules\} = /, 'a name for the derivative to its right'],
    [/no value here|no number|\\mathord\{\?\}/, 'there is no number'],
    [
      /(?:x|\\,).* = -?[\d.]+( \\times 10\^\{-?\d+\})?$/,
      'the derivative at x, checked by the claims with one written by hand',
    ],
  ],
  'steepest-direction': [[/^\\nabla f \\cdot \\mathbf\{u\} = /, 'a name for the sum to its right']],
  'two-vectors': [[/^a \\cdot b = |\\mathord\{\?\}|^\\cos\\theta = /, 'names for what stands to their right']],
};

const all = await Promise.all(Object.values(explorables).map((load) => load()));

/** Every state of every control, at its first, last and any other step, with its question open and answered. */
const states = cases(20, 400);

const textsOf = (view: View) => [view.sentence, view.note ?? '', ...view.readouts.map(({ value }) => value)];

describe.each(all)('$id', ({ id, controls, scene }) => {
  const shown = fc.record({ state: arbitraryState(controls), part: fc.double({ min: 0, max: 1, noNaN: true }) });
  const each = (check: (view: View, cells: readonly string[], where: string) => void) =>
    fc.assert(
      fc.property(shown, ({ state, part }) => {
        const { lastStep, view, ledger } = scene(state);
        for (const step of new Set([0, Math.round(part * lastStep), lastStep])) {
          const cells = ledger?.row(Math.min(step, ledger.length - 1)) ?? [];
          check(view(step), cells, `${JSON.stringify(state)} at step ${step}`);
        }
      }),
      { numRuns: states },
    );

  // One test and not three: to run the model of a state takes longer than to read what it says.
  it('has equations that are true for the displayed numbers or use ≈, every relation read or listed, and plain numbers', () => {
    each((view, cells, where) => {
      requireTrueEquations(view.equation, where);
      for (const text of skippedRelations(view.equation)) {
        const listed = withLetters[id]?.some(([form]) => form.test(text)) ?? false;
        expect(listed, `${text}, ${where}`).toBe(true);
      }
      // No negative zero, no exponent of a program.
      for (const text of [...textsOf(view), ...cells, view.equation]) {
        expect(text, where).not.toMatch(/[-−]0(?:\.0+)?(?![\d.])/);
        expect(text, where).not.toMatch(/\d[eE][-+−]?\d/);
      }
    });
  });
});

function requireTrueEquations(equation: string, where: string): void {
  for (const { text, exact, left, right, unit, slack } of shownRelations(equation)) {
    const off = Math.abs(left - right);
    // What `≈` stands for is digits that are left out, and a float's noise, and nothing more.
    const bound = exact ? Math.max(unit / 2, 1e-12 * Math.abs(right)) * (1 + 1e-6) : 1.1 * slack + 1e-11;
    expect(off, `${text}, ${where}`).toBeLessThanOrEqual(bound);
  }
}

it('binds the letters of the formulas that are left of a surface', () => {
  const slices = all.find(({ id }) => id === 'partial-slices');
  const number = String.raw`(-?[\d.]+)`;
  for (const at of [
    [1, 2],
    [-1.5, 0.5],
    [2.5, -2],
  ] as const) {
    const { equation } = slices?.scene({ at, f: 'bowl' }).view(0) ?? { equation: '' };
    const [alongX = '', alongY = ''] = skippedRelations(equation);
    const [, y, rest, slopeX] = new RegExp(`^y = ${number}: x\\^2 \\+ ${number} .*\\{${number}\\}`).exec(alongX) ?? [];
    const [, x, square, slopeY] =
      new RegExp(`^x = ${number}: ${number} \\+ 3y\\^2 .*\\{${number}\\}`).exec(alongY) ?? [];
    expect([x, y].map(Number)).toEqual([...at]);
    expect([square, rest].map(Number)).toEqual([at[0] ** 2, 3 * at[1] ** 2]);
    expect([slopeX, slopeY].map(Number)).toEqual([2 * at[0], 6 * at[1]]);
  }
});

it('reads an equation with its terms, as the explorables write them', () => {
  for (const { id, initial, scene } of all) {
    const { equation } = scene(initial.state).view(initial.step);
    const without = ['broadcasting', 'difference-error', 'partial-slices', 'polynomial-fit'].includes(id);
    const read = shownRelations(equation).filter(({ left, right }) => Number.isFinite(left - right));
    expect(read.length > 0 || without || equation.includes('mathord{?}'), `${id}: ${equation}`).toBe(true);
  }
});
