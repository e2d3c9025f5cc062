import type { Place } from '../../core/place.ts';
import type { DifferenceKind } from '../../examples/compare/classify-difference.ts';
import type { DiffRow } from '../../examples/compare/compare.ts';
import type { NumberGap } from '../../examples/compare/number-gap.ts';
import type { Verdict } from '../../examples/example.ts';
import type { Convention } from '../../examples/guide-reading.ts';

/** The kind of an error, short enough for a log. For a mistake in a lesson's text it is the topic. */
export type FindingKind =
  | DifferenceKind
  | 'raised'
  | 'timed out'
  | 'output cut'
  | 'figure'
  | 'not run'
  | 'orphan'
  | 'unpinned'
  | 'engines differ'
  | 'version dependent'
  | InputKind;

/** Mistakes in the file itself: the input is wrong at this place, so nothing there can be proven. */
export type InputKind =
  | 'option'
  | 'fence'
  | 'placeholder'
  | 'element'
  | 'objective'
  | 'exercise'
  | 'formula'
  | 'prose value'
  | 'front matter'
  | 'markdown'
  | 'link'
  | 'encoding'
  | 'file';

/** A problem: its kind, place, message and hint. */
export interface Finding {
  readonly kind: FindingKind;
  /** Present for a finding that does not make the verification fail: `known` if the baseline has it. */
  readonly severity?: 'warning' | 'known';
  /** The first wrong character. */
  readonly place: Place;
  /** The id of the example; absent for a mistake in the file itself. */
  readonly example?: string;
  readonly message: string;
  readonly hint?: string;
  /** For texts that differ. */
  readonly rows?: readonly DiffRow[];
  /** How far their numbers are apart, where both have the same number of them. */
  readonly gap?: NumberGap;
  /** The label of the engine that ran the example. */
  readonly ranBy?: string;
  /** The options of the command that runs it again with the same engine and the same Python. */
  readonly again?: readonly string[];
}

/** The result of one example or prose value on one engine. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly finding?: Finding;
  /** Set where something else than an output fence shows the output, and agrees. */
  readonly shownBy?: Convention | undefined;
  /** The text that the page should show, which `--update` writes. Absent when the run cannot be trusted. */
  readonly text?: string;
}
