import { expect, test } from 'vitest';
import { gradientDescent1d } from '../../../src/numeric/descent/gradient-descent-1d.ts';
import { settledAt } from '../../../src/numeric/descent/settled-at.ts';
import { quartic } from '../../../src/numeric/functions/functions-of-one.ts';

test.each([
  [3, 0.01],
  [3, 0.04],
  [-0.5, 0.01],
  [0, 0.01],
  [3, 0.1],
  [-2.2, 0.19],
])('from %s with the rate %s it ends exactly where the whole walk does', (start, rate) => {
  const rule = { steps: 200, limit: 1e6 };
  expect(settledAt(quartic, start, rate, rule)).toBe(
    gradientDescent1d(quartic, start, rate, rule).path.at(-1)?.position,
  );
});
