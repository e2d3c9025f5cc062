/** A fraction in lowest terms. A decimal stays one, over 1. */
export type Fraction = readonly [numerator: number, denominator: number];

/** Reduces a fraction. What a float adds to a decimal behind its 15th digit is rounded away. */
export function reduce(numerator: number, denominator: number): Fraction {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator))
    return [Number((numerator / denominator).toPrecision(15)), 1];
  const divisor = greatestDivisor(numerator, denominator) * (denominator < 0 ? -1 : 1);
  return [numerator / divisor, denominator / divisor];
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) || 1 : greatestDivisor(b, a % b);
}

export function addFractions([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return reduce(a * d + c * b, b * d);
}

export function multiplyFractions([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return reduce(a * c, b * d);
}
