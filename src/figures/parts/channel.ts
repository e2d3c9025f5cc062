import { at } from '../../core/at.ts';

/** A number for each part of a mark: the same for all, its place in each row (`'0'`), one of a row, or what a function says. */
export type Channel<T> = number | string | readonly number[] | ((one: T, index: number) => number);

/** The two ends of each part of a mark, in units of the axes. */
export interface Ends<T> {
  readonly x1: Channel<T>;
  readonly x2: Channel<T>;
  readonly y1: Channel<T>;
  readonly y2: Channel<T>;
}

/** The number of one part. */
export function numberOf<T>(channel: Channel<T>, one: T, index: number): number {
  if (typeof channel === 'number') return channel;
  if (typeof channel === 'function') return channel(one, index);
  return typeof channel === 'string' ? at(one as readonly number[], Number(channel)) : at(channel, index);
}
