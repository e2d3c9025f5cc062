import { expect, test } from 'vitest';
import { orZero } from '../../src/numeric/or-zero.ts';

test('what cancels up to its last bits is exactly 0, and what is merely small stays', () => {
  expect(0.1 + 0.2 - 0.3).not.toBe(0);
  expect(orZero(0.1 + 0.2 - 0.3, [0.1, 0.2, 0.3])).toBe(0);
  expect(orZero(1e-9, [0.3, -0.3])).toBe(1e-9);
  expect(orZero(-0, [])).toBe(0);
});
