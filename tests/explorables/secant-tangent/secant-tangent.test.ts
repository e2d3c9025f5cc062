import { expect, test } from 'vitest';
import { measureSecants } from '../../../src/explorables/secant-tangent/measure-secants.ts';
import { secantTangent } from '../../../src/explorables/secant-tangent/secant-tangent.ts';
import { outputOf } from '../output-of.ts';

const scene = secantTangent.scene(secantTangent.initial.state);

test('every tenth row of the ledger is a row that the example prints', () => {
  const [, ...printed] = outputOf('guide/02-derivatives', 'shrinking-nudge').trimEnd().split('\n');
  const rows = [0, 10, 20, 30, 40].map((step) => {
    const [h = '', up = '', down = ''] = scene.ledger?.row(step) ?? [];
    return `${h.padEnd(6)}  ${up}  ${down}`;
  });
  expect(rows).toEqual(printed);
});

test('for x² the slope is 2x + h, and the tangent by the rules 2x', () => {
  const { view } = secantTangent.scene({ f: 'x^2', x: -1.5, h: 0.5 });
  const value = (label: string) => view(0).readouts.find((one) => one.label === label)?.value;
  expect([value('slope, nudged up'), value('slope, nudged down'), value('slope, by the rules')]).toEqual([
    '−2.5000',
    '−3.5000',
    '−3.0000',
  ]);
});

test('a corner has no tangent, and the two sides are said', () => {
  const { view } = secantTangent.scene({ f: 'abs(x)', x: 0, h: 1 });
  expect(view(0).note).toBe(
    'There is no tangent at x = 0: from the left the slopes settle near −1.00, from the right near 1.00.',
  );
});

test('where the formula has no value, that is said', () => {
  expect(secantTangent.scene({ f: 'log(x)', x: -2, h: 1 }).view(0).note).toBe('The formula has no value at x = −2.');
});

test('the tangent is not given away while it is asked for', () => {
  const { readouts, sentence } = scene.view(0, { guess: 7 });
  expect(readouts.map(({ value }) => value)).not.toContain('6.0000');
  expect(sentence).not.toContain('6.0');
});

test('a line and a tangent of other slopes look different, also where a function is steep further out', () => {
  const { view, slope, exact } = measureSecants('x^4 - 3x^2 + 2', 1, 1);
  const [width, height] = [view.x, view.y].map(([low, high]) => high - low) as [number, number];
  // By how much of the picture's height they come apart over its width.
  expect((Math.abs(slope(1) - exact) * width) / height).toBeGreaterThan(0.5);
});

test.each(['x**2', 'x**3 - 3*x', 'sin(x)', 'exp(x)', 'abs(x)', '1/x'])(
  'of %s both points of the beginning are in the picture',
  (f) => {
    const { view, formula, x } = measureSecants(f, 3, 1);
    for (const at of [x, x + 1]) {
      expect(view.x[0] < at && at < view.x[1]).toBe(true);
      expect(view.y[0] < formula.value(at) && formula.value(at) < view.y[1]).toBe(true);
    }
  },
);
