import type { RecordedDash } from './recorded-looks.ts';

/** A dash as Matplotlib has it, in multiples of the line's width. */
export function dashArray(dash: RecordedDash, width: number): string | undefined {
  const parts = { solid: [], dashed: [3.7, 1.6], dashdot: [6.4, 1.6, 1, 1.6], dotted: [1, 1.65] }[dash ?? 'solid'];
  return parts.length === 0 ? undefined : parts.map((part) => Math.round(part * width * 10) / 10).join(' ');
}
