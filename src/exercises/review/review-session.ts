import type { Item } from '../progress/progress-item.ts';
import type { Returning } from './schedule.ts';

/** Prompts of one sitting: at six seconds each and as much for the reply, a few minutes. */
export const sittingLength = 15;

/**
 * The items that are due until `until`, the oldest first. Items of other pages, such as an exercise that was taken out of the
 * guide, are left out.
 *
 * @param until milliseconds since 1970: the end of the reader's day
 */
export function dueItems(returning: readonly Returning[], known: ReadonlySet<Item>, until: number): Item[] {
  return returning.filter(({ item, at }) => at <= until && known.has(item)).map(({ item }) => item);
}

/** The first day after `until` on which something returns: how many days from then, and how many items. */
export function nextDay(returning: readonly Returning[], known: ReadonlySet<Item>, until: number) {
  const day = 24 * 60 * 60 * 1000;
  const later = returning.filter(({ item, at }) => at > until && known.has(item));
  const [first] = later;
  if (!first) return undefined;
  const days = Math.ceil((first.at - until) / day);
  return { days, count: later.filter(({ at }) => Math.ceil((at - until) / day) === days).length };
}
