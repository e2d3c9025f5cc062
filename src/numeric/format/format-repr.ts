import { formatPower } from './format-exponent.ts';
import { nonFinite, signOf } from './round-decimal.ts';

/**
 * A number as Python's `repr` and `print` show a float: the shortest digits that read back as the same double, `.0`
 * after a whole number, and an exponent below 1e-4 and from 1e16 up.
 *
 * @see Python's documentation, `float.__repr__` (since 3.1, after David Gay)
 */
export function formatRepr(value: number): string {
  const special = nonFinite(value);
  if (special !== undefined) return special;
  const [mantissa = '', power = ''] = Math.abs(value).toExponential().split('e');
  const exponent = Number(power);
  const digits = mantissa.replace('.', '');
  const text = exponent < -4 || exponent >= 16 ? `${mantissa}${formatPower(exponent)}` : plain(digits, exponent);
  return `${signOf(value)}${text}`;
}

/** The digits without an exponent: `power` is the power of ten of the first. */
function plain(digits: string, power: number): string {
  if (power < 0) return `0.${'0'.repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
  return `${whole}.${digits.slice(power + 1) || '0'}`;
}
