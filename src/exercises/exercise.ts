import type { Place } from '../core/place.ts';
import type { Fence } from '../examples/example.ts';

/** A task that the page checks. */
export interface Exercise {
  /** By which it is known, wherever it stands: results of a reader are kept under it. Unique in the guide. */
  readonly name: string;
  /** As the page shows it: `1.1`. */
  readonly number: string;
  readonly title: string;
  readonly place: Place;
  /** The cases of the check, in a sentence for the reader. */
  readonly tries: string;
  /** Names of the lesson's objectives that it serves. */
  readonly objectives: readonly string[];
  /** The first content of the editor. */
  readonly starter: Fence;
  /** Python that judges an answer with what `src/python/checking.py` offers. */
  readonly check: Fence;
  readonly solution: Fence;
  /** The session of its solution: exercises of one session build on each other, in the order of the lesson. */
  readonly session: string | undefined;
  /** Other right answers. */
  readonly alternatives: readonly LabelledAnswer[];
  /** Wrong answers, each labelled with the mistake that it makes. */
  readonly wrong: readonly LabelledAnswer[];
  /** The mistakes that the feedback names, and remarks on right answers. */
  readonly mistakes: readonly NamedFeedback[];
  readonly remarks: readonly NamedFeedback[];
  /** Mutants of the solution that pass the check, each with the reason why that is right. */
  readonly survivors: readonly Survivor[];
  /** The lines to be put in order, where they are not those of the solution. */
  readonly parsons: Fence | undefined;
  readonly distractorFences: readonly Fence[];
  /** Wrong lines among those to be put in order. */
  readonly distractors: readonly Distractor[];
}

export interface LabelledAnswer {
  readonly label: string;
  readonly fence: Fence;
}

/** A sentence of feedback: its text stands in the lesson. */
export interface NamedFeedback {
  readonly name: string;
  readonly place: Place;
  /** Names of the values that its `<Found>` elements show. */
  readonly shows: readonly string[];
}

export interface Survivor {
  /** The change, as the verifier writes it: `20 → 21`. */
  readonly what: string;
  readonly place: Place;
}

/** A wrong line and why it is wrong. */
export interface Distractor {
  readonly code: string;
  readonly reason: string;
}
