import { typesetPower } from '../../figures/parts/typeset-number.ts';
import { formatExponent } from '../../numeric/format/format-exponent.ts';

/** A number by its power of ten, with so many decimals: `2 × 10⁻¹⁰`; `0` if it is exactly zero. */
export function showScientific(value: number, decimals = 0): string {
  if (value === 0) return '0';
  const [mantissa = '', power = ''] = formatExponent(value, decimals).split('e');
  return `${mantissa.replace('-', '−')}\u00a0×\u00a0${typesetPower(Number(power))}`;
}

/** The same in TeX. */
export function texScientific(value: number, decimals = 0): string {
  if (value === 0) return '0';
  const [mantissa = '', power = ''] = formatExponent(value, decimals).split('e');
  return `${mantissa} \\times 10^{${Number(power)}}`;
}
