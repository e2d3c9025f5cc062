import type { PinnedFigure, PinnedNumbers, PinnedSeries } from '../read/pinned-figures.ts';

/** The differences between a pinned figure and a new one, each in words; empty if there are none. */
export function figureChanges(before: PinnedFigure, after: PinnedFigure): string[] {
  if (before.digest === after.digest) return [];
  const count = Math.max(before.series.length, after.series.length);
  const changed = Array.from({ length: count }, (_, i) => seriesChanges(i, before.series[i], after.series[i])).flat();
  const titles = before.titles.join() === after.titles.join() ? [] : [`the title is now “${after.titles.join(', ')}”`];
  const frame = before.frame === after.frame || titles.length > 0 ? [] : ['the axes, or the words around them, differ'];
  return [...changed, ...titles, ...frame];
}

function seriesChanges(i: number, before: PinnedSeries | undefined, after: PinnedSeries | undefined): string[] {
  const name = nameOf(i, after ?? before);
  if (!after) return [`${name} is missing`];
  if (!before) return [`${name} is new`];
  if (before.kind !== after.kind) return [`${name} was ${before.kind}`];
  const fields = Object.keys({ ...before.numbers, ...after.numbers });
  const changed =
    before.digest === after.digest
      ? []
      : fields.flatMap((field) => numberChanges(field, before.numbers[field], after.numbers[field]));
  const words = before.label === after.label ? [] : [`was called “${before.label ?? ''}”`];
  const look = before.look === after.look ? [] : ['looks different'];
  const small =
    before.digest !== after.digest && changed.length === 0 ? ['has other values between those that are pinned'] : [];
  const all = [...changed, ...small, ...words, ...look];
  return all.length === 0 ? [] : [`${name}: ${all.join(', ')}`];
}

function nameOf(i: number, series: PinnedSeries | undefined): string {
  const label = series?.label;
  return `series ${i + 1}${label === undefined ? '' : ` “${label}”`} (${series?.kind})`;
}

function numberChanges(field: string, before: PinnedNumbers | undefined, after: PinnedNumbers | undefined): string[] {
  if (!after) return [`${field} is missing`];
  if (!before) return [`${field} is new`];
  if (before.count !== after.count) return [`${field} has ${after.count} values instead of ${before.count}`];
  const gap = Math.max(...before.sample.map((one, i) => Math.abs(one - (after.sample[i] ?? one))));
  const range = before.range.join() === after.range.join() ? '' : `, from ${rangeText(before)} to ${rangeText(after)}`;
  return gap === 0 && range === '' ? [] : [`${field} differs by up to ${Number(gap.toPrecision(3))}${range}`];
}

function rangeText({ range: [least, greatest] }: PinnedNumbers): string {
  return `${least} … ${greatest}`;
}
