import type { ExtractedExamples } from '../examples/extracted-examples.ts';
import type { Exercise } from '../exercises/exercise.ts';

/** Everything in a file that is proven. */
export interface ExtractedLesson extends ExtractedExamples {
  readonly exercises: readonly Exercise[];
}

/** A file with its examples, values, rules and diagnostics. */
export interface Lesson {
  /** Path to be shown, relative to the working directory, forward slashes. */
  readonly file: string;
  readonly text: string;
  /** The byte order mark before the text, or the empty string. */
  readonly mark: string;
  readonly extracted: ExtractedLesson;
}
