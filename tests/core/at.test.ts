import { expect, test } from 'vitest';
import { at, last } from '../../src/core/at.ts';

test('at gives the value at an index, of any array-like', () => {
  expect(at(['a', 'b'], 1)).toBe('b');
  expect(at(new Uint8Array([7]), 0)).toBe(7);
  expect(last([1, 2, 3])).toBe(3);
});

test.each([2, -1, 0.5, Number.NaN])('at throws for the index %s, and names it and the length', (index) => {
  expect(() => at(['a', 'b'], index)).toThrow(new RangeError(`There is no index ${index} among 2 values.`));
});

test('last throws where there is no value', () => {
  expect(() => last([])).toThrow(RangeError);
});
