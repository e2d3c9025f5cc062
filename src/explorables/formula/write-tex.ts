import type { FunctionName } from './expression.ts';
import { type Base, isOne, numberOf, type Power, type Product, type Sum } from './sum.ts';

/** The functions that TeX calls otherwise. */
const texNames: Partial<Record<FunctionName, string>> = {
  log: '\\ln',
  asin: '\\arcsin',
  acos: '\\arccos',
  atan: '\\arctan',
  sech: '\\mathrm{sech}',
};

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
function writeSize({ by: [above, below], powers }: Product): string {
  const isBelow = ({ exponent }: Power) => (numberOf(exponent)?.[0] ?? 0) < 0;
  const numerator = writeFactors(
    Math.abs(above),
    powers.filter((power) => !isBelow(power)),
  );
  const denominator = writeFactors(below, powers.filter(isBelow));
  return denominator === '1' ? numerator : `\\frac{${numerator}}{${denominator}}`;
}

function writeFactors(number: number, powers: readonly Power[]): string {
  const isAlone = number === 1 && powers.length === 1;
  const factors = powers.map((power) => writePower(power, isAlone));
  if (number !== 1 || powers.length === 0) factors.unshift(writeNumber(number));
  // A digit after a factor would be read with it.
  return factors.reduce((before, factor) => `${before}${/^\{?\d/.test(factor) ? ' \\cdot ' : '\\,'}${factor}`);
}

/** A power, with a positive exponent where it has a number. */
function writePower({ base, exponent }: Power, isAlone: boolean): string {
  const [whole = 0, part] = numberOf(exponent) ?? [];
  const positive = whole < 0 && part !== undefined ? [{ by: [-whole, part] as const, powers: [] }] : exponent;
  if (Math.abs(whole) === 1 && part === 2) return `\\sqrt{${writeInside(base)}}`;
  if (isOne(positive)) return isAlone ? writeInside(base) : writeBase(base);
  return `{${writeBase(base)}}^{${writeTex(positive)}}`;
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
