import type { Verdict } from './example.ts';

/**
 * The report of a verification for the site: plain JSON at `.cache/verify/report.json`, written by
 * `npm run verify` and read when pages are built.
 */
export interface Report {
  /** Increased when this format changes; a reader refuses other formats. */
  readonly format: 4;
  readonly examples: readonly ReportedExample[];
  readonly claims: readonly ReportedClaim[];
  readonly exercises: readonly ReportedExercise[];
}

/** An exercise: its check was run on the answers of the lesson, and on changed solutions. */
export interface ReportedExercise {
  /** Path from the project's root, forward slashes. */
  readonly file: string;
  readonly name: string;
  /** Identifies the exercise and everything that its check depends on: see `exerciseDigest`. */
  readonly digest: string;
  readonly verdict: Verdict;
  /** Changed solutions that were run, and how many of them the check caught. */
  readonly mutants: number;
  readonly caught: number;
  readonly engines: readonly string[];
  /** When it was run, ISO 8601 in UTC. */
  readonly ranAt: string;
}

/** A value in a sentence, a rule in a table of derivatives, or a formula: a statement of the page with its own verdict. */
export interface ReportedClaim {
  /** Path from the project's root, forward slashes. */
  readonly file: string;
  /** Identifies the statement and everything that it depends on: see `valueDigest`, `ruleDigest` and `formulaDigest`. */
  readonly digest: string;
  readonly verdict: Verdict;
  /** The difference and the remedy in words, unless it is proven. */
  readonly problem?: string;
}

export interface ReportedExample {
  /** Path from the project's root, forward slashes: `content/guide/02-derivatives.mdx`. */
  readonly file: string;
  /** The example's id. */
  readonly id: string;
  /** Identifies the code, all code that ran before it in its session, and the expected output: see `exampleDigest`. */
  readonly digest: string;
  readonly verdict: Verdict;
  /** The difference and the remedy in words, unless it is proven. */
  readonly problem?: string;
  /** The actual output, shown in place of placeholders. */
  readonly output: string;
  /** The figures recorded by the embedded engine, in order: plain JSON, checked before it is drawn. */
  readonly figures: readonly unknown[];
  /** The engines that ran it: `CPython 3.11.2, NumPy 1.24.2`. */
  readonly engines: readonly string[];
  /** When it was run, ISO 8601 in UTC. A result from the cache keeps the time of its run. */
  readonly ranAt: string;
}
