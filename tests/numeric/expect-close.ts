import { expect } from 'vitest';

/** Two vectors agree to `digits` digits, counted from the first digit of the largest element expected. */
export function expectClose(actual: readonly number[], expected: readonly number[], digits: number): void {
  const size = Math.max(...expected.map(Math.abs));
  expect(actual.length).toBe(expected.length);
  actual.forEach((x, i) => {
    expect(Math.abs(x - (expected[i] ?? Number.NaN))).toBeLessThan(size * 10 ** -digits);
  });
}
