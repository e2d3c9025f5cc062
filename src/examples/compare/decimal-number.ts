/** A decimal number, exactly: `units` × 10^`exponent`. */
export interface Decimal {
  readonly units: bigint;
  readonly exponent: number;
}

const form = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/;
/** Exponents of doubles reach from -324 to 308; a longer one would only make the arithmetic slow. */
const largestExponent = 400;

/** Reads a number as it is written, with commas between thousands; `undefined` for anything else. */
export function readDecimal(text: string): Decimal | undefined {
  const match = form.exec(text.replaceAll(',', ''));
  if (!match || !/\d/.test(text)) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (Math.abs(Number(exponent)) > largestExponent) return undefined;
  const units = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  return { units, exponent: Number(exponent) - fraction.length };
}

/**
 * The exact value of a double, which is a decimal of up to 1,074 digits: a double is m × 2^e, and 2^-k = 5^k / 10^k.
 *
 * @param value finite
 */
export function exactDecimal(value: number): Decimal {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const all = bits.getBigUint64(0);
  const field = Number((all >> 52n) & 0x7ffn);
  const mantissa = (all & 0xfffffffffffffn) | (field > 0 ? 1n << 52n : 0n);
  const power = Math.max(field, 1) - 1075;
  const signed = value < 0 ? -mantissa : mantissa;
  if (power >= 0) return { units: signed << BigInt(power), exponent: 0 };
  return { units: signed * 5n ** BigInt(-power), exponent: power };
}

/** |a − b|, exactly. */
export function decimalGap(a: Decimal, b: Decimal): Decimal {
  const exponent = Math.min(a.exponent, b.exponent);
  const gap = unitsAt(a, exponent) - unitsAt(b, exponent);
  return { units: gap < 0n ? -gap : gap, exponent };
}

/** Negative, zero or positive as a < b, a = b or a > b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const gap = unitsAt(a, exponent) - unitsAt(b, exponent);
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, exponent: a.exponent + b.exponent };
}

function unitsAt({ units, exponent }: Decimal, smaller: number): bigint {
  return units * 10n ** BigInt(exponent - smaller);
}
