import type { Item } from '../progress/progress-item.ts';
import type { Returning } from './schedule.ts';

/** Prompts of one sitting: at six seconds each and as much for the reply, a few minutes. */
export const sittingLength = 15;

/**
 * The items that are due until `until`, the oldest first.
 *
 * @param until milliseconds since 1970: the end of the reader's day
 */
export function dueItems(returning: readonly Returning[], until: number): Item[] {
  return returning.filter(({ at }) => at <= until).map(({ item }) => item);
}

/** The first day after `until` on which something returns: how many days from then, and how many items. */
export function nextDay(returning: readonly Returning[], known: Pick<ReadonlySet<Item>, 'has'>, until: number) {
  const day = 24 * 60 * 60 * 1000;
  const later = returning.filter(({ item, at }) => at > until && known.has(item));
  const [first] = later;
  if (!first) return undefined;
  const days = Math.ceil((first.at - until) / day);
  return { days, count: later.filter(({ at }) => Math.ceil((at - until) / day) === days).length };
}
