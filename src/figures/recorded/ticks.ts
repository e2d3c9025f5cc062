import { typesetNumber, typesetPower } from '../parts/typeset-number.ts';

/** A place on an axis and its label: a number, or nothing for the small steps between powers of ten. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Where an axis has its numbers, and by what all of them are to be multiplied (`×10⁶`), if by anything. */
export interface Ticks {
  readonly ticks: readonly Tick[];
  readonly multiplier: string;
}

const steps = [1, 2, 2.5, 5, 10];

/**
 * Round numbers between two limits, at most `most` steps of them: the steps that Matplotlib's `AutoLocator` chooses from.
 * Numbers from a million up and below a ten-thousandth are written with a common power of ten, as Matplotlib does.
 */
export function linearTicks([first, last]: readonly [number, number], most: number): Ticks {
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  const step = roundStep((high - low) / Math.max(1, most));
  const from = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - from + 1;
  const places = Array.from({ length: Math.max(0, Math.min(count, 50)) }, (_, i) => (from + i) * step);
  return labelled(places, step);
}

function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return (steps.find((step) => step * power >= least * (1 - 1e-9)) ?? 10) * power;
}

function labelled(places: readonly number[], step: number): Ticks {
  const size = Math.floor(Math.log10(Math.max(...places.map(Math.abs), Number.MIN_VALUE)));
  const power = size >= 6 || size <= -5 ? size : 0;
  const decimals = decimalsOf(step / 10 ** power);
  const ticks = places.map((at) => ({ at, label: typesetNumber(at / 10 ** power, decimals) }));
  return { ticks, multiplier: power === 0 ? '' : `×${typesetPower(power)}` };
}

/** How many decimals a step needs: 0 for 5, 2 for 0.25. */
function decimalsOf(step: number): number {
  const decimals = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].find(
    (n) => Math.abs(step * 10 ** n - Math.round(step * 10 ** n)) < 1e-6,
  );
  return decimals ?? 12;
}

/**
 * Powers of ten between two limits, not more than `most` of them, with unlabelled ticks for 2 to 9 times each. Where
 * there is hardly a power of ten, these get their numbers, and between two of them the axis is treated as a linear one.
 */
export function logTicks(limits: readonly [number, number], most: number): Ticks {
  const [low, high] = [Math.min(...limits), Math.max(...limits)];
  const [from, to] = [Math.ceil(Math.log10(low) - 1e-9), Math.floor(Math.log10(high) + 1e-9)];
  const powers = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  const stride = Math.ceil(powers.length / Math.max(2, most));
  const major = powers
    .filter((power) => power % stride === 0)
    .map((power) => ({ at: 10 ** power, label: typesetPower(power) }));
  const small = stride > 1 ? [] : between(from - 1, to, low, high);
  if (major.length >= 2) return { ticks: [...major, ...small], multiplier: '' };
  if (small.length < 3) return linearTicks(limits, most);
  const named = small.map(({ at }) => ({ at, label: keepsLabel(at) ? typesetPlain(at) : '' }));
  return { ticks: [...major, ...named], multiplier: '' };
}

function between(from: number, to: number, low: number, high: number): Tick[] {
  const powers = Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
  return powers
    .flatMap((power) => [2, 3, 4, 5, 6, 7, 8, 9].map((times) => ({ at: times * power, label: '' })))
    .filter(({ at }) => at >= low * (1 - 1e-9) && at <= high * (1 + 1e-9));
}

function leading(at: number): number {
  return Math.round(at / 10 ** Math.floor(Math.log10(at) + 1e-9));
}

function keepsLabel(at: number): boolean {
  return [2, 3, 4, 6].includes(leading(at));
}

function typesetPlain(at: number): string {
  return `${leading(at)}×${typesetPower(Math.floor(Math.log10(at) + 1e-9))}`;
}

/** Ticks where the program sets them, with its labels or with the numbers themselves; none beyond the limits. */
export function givenTicks(
  places: readonly number[],
  words: readonly string[] | null,
  [first, last]: readonly [number, number],
): Ticks {
  const [low, high] = [Math.min(first, last), Math.max(first, last)];
  const slack = (high - low) * 1e-9;
  const ticks = places.map((at, i) => ({ at, label: words ? (words[i] ?? '') : shortNumber(at) }));
  return { ticks: ticks.filter(({ at }) => at >= low - slack && at <= high + slack), multiplier: '' };
}

/** A number in as few digits as say it, up to six. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (size >= 6 || size <= -5) return `${shortNumber(value / 10 ** size)}×${typesetPower(size)}`;
  const [whole = '', rest] = typesetNumber(value, Math.max(0, Math.min(6, 5 - size))).split('.');
  const decimals = rest?.replace(/0+$/, '') ?? '';
  return decimals === '' ? whole : `${whole}.${decimals}`;
}
