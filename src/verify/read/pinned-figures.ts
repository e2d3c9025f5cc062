import { hash } from 'node:crypto';
import type { Place } from '../../core/place.ts';

/** A series of a figure as it is pinned: enough to say what changed, and a digest of all of its numbers. */
export interface PinnedSeries {
  readonly kind: string;
  readonly label?: string;
  /** Of each list of numbers: the least and the greatest, how many there are, and some of them, evenly spread. */
  readonly numbers: Readonly<Record<string, PinnedNumbers>>;
  readonly digest: string;
  /** Of colors, widths, markers and words. */
  readonly look: string;
}

export interface PinnedNumbers {
  readonly count: number;
  readonly range: readonly [number, number];
  readonly sample: readonly number[];
}

/** A figure of an example: its titles, its series, and a digest of axes and everything around them. */
export interface PinnedFigure {
  readonly titles: readonly string[];
  readonly series: readonly PinnedSeries[];
  readonly frame: string;
  readonly digest: string;
}

/** The figures of an example: those that are pinned, and those that it draws. */
export interface ExampleFigures {
  readonly id: string;
  readonly place: Place;
  readonly pinned: readonly PinnedFigure[];
  /** As they were recorded on the first engine that ran the example. */
  readonly drawn: readonly unknown[];
}

/** The pinned figures of a page, by the id of their example. */
export type PinnedFigures = Readonly<Record<string, readonly PinnedFigure[]>>;

/** The file beside a lesson in which its figures are pinned. */
export function pinsPath(lesson: string): string {
  return lesson.replace(/\.mdx?$/, '.figures.yaml');
}

interface Data {
  readonly [key: string]: unknown;
}

/** A recorded figure as it is pinned. */
export function pinFigure(figure: unknown): PinnedFigure {
  const { panels = [], ...rest } = figure as Data & {
    readonly panels?: readonly (Data & { marks: readonly Data[] })[];
  };
  const series = panels.flatMap(({ marks }) => marks.map(pinSeries));
  const around = panels.map(({ marks: _, ...panel }) => panel);
  const titles = panels.map(({ title }) => String((title as Data | undefined)?.['text'] ?? '')).filter(Boolean);
  const frame = digestOf([rest, around]);
  return {
    titles,
    series,
    frame,
    digest: digestOf([frame, series.map(({ kind, label, digest, look }) => [kind, label, digest, look])]),
  };
}

/** Of the lists of numbers those that are data, and not a look. */
const looks = new Set(['width', 'sizes', 'dash', 'dashes', 'widths', 'colors', 'fill', 'edge', 'palette']);

function pinSeries({ kind, label, ...fields }: Data): PinnedSeries {
  const lists = Object.entries(fields).flatMap(([name, value]) => {
    const numbers = looks.has(name) ? undefined : numbersIn(value);
    return numbers ? [[name, numbers] as const] : [];
  });
  const names = lists.map(([name]) => name);
  const look = Object.entries(fields).filter(([name]) => !names.includes(name));
  return {
    kind: String(kind),
    ...(typeof label === 'string' && label !== '' && { label }),
    numbers: Object.fromEntries(lists.map(([name, numbers]) => [name, pinNumbers(numbers)])),
    // Whole numbers: nothing is left to round.
    digest: shortHash(JSON.stringify(lists.map(([name, numbers]) => [name, rounded(numbers)]))),
    look: digestOf(look),
  };
}

/** The numbers of a list, or of a table; `undefined` for anything else. Where a line is interrupted, there is null. */
function numbersIn(value: unknown): readonly (number | null)[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all: readonly unknown[] = value.flat(2);
  const are = all.some((one) => typeof one === 'number') && all.every((one) => one === null || typeof one === 'number');
  return are ? (all as readonly (number | null)[]) : undefined;
}

const sampled = 9;

function pinNumbers(all: readonly (number | null)[]): PinnedNumbers {
  const numbers = all.filter((one) => one !== null);
  const least = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const greatest = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const step = (numbers.length - 1) / (sampled - 1);
  const sample =
    numbers.length <= sampled ? numbers : Array.from({ length: sampled }, (_, i) => numbers[Math.round(i * step)] ?? 0);
  return { count: all.length, range: [shown(least), shown(greatest)], sample: sample.map(shown) };
}

function shown(number: number): number {
  return Number(number.toPrecision(6));
}

/**
 * Numbers as whole multiples of about a millionth of the greatest, so that the last bits of an engine or a processor
 * change none of them. Multiples are cut at a place where computed numbers rarely lie, unlike a half.
 */
function rounded(numbers: readonly (number | null)[]): readonly (number | null)[] {
  const greatest = numbers.reduce<number>((most, one) => Math.max(most, Math.abs(one ?? 0)), 0);
  const unit = 10 ** (Math.ceil(Math.log10(greatest || 1) + 0.0417) - 6);
  return numbers.map((one) => (one === null ? null : Math.floor(one / unit + 0.381966)));
}

function digestOf(value: unknown): string {
  const json = JSON.stringify(value, (_, one) =>
    typeof one === 'number' && !Number.isInteger(one) ? shown(one) : one,
  );
  return shortHash(json);
}

function shortHash(text: string): string {
  return hash('sha256', text).slice(0, 12);
}
