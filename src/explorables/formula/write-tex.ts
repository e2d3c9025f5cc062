import type { FunctionName } from './expression.ts';
import { asFraction, type Base, isOne, isSame, number, type Power, type Product, type Sum } from './sum.ts';

/** The functions that TeX calls otherwise. */
const texNames: Partial<Record<FunctionName, string>> = {
  log: '\\ln',
  asin: '\\arcsin',
  acos: '\\arccos',
  atan: '\\arctan',
  sech: '\\mathrm{sech}',
};

const half = number(1, 2);

/** A sum in TeX: negative powers as denominators, halves as roots. */
export function writeTex(sum: Sum): string {
  if (sum.length === 0) return '0';
  return sum.map((term, i) => `${signOf(term, i === 0)}${writeSize(term)}`).join('');
}

function signOf({ by: [above] }: Product, isFirst: boolean): string {
  if (above < 0) return '-';
  return isFirst ? '' : '+';
}

/** A product without its sign. */
function writeSize(product: Product): string {
  const [above, below] = product.by;
  const powers = asFraction(product);
  const numerator = writeFactors(Math.abs(above), powers.above);
  const denominator = writeFactors(below, powers.below);
  return denominator === '1' ? numerator : `\\frac{${numerator}}{${denominator}}`;
}

function writeFactors(value: number, powers: readonly Power[]): string {
  const isAlone = value === 1 && powers.length === 1;
  const factors = powers.map((power) => writePower(power, isAlone));
  if (value !== 1 || powers.length === 0) factors.unshift(writeNumber(value));
  // A digit after a factor would be read with it.
  return factors.reduce((before, factor) => `${before}${/^\{?\d/.test(factor) ? ' \\cdot ' : '\\,'}${factor}`);
}

function writePower({ base, exponent }: Power, isAlone: boolean): string {
  if (isSame(exponent, half)) return `\\sqrt{${writeInside(base)}}`;
  if (isOne(exponent)) return isAlone ? writeInside(base) : writeBase(base);
  return `{${writeBase(base)}}^{${writeTex(exponent)}}`;
}

/** A base where nothing stands beside it. */
function writeInside(base: Base): string {
  return base.kind === 'sum' ? writeTex(base.terms) : writeBase(base);
}

function writeBase(base: Base): string {
  switch (base.kind) {
    case 'number':
      return writeNumber(base.value);
    case 'name':
      return base.name === 'pi' ? '\\pi' : base.name;
    case 'sum':
      return inside(base.terms);
    case 'call':
      if (base.name === 'abs') return `\\left|${writeTex(base.of)}\\right|`;
      return `${texNames[base.name] ?? `\\${base.name}`}${inside(base.of)}`;
  }
}

const inside = (sum: Sum) => `\\left(${writeTex(sum)}\\right)`;

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) return '\\text{no number}';
  const [digits = '', exponent] = String(value).split('e');
  return exponent === undefined ? digits : `${digits} \\times 10^{${Number(exponent)}}`;
}
