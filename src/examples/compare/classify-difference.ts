import { compareDecimals, readDecimal } from './decimal-number.ts';
import { differingParts, longest, outputTokens } from './output-tokens.ts';

/**
 * How much an output differs, from the most to the least serious:
 * another value; a number off by one unit in its last printed digit; `-0.00` for `0.00`; another version;
 * the same words and values, set out differently.
 */
export const differenceKinds = ['value', 'last digit', 'sign of a zero', 'version', 'layout'] as const;

export type DifferenceKind = (typeof differenceKinds)[number];

/** The most serious kind of difference between two texts that differ. */
export function classify(expected: string, actual: string): DifferenceKind {
  if (expected !== actual && withoutNumpyTypes(expected) === withoutNumpyTypes(actual)) return 'version';
  const [own, other] = differingParts(expected, actual);
  if (own.length + other.length > longest) return 'value';
  const [wanted, found] = [tokens(own), tokens(other)];
  if (wanted.length !== found.length) return 'value';
  const kinds = wanted.map((token, i) => kindOf(token, found[i] ?? ''));
  return differenceKinds.find((kind) => kinds.includes(kind)) ?? 'layout';
}

/** Without blanks, and with versions and numbers whole. */
function tokens(text: string): string[] {
  return outputTokens(text).flatMap(({ is, text: token }) => (is === 'blank' ? [] : [token]));
}

/** NumPy 2 prints `np.float64(0.5)` and `np.True_` where NumPy 1 printed `0.5` and `True`. */
function withoutNumpyTypes(text: string): string {
  return text.replace(/\bnp\.\w+\(([^()]*)\)/g, '$1').replace(/\bnp\.(True|False)_/g, '$1');
}

const number = /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/;
// Four numbers are an address of the network, and a year at the end makes a date.
const version = /^(?!\d+(?:\.\d+){3}$|\d{1,2}\.\d{1,2}\.\d{4}$)\d+\.\d+(?:\.\d+|[a-z.]+\d)/;

function kindOf(expected: string, actual: string): DifferenceKind | undefined {
  if (expected === actual) return undefined;
  if (version.test(expected) && version.test(actual)) return 'version';
  if (!isNumber(expected) || !isNumber(actual)) return 'value';
  if (Number(expected) === 0 && Number(actual) === 0 && isNegative(expected) !== isNegative(actual)) {
    return 'sign of a zero';
  }
  if (sameNumber(expected, actual)) return 'layout';
  return differByOneUnit(expected, actual) ? 'last digit' : 'value';
}

function isNumber(token: string): boolean {
  return /\d/.test(token) && number.test(token);
}

/** Whether two numbers are the same in every digit: `0.30000000000000003` is not `0.30000000000000004`, though one double. */
function sameNumber(expected: string, actual: string): boolean {
  const [a, b] = [readDecimal(expected), readDecimal(actual)];
  return a && b ? compareDecimals(a, b) === 0 : Number(expected) === Number(actual);
}

function isNegative(token: string): boolean {
  return token.startsWith('-');
}

/**
 * Whether two numbers are written with the same digits after the point and the same exponent, and differ by one in the
 * last of them. Numbers of fewer than three digits never count: 0.1 for 0.2 is another value.
 */
function differByOneUnit(expected: string, actual: string): boolean {
  const [a, b] = [digits(expected), digits(actual)];
  if (a === undefined || b === undefined) return false;
  const gap = a.units - b.units;
  return a.shape === b.shape && a.fraction > 0 && a.count >= 3 && (gap === 1n || gap === -1n);
}

function digits(token: string) {
  const match = number.exec(token);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = ''] = match;
  const units = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  return {
    units,
    fraction: fraction.length,
    count: whole.length + fraction.length,
    shape: `${fraction.length}e${exponent}`,
  };
}
