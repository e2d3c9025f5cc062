import type { Dialect } from '../../examples/extract/pair-outputs.ts';
import type { ExtractedExamples } from '../../examples/extracted-examples.ts';
import type { Exercise } from '../../exercises/exercise.ts';
import type { Statement } from '../../formulas/formula-tree.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { PageReferences } from './page-references.ts';
import type { PinnedFigures } from './pinned-figures.ts';

/** Everything in a file that is proven. */
export interface ExtractedLesson extends ExtractedExamples {
  readonly exercises: readonly Exercise[];
  /** The statements of each of its formulas, in the same order; empty for one that is not tied to an example, or not readable. */
  readonly statements: readonly (readonly Statement[])[];
  /** Its references to other pages and terms; only of a page of the site. */
  readonly references?: PageReferences;
}

/** A file as it was read; its text, its figures' file and the program that reads decide what comes out. */
export interface ReadPage {
  readonly extracted: ExtractedLesson;
  /** The figures that are pinned beside it; absent where figures are not compared. */
  readonly pins?: PinnedFigures;
}

/** A file with its examples, values, rules and diagnostics. */
export interface Lesson extends ReadPage {
  /** Path to be shown, relative to the working directory, forward slashes. */
  readonly file: string;
  readonly text: string;
  /** The byte order mark before the text, or the empty string. */
  readonly mark: string;
  /** Whether it is read strictly, as a page of this project, or as a guide of somebody else. */
  readonly dialect: Dialect;
  /** The settings that hold in its folder. */
  readonly configuration: Configuration;
}

/** How a file is read: MDX of this project is a lesson; Markdown, and MDX from elsewhere, is a guide. */
export function dialectOf(file: string, isOurs: boolean): Dialect {
  return isOurs && isMdx(file) ? 'lesson' : 'guide';
}

/** Whether a file is a page of the site: a lesson or a reference. */
export function isPage(file: string): boolean {
  return /(?:^|\/)(?:guide|reference)\/[^/]+\.mdx$/.test(file);
}

/** Whether a file is a Jupyter notebook. */
export function isNotebook(file: string): boolean {
  return /\.ipynb$/i.test(file);
}

export function isMdx(file: string): boolean {
  return /\.mdx$/i.test(file);
}
