import type { Place } from '../core/place.ts';
import type { DifferenceKind } from '../examples/classify-difference.ts';
import type { DiffRow } from '../examples/compare.ts';
import type { Verdict } from '../examples/example.ts';

/** The kind of an error, short enough for a log. A mistake in a lesson's text is named by its topic. */
export type FindingKind =
  | DifferenceKind
  | 'raised'
  | 'timed out'
  | 'not run'
  | 'orphan'
  | 'unpinned'
  | 'engines differ'
  | InputKind;

/** Mistakes in the file itself: the call or the input is wrong, and nothing can be proven of that place. */
export type InputKind =
  | 'option'
  | 'fence'
  | 'placeholder'
  | 'element'
  | 'objective'
  | 'prose value'
  | 'front matter'
  | 'markdown'
  | 'encoding'
  | 'file';

/** Something that is not as it should be: what, where, why, and what to do. */
export interface Finding {
  readonly kind: FindingKind;
  /** The first character to look at. */
  readonly place: Place;
  /** The example that it is about; absent for a mistake in the file itself. */
  readonly example?: string;
  readonly message: string;
  readonly hint?: string;
  /** For texts that differ. */
  readonly rows?: readonly DiffRow[];
  /** What ran the example: the engine's label. */
  readonly ranBy?: string;
  /** The options of the command that repeat it with the same engine and the same Python. */
  readonly again?: readonly string[];
}

/** What became of one example or prose value under one engine. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly finding?: Finding;
  /** The text that the page should show: what `--update` writes. Absent when the run is not to be trusted. */
  readonly text?: string;
}
