/** `value`, if it is a number and neither NaN nor infinite. Throws a RangeError that names the argument otherwise. */
export function requireFinite(name: string, value: number, example: string): number {
  if (Number.isFinite(value)) return value;
  throw new RangeError(`${name} is ${value}; write a finite number, for example ${example}`);
}

/** `value`, if it is finite and greater than zero. Throws a RangeError that names the argument otherwise. */
export function requirePositive(name: string, value: number, example: string): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new RangeError(`${name} is ${value}; write a number greater than 0, for example ${example}`);
}

/** `value`, if it is not NaN and zero or more; infinity passes. Throws a RangeError that names the argument otherwise. */
export function requireNotNegative(name: string, value: number, example: string): number {
  if (value >= 0) return value;
  throw new RangeError(`${name} is ${value}; write 0 or more, for example ${example}`);
}

/** `value`, if it is a whole number from `least` up. Throws a RangeError that names the argument otherwise. */
export function requireCount(name: string, value: number, least = 0): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw new RangeError(`${name} is ${value}; write a whole number from ${least} up`);
}

/** `point`, if it has `dimension` coordinates. Throws a RangeError that names the argument otherwise. */
export function requireDimension(name: string, point: readonly number[], dimension: number): readonly number[] {
  if (point.length === dimension) return point;
  throw new RangeError(`${name} has ${point.length} numbers; write ${dimension}, one for each input`);
}

/** A step of a difference quotient: finite and not zero, of either sign. Throws a RangeError otherwise. */
export function requireStep(h: number): number {
  if (Number.isFinite(h) && h !== 0) return h;
  throw new RangeError(
    `the step h is ${h}, and nothing can be divided by that; write a small number, for example 1e-5`,
  );
}

/** `value`, if it is from 0 to below 1. Throws a RangeError that names the argument otherwise. */
export function requireFraction(name: string, value: number, example: string): number {
  if (value >= 0 && value < 1) return value;
  throw new RangeError(`${name} is ${value}; write a number from 0 to below 1, for example ${example}`);
}
