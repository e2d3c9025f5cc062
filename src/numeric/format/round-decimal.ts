/** A finite double is `sign * mantissa * 2**exponent`; both parts are exact. */
function parts(value: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const raw = Number(bits >> 52n);
  const fraction = bits & 0xfffffffffffffn;
  return raw === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: raw - 1075 };
}

/**
 * `|value| * 10**places`, rounded to a whole number, exactly: the double's full binary value counts, and a tie goes to
 * the even neighbour. Negative places round to tens, hundreds and so on.
 *
 * This is how C's printf rounds, and so Python's format. JavaScript's `toFixed` rounds ties upwards instead.
 *
 * @param value finite; its sign is ignored.
 * @see IEEE 754-2019, section 5.12.2 (conversion to decimal character sequences)
 */
export function roundDecimal(value: number, places: number): bigint {
  const { mantissa, exponent } = parts(value);
  const top = mantissa * 10n ** BigInt(Math.max(places, 0)) * 2n ** BigInt(Math.max(exponent, 0));
  const bottom = 10n ** BigInt(Math.max(-places, 0)) * 2n ** BigInt(Math.max(-exponent, 0));
  const [quotient, twice] = [top / bottom, (top % bottom) * 2n];
  const up = twice > bottom || (twice === bottom && quotient % 2n === 1n);
  return up ? quotient + 1n : quotient;
}

/** `-` if the number or the zero is negative, otherwise nothing; never for NaN. */
export function signOf(value: number): string {
  return value < 0 || Object.is(value, -0) ? '-' : '';
}

/** Python's `nan`, `inf` or `-inf`, or `undefined` if the value is finite. */
export function nonFinite(value: number): string | undefined {
  if (Number.isFinite(value)) return undefined;
  return Number.isNaN(value) ? 'nan' : `${signOf(value)}inf`;
}
