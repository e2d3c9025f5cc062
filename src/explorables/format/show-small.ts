import { typesetNumber, typesetPower } from '../../figures/parts/typeset-number.ts';
import { formatExponent } from '../../numeric/format/format-exponent.ts';

/** A number of which two digits are enough, however small or large: `0.25`, `1.2 × 10⁻⁶`, `0`. */
export function showSmall(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return 'too large for a float';
  const [mantissa = '', power = ''] = formatExponent(value, 1).split('e');
  const exponent = Number(power);
  if (exponent >= -2 && exponent < 3) return typesetNumber(value, Math.max(0, 1 - exponent));
  return `${mantissa.replace('-', '−')}\u00a0×\u00a0${typesetPower(exponent)}`;
}
