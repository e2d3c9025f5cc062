import type { ExtractedExamples } from '../examples/extracted-examples.ts';

/** A file with everything in it that must be accounted for. */
export interface Lesson {
  /** Path to be shown, relative to the working directory, forward slashes. */
  readonly file: string;
  readonly text: string;
  /** What stands before the text in the file: a byte order mark, or nothing. */
  readonly mark: string;
  readonly extracted: ExtractedExamples;
}
