import {
  compareDecimals,
  type Decimal,
  decimalGap,
  exactDecimal,
  multiplyDecimals,
  readDecimal,
} from './decimal-number.ts';
import { type OutputToken, outputTokens } from './output-tokens.ts';

/** How far the numbers of one example may be from its expected output, and why. */
export type Tolerance =
  | { readonly kind: 'absolute' | 'relative'; readonly amount: Decimal; readonly reason: string }
  /** The expected number is the printed one, correctly rounded to the digits that the page shows. */
  | { readonly kind: 'digits shown'; readonly reason: string };

const form =
  /^(?:(absolute|relative) (\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|digits shown): +(\S+\s+\S.*)$/;
const one: Decimal = { units: 1n, exponent: 0 };

/** Reads the value of the option `tolerance`: `absolute 1e-9: reason`, `relative 1e-6: reason`, `digits shown: reason`. */
export function parseTolerance(text: string): Tolerance | undefined {
  const [, kind, written = '', reason = ''] = form.exec(text) ?? [];
  if (reason === '') return undefined;
  if (kind === undefined) return { kind: 'digits shown', reason };
  const amount = readDecimal(written);
  if (!amount || amount.units === 0n) return undefined;
  // A relative tolerance of 1 would accept any number of the same sign.
  if (kind === 'relative' && compareDecimals(amount, one) >= 0) return undefined;
  return { kind: kind === 'absolute' ? 'absolute' : 'relative', amount, reason };
}

/**
 * Whether two lines are the same within a tolerance. Only numbers may differ, each from its counterpart, never in sign,
 * and never an integer from a float; nan and infinity are words. Where a number has become longer or shorter anywhere in
 * the output, the runs of blanks beside numbers may differ as well, since columns are aligned.
 *
 * @param expected all lines of the expected output @param actual all lines of the printed one
 */
export function sameWithin(
  tolerance: Tolerance,
  expected: readonly string[],
  actual: readonly string[],
): (expected: string, actual: string) => boolean {
  const isElastic = expected.some((line, i) => changesWidth(outputTokens(line), outputTokens(actual[i] ?? '')));
  return (wanted, found) =>
    wanted === found || sameTokens(outputTokens(wanted), outputTokens(found), { tolerance, isElastic });
}

interface Allowed {
  readonly tolerance: Tolerance;
  readonly isElastic: boolean;
}

function changesWidth(expected: readonly OutputToken[], actual: readonly OutputToken[]): boolean {
  const [a, b] = [expected, actual].map((tokens) => tokens.filter(({ is }) => is === 'number'));
  return a?.length === b?.length && (a ?? []).some(({ text }, i) => text.length !== b?.[i]?.text.length);
}

/** A token with the blanks before it. */
interface Spaced {
  readonly token: OutputToken;
  readonly blank: string;
}

const end: OutputToken = { is: 'text', text: '' };

function spaced(tokens: readonly OutputToken[]): Spaced[] {
  const blankBefore = (i: number) => (tokens[i - 1]?.is === 'blank' ? (tokens[i - 1]?.text ?? '') : '');
  const own = tokens.flatMap((token, i) => (token.is === 'blank' ? [] : [{ token, blank: blankBefore(i) }]));
  return [...own, { token: end, blank: blankBefore(tokens.length) }];
}

function sameTokens(expected: readonly OutputToken[], actual: readonly OutputToken[], allowed: Allowed): boolean {
  const [wanted, found] = [spaced(expected), spaced(actual)];
  if (wanted.length !== found.length) return false;
  return wanted.every((one, i) => {
    const other = found[i];
    if (!other || !sameToken(one.token, other.token, allowed.tolerance)) return false;
    return one.blank === other.blank || (allowed.isElastic && mayStretch(one, other, wanted[i - 1]?.token));
  });
}

/** Beside a number a run of blanks may be longer or shorter; it may vanish only after a bracket or at the start of a line. */
function mayStretch({ token, blank }: Spaced, other: Spaced, before: OutputToken | undefined): boolean {
  const besideNumber = token.is === 'number' || before?.is === 'number';
  const stays = blank !== '' && other.blank !== '';
  return besideNumber && (stays || (token.is === 'number' && (before === undefined || /^[([{|]$/.test(before.text))));
}

function sameToken(expected: OutputToken, actual: OutputToken, tolerance: Tolerance): boolean {
  if (expected.text === actual.text) return true;
  if (expected.is !== 'number' || actual.is !== 'number') return false;
  if (signOf(expected.text) !== signOf(actual.text) || isInteger(expected.text) !== isInteger(actual.text))
    return false;
  const [wanted, found] = [readDecimal(expected.text), readDecimal(actual.text)];
  if (!wanted || !found) return false;
  if (tolerance.kind === 'digits shown') return isRounded(wanted, found, actual.text);
  const limit =
    tolerance.kind === 'absolute'
      ? tolerance.amount
      : multiplyDecimals(tolerance.amount, { ...wanted, units: abs(wanted.units) });
  return compareDecimals(decimalGap(wanted, found), limit) <= 0;
}

/** Whether `shown` is the printed number, rounded to the digits of `shown`; a tie goes to the even digit. */
function isRounded(shown: Decimal, printed: Decimal, text: string): boolean {
  if (printed.exponent > shown.exponent) return false;
  // Up to 17 digits may be a double, whose own value decides: 2.675 is a little less than it looks.
  const digits = abs(printed.units).toString().length;
  const exact = digits <= 17 ? exactDecimal(Number(text.replaceAll(',', ''))) : printed;
  const twice = multiplyDecimals(decimalGap(exact, shown), { units: 2n, exponent: 0 });
  const order = compareDecimals(twice, { units: 1n, exponent: shown.exponent });
  return order < 0 || (order === 0 && shown.units % 2n === 0n);
}

function signOf(text: string): string {
  return /^[-+]?/.exec(text)?.[0] ?? '';
}

function isInteger(text: string): boolean {
  return /^[-+]?[\d,]+$/.test(text);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
