import type { Example, ProseValue, Verdict } from '../examples/example.ts';
import type { FormulaClaim } from '../examples/formula-claim.ts';
import type { ReportedExample } from '../examples/report.ts';

/**
 * The runs of a page, statement by statement; the page of verification gets them as `remarkPluginFrontmatter.record`. A
 * verdict is missing where the report says nothing of the text as it stands.
 */
export interface ProofRecord {
  readonly examples: readonly RecordedExample[];
  readonly rules: readonly RecordedRule[];
  readonly exercises: readonly RecordedExercise[];
}

export interface RecordedRun {
  readonly verdict: Verdict | undefined;
  readonly engines: readonly string[];
  /** ISO 8601 in UTC; empty when it was not run. */
  readonly ranAt: string;
}

export interface RecordedExample extends RecordedRun {
  readonly id: string;
  /** Why it is never run, if that is so. */
  readonly reason: string | undefined;
  /** Its place in the page: an id. */
  readonly anchor: string;
  readonly values: readonly RecordedValue[];
  readonly formulas: readonly RecordedFormula[];
}

/** A formula that was compared with the run of its example. */
export interface RecordedFormula {
  readonly tex: string;
  readonly verdict: Verdict | undefined;
}

/** A number or a word in a sentence. */
export interface RecordedValue {
  readonly text: string;
  /** The Python that makes it, after its example. */
  readonly expr: string;
  readonly verdict: Verdict | undefined;
}

export interface RecordedRule {
  readonly function: string;
  readonly derivative: string;
  readonly verdict: Verdict | undefined;
}

export interface RecordedExercise extends RecordedRun {
  readonly name: string;
  readonly number: string;
  readonly title: string;
  /** Answers of the lesson that must pass, and those that must get their own feedback. */
  readonly right: number;
  readonly wrong: number;
  /** Changed solutions that were run, and how many of them the check caught. */
  readonly mutants: number;
  readonly caught: number;
}

/** The statements of a page with their verdicts, and the results for its examples. */
export interface Verdicts {
  readonly reported: ReadonlyMap<Example, ReportedExample>;
  readonly ofValues: ReadonlyMap<ProseValue, Verdict | undefined>;
  readonly ofFormulas: ReadonlyMap<FormulaClaim, Verdict | undefined>;
}

/** @param anchor of the element that shows it */
export function recordExample(example: Example, anchor: string, all: Verdicts): RecordedExample {
  const { id, options } = example;
  const report = all.reported.get(example);
  return {
    ...{ id, anchor, reason: options.illustrative },
    verdict: options.illustrative === undefined ? report?.verdict : 'illustrative',
    engines: report?.engines ?? [],
    ranAt: report?.ranAt ?? '',
    values: [...all.ofValues]
      .filter(([{ of }]) => of === id)
      .map(([{ text, expr, format }, verdict]) => ({
        text,
        expr: format ? `format(${expr}, "${format}")` : expr,
        verdict,
      })),
    formulas: [...all.ofFormulas].filter(([{ of }]) => of === id).map(([{ tex }, verdict]) => ({ tex, verdict })),
  };
}
