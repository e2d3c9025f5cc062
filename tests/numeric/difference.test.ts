import { describe, expect, it, test } from 'vitest';
import { centralDifference } from '../../src/numeric/derivatives/central-difference.ts';
import { forwardDifference } from '../../src/numeric/derivatives/forward-difference.ts';
import { functionsOfOne, square } from '../../src/numeric/functions/functions-of-one.ts';
import { expectWithin } from './expect-within.ts';
import { fixture } from './fixture.ts';

interface Case {
  readonly name: string;
  readonly h: number;
  readonly x: readonly number[];
  readonly forward: readonly number[];
  readonly forwardError: readonly number[];
  readonly central: readonly number[];
  readonly centralError: readonly number[];
}

const methods = [
  ['forward', forwardDifference],
  ['central', centralDifference],
] as const;

describe.each(fixture<Case>('differences'))('$name with h = $h', ({ name, h, x, ...expected }) => {
  const f = functionsOfOne[name]?.value ?? (() => Number.NaN);

  it.each(methods)('gives the %s difference that CPython computes', (key, method) => {
    const actual = x.map((point) => method(f, point, h));
    expectWithin(actual, expected[key], expected[`${key}Error`]);
  });
});

/** The error of each method at its best h, over h = 10^-1, 10^-1.05, …, 10^-12, for sin at 1. */
function best(method: (f: (x: number) => number, x: number, h: number) => number) {
  const rows = Array.from({ length: 221 }, (_, i) => 10 ** (-1 - i / 20)).map((h) => {
    return { h, error: Math.abs(method(Math.sin, 1, h) - Math.cos(1)) };
  });
  const smoothed = rows.slice(4, -4).map(({ h }, i) => {
    return { h, error: Math.max(...rows.slice(i, i + 9).map(({ error }) => error)) };
  });
  return smoothed.reduce((a, b) => (b.error < a.error ? b : a));
}

describe('the error against h, for sin at 1', () => {
  it('is least near 1e-8 for the forward difference, whatever the luck of a single point', () => {
    const { h, error } = best(forwardDifference);
    expect(h).toBeGreaterThan(2e-9);
    expect(h).toBeLessThan(3e-8);
    expect(error).toBeGreaterThan(1e-9);
    expect(error).toBeLessThan(2e-8);
  });

  it('is least near 6e-6 for the central difference, far below the best forward one', () => {
    const { h, error } = best(centralDifference);
    expect(h).toBeGreaterThan(2e-6);
    expect(h).toBeLessThan(2e-5);
    expect(error).toBeLessThan(5e-11);
  });

  it.each(methods)('falls for the %s difference by its order until rounding takes over', (key, method) => {
    const error = (h: number) => Math.abs(method(Math.sin, 1, h) - Math.cos(1));
    const ratio = error(1e-2) / error(1e-3) / (key === 'forward' ? 10 : 100);
    expect(Math.abs(ratio - 1)).toBeLessThan(0.02);
    expect(error(1e-12)).toBeGreaterThan(1e-5);
  });
});

test('the defaults are near the best steps', () => {
  expect(Math.abs(forwardDifference(Math.sin, 1) - Math.cos(1))).toBeLessThan(2e-8);
  expect(Math.abs(centralDifference(Math.sin, 1) - Math.cos(1))).toBeLessThan(5e-11);
});

describe.each(methods)('the %s difference', (_, method) => {
  it.each([0, -0, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('refuses a step of %s', (h) => {
    const message = `the step h is ${h}, and nothing can be divided by that; write a small number, for example 1e-5`;
    expect(() => method(square.value, 1, h)).toThrow(new RangeError(message));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])('of x² at %s is NaN', (x) => {
    expect(method(square.value, x, 0.1)).toBeNaN();
  });

  it('does not hide that a step was lost in a large input', () => {
    expect(method(square.value, 1e12, 1e-5)).toBe(0);
  });
});

test('at a corner, one side gives its slope and both sides give the average', () => {
  expect(forwardDifference(Math.abs, 0, 1e-5)).toBe(1);
  expect(forwardDifference(Math.abs, 0, -1e-5)).toBe(-1);
  expect(centralDifference(Math.abs, 0, 1e-5)).toBe(0);
});
