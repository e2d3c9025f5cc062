import { differingParts, longest, outputTokens } from './output-tokens.ts';

/** How far the numbers of two outputs are apart. */
export interface NumberGap {
  /** The largest |expected − actual|. */
  readonly absolute: number;
  /** The largest |expected − actual| / |expected|, infinite where 0 was expected. */
  readonly relative: number;
  /** The largest number of doubles between the two, in units of the last place. */
  readonly ulps: number;
}

/** The largest gaps between the numbers of two texts with as many numbers; `undefined` if no number differs. */
export function numberGap(expected: string, actual: string): NumberGap | undefined {
  const [own, other] = differingParts(expected, actual);
  if (own.length + other.length > longest) return undefined;
  const [wanted, found] = [numbersOf(own), numbersOf(other)];
  if (wanted.length !== found.length || minusSigns(expected) !== minusSigns(actual)) return undefined;
  const gaps = wanted.flatMap((a, i) => {
    const b = found[i] ?? a;
    return a === b ? [] : [gapOf(a, b)];
  });
  if (gaps.length === 0) return undefined;
  // One by one: a call does not take as many arguments as an output may have numbers.
  const largest = (of: keyof NumberGap) => gaps.reduce((most, gap) => Math.max(most, gap[of]), 0);
  return { absolute: largest('absolute'), relative: largest('relative'), ulps: largest('ulps') };
}

function numbersOf(text: string): number[] {
  return outputTokens(text).flatMap(({ is, text: token }) =>
    is === 'number' ? [Number(token.replaceAll(',', ''))] : [],
  );
}

/** Other signs than the hyphen are no part of a number, although they look like its minus. */
function minusSigns(text: string): number {
  return text.match(/[−–—‐-―﹣－]/g)?.length ?? 0;
}

function gapOf(a: number, b: number): NumberGap {
  const absolute = Math.abs(a - b);
  return { absolute, relative: absolute / Math.abs(a), ulps: Math.abs(Number(rank(a) - rank(b))) };
}

/** The position of a double among all doubles in ascending order; both zeros have position 0. */
function rank(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  const position = bits.getBigInt64(0);
  return value < 0 ? -position : position;
}

/** The gap in words: `off by 5.6e-17 (1.9e-16 of the expected number, 1 unit in the last place)`. Many units say nothing. */
export function sayGap({ absolute, relative, ulps }: NumberGap): string {
  const share = Number.isFinite(relative) ? `${short(relative)} of the expected number` : 'of an expected 0';
  const units = ulps < 1e6 ? `, ${ulps} ${ulps === 1 ? 'unit' : 'units'} in the last place` : '';
  return `off by ${short(absolute)} (${share}${units})`;
}

function short(value: number): string {
  return value >= 1e6 ? value.toExponential(1) : String(Number(value.toPrecision(2)));
}
