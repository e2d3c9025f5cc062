import type { Place } from './place.ts';

/**
 * A mistake in a file of an author. Plain data: the code that finds mistakes collects them, and only a reporter turns
 * them into text.
 */
export interface Diagnostic {
  /** A stable identifier, `topic/what`, for example `option/unknown`. */
  readonly rule: string;
  readonly place: Place;
  /** One sentence about what is wrong. */
  readonly message: string;
  /** How to fix it. */
  readonly hint: string;
}
