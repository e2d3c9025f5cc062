import type { Place } from './place.ts';

/**
 * Something that is wrong with what an author wrote. Plain data: whoever finds it collects it,
 * and only a reporter turns it into text.
 */
export interface Diagnostic {
  /** A stable identifier, `topic/what`, for example `option/unknown`. */
  readonly rule: string;
  readonly place: Place;
  /** What is wrong with this value, in one sentence. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
}
