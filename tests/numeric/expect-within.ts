import { expect } from 'vitest';
import { at } from '../../src/core/at.ts';

/**
 * Numbers are what another machine computed, each to within its own error as the fixture has it. Where the error is 0
 * they are equal to the bit, the sign of a zero aside: nothing but + − × ÷ √ made them.
 */
export function expectWithin(
  actual: readonly number[],
  expected: readonly number[],
  errors: readonly number[],
  where = '',
): void {
  expect([actual.length, errors.length]).toEqual([expected.length, expected.length]);
  const apart = actual.filter((value, i) => !isWithin(value, at(expected, i), at(errors, i)));
  expect(apart, where).toEqual([]);
}

function isWithin(actual: number, expected: number, error: number): boolean {
  return actual === expected || Object.is(actual, expected) || Math.abs(actual - expected) <= error;
}
