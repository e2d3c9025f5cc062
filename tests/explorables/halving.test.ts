import { expect, test } from 'vitest';
import { halving } from '../../src/explorables/halving.ts';
import { outputOf } from './output-of.ts';

const { state } = halving.initial;
const scene = halving.scene(state);

test('the interval at first is the one that its example prints', () => {
  const [low, high] = scene.view(3).readouts.map(({ value }) => value);
  expect(outputOf('guide/02-derivatives', 'halving')).toContain(`the bottom is between ${low} and ${high}`);
});

test('each halving leaves half of the width, and 1.3 is always inside', () => {
  const rows = Array.from({ length: 11 }, (_, step) => scene.ledger?.row(step) ?? []);
  rows.forEach(([, low, high, width], step) => {
    expect(Number(width)).toBeCloseTo(5 / 2 ** step, 4);
    expect(Number(low?.replace('−', '-'))).toBeLessThanOrEqual(1.3);
    expect(Number(high)).toBeGreaterThanOrEqual(1.3);
  });
});

test('a middle that is the bottom ends the search', () => {
  const found = halving.scene({ low: 0.6, high: 2 });
  expect([found.lastStep, found.prediction]).toEqual([0, undefined]);
  expect(found.view(0).sentence).toContain('so the middle is the bottom');
});
