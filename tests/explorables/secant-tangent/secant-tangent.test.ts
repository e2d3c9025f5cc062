import { expect, test } from 'vitest';
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
