/** The result of a check, as `src/python/checking.py` writes it. */
export interface CheckRecord {
  readonly verdict: 'passed' | 'failed' | 'broken';
  /** The mistake of the catalogue that was recognized. */
  readonly mistake?: string;
  /** For the sentence of the mistake: the texts of its values. */
  readonly numbers: Readonly<Record<string, string>>;
  readonly problem?: CheckProblem;
  /** The function of the answer that has changed data that were passed to it: a list, an array, a dictionary. */
  readonly changed?: string;
  readonly remarks: readonly Remark[];
  /** How many values were compared or calls made. */
  readonly tried: number;
  /** The values that the answer returned, in order: two answers with the same values make the same mistake. */
  readonly results: readonly unknown[];
}

/** Something right that is worth a sentence. */
export interface Remark {
  readonly name: string;
  readonly numbers: Readonly<Record<string, string>>;
}

/** The fault of an answer whose mistake is not in the catalogue. All texts are of the answer or of the author. */
export type CheckProblem =
  | { readonly kind: 'missing'; readonly name: string; readonly signature: string | null; readonly near: string | null }
  | { readonly kind: 'not callable'; readonly name: string; readonly signature: string }
  | {
      readonly kind: 'arguments';
      readonly name: string;
      readonly signature: string;
      readonly takes: string;
      readonly needs: number;
    }
  | { readonly kind: 'wrong kind'; readonly call: string; readonly wanted: string; readonly got: string }
  | { readonly kind: 'raised'; readonly call: string; readonly exception: CheckException }
  | { readonly kind: 'too long'; readonly call: string | null }
  /** The answer itself ended with an exception, which the cell explains. */
  | { readonly kind: 'stopped' }
  | {
      readonly kind: 'differs';
      readonly call: string | null;
      readonly of: string | null;
      readonly got: string;
      readonly expected: string;
    }
  /** The check has a mistake. */
  | { readonly kind: 'check'; readonly exception: CheckException };

/** An exception as the harness describes it. */
export interface CheckException {
  readonly types: readonly string[];
  readonly summary: string;
  readonly line: number | null;
  readonly column: number | null;
  readonly traceback: string;
}

/** A mutant of the answer with what the check says of it. */
export interface MutantRecord {
  readonly what: string;
  /** The line of the answer that was changed, 1-based. */
  readonly line: number;
  readonly record: CheckRecord;
}

/** What {@link readChecked} makes of `Ran.checked`. */
export interface Checked {
  readonly record: CheckRecord;
  readonly mutants: readonly MutantRecord[];
}
