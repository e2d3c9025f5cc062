import type { ExtractedExamples } from '../examples/extracted-examples.ts';

/** A file with its examples, values, rules and diagnostics. */
export interface Lesson {
  /** Path to be shown, relative to the working directory, forward slashes. */
  readonly file: string;
  readonly text: string;
  /** The byte order mark before the text, or the empty string. */
  readonly mark: string;
  readonly extracted: ExtractedExamples;
}
