import type { Verdict } from './example.ts';

/**
 * What a verification leaves for the site: plain JSON at `.cache/verify/report.json`, written by
 * `npm run verify` and read when pages are built.
 */
export interface Report {
  /** Raised when this shape changes, so that a reader can refuse what it does not understand. */
  readonly format: 3;
  readonly examples: readonly ReportedExample[];
  readonly claims: readonly ReportedClaim[];
}

/** A value in a sentence, or a rule in a table of derivatives: a statement of the page with a verdict of its own. */
export interface ReportedClaim {
  /** Path from the project's root, forward slashes. */
  readonly file: string;
  /** Identifies what is stated and all that it follows from: see `valueDigest` and `ruleDigest`. */
  readonly digest: string;
  readonly verdict: Verdict;
}

export interface ReportedExample {
  /** Path from the project's root, forward slashes: `content/guide/02-derivatives.mdx`. */
  readonly file: string;
  /** The example's id. */
  readonly id: string;
  /** Identifies the code, all that ran before it in its session, and what was expected: see `exampleDigest`. */
  readonly digest: string;
  readonly verdict: Verdict;
  /** What came out, to show where the expected output holds placeholders. */
  readonly output: string;
  /** What the embedded engine's recorder of figures has to show, in order: plain JSON, checked by whoever draws it. */
  readonly figures: readonly unknown[];
  /** What ran it, for people: `CPython 3.11.2, NumPy 1.24.2`. One per engine. */
  readonly engines: readonly string[];
  /** When it was run, ISO 8601 in UTC. A result from the cache keeps the time of its run. */
  readonly ranAt: string;
}
