import type { Verdict } from '../../examples/example.ts';
import type { Finding, FindingKind } from '../findings/finding.ts';
import { countChecked, type JudgedFile } from '../judge/judged-file.ts';
import type { Verification } from '../judge/verification.ts';
import { accountFor, type FenceAccounts } from './accounts.ts';

export type Count<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** Exercises, those that are proven, and changed solutions: those that the checks caught, and the engines that ran them. */
export interface ExerciseTotals {
  readonly all: number;
  readonly proven: number;
  readonly mutants: number;
  readonly caught: number;
  readonly mutantsRanBy: readonly string[];
}

/** Counts that add up: each subject is in exactly one verdict. */
export interface Totals {
  readonly files: number;
  readonly examples: Count<Verdict>;
  readonly values: Count<Verdict>;
  /** The number of examples with an expected output, and the number of those that print it. */
  readonly outputs: number;
  readonly outputsAsPrinted: number;
  readonly rules: Count<Verdict>;
  /** Examples that draw, by what became of their figures. */
  readonly figures: Count<Verdict>;
  /** Formulas; one that no run can show is illustrative. */
  readonly formulas: Count<Verdict>;
  readonly exercises: ExerciseTotals;
  readonly orphans: number;
  readonly otherFences: number;
  /** Pieces of Python that are not run, and how many of them are fences. */
  readonly unchecked: number;
  readonly uncheckedFences: number;
  /** How many examples, values, rules, formulas and exercises were run and judged. */
  readonly checked: number;
  /** By kind: those that make the verification fail, and the others. */
  readonly findings: Count<FindingKind>;
  readonly warnings: Count<FindingKind>;
  /** Those that the baseline has. */
  readonly known: Count<FindingKind>;
  /** Every fence by what became of it. */
  readonly fences: FenceAccounts;
  readonly fromCache: number;
}

/** Counts the verdicts of everything in some files. */
export function countTotals(files: readonly JudgedFile[]): Totals {
  const examples = files.flatMap((file) => file.examples);
  const withOutput = examples.filter(({ subject }) => (subject.output ?? subject.error) !== undefined);
  const sum = (count: (file: JudgedFile) => number) => files.reduce((total, file) => total + count(file), 0);
  return {
    files: files.length,
    examples: tally(examples.map(({ verdict }) => verdict)),
    values: tally(files.flatMap((file) => file.values).map(({ verdict }) => verdict)),
    rules: tally(files.flatMap((file) => file.rules).map(({ verdict }) => verdict)),
    figures: tally(files.flatMap((file) => file.figures).map(({ verdict }) => verdict)),
    formulas: tally(files.flatMap((file) => file.formulas).map(({ verdict }) => verdict)),
    outputs: withOutput.length,
    outputsAsPrinted: withOutput.filter(({ verdict }) => verdict === 'verified').length,
    exercises: countExercises(files),
    orphans: sum((file) => file.orphans.length),
    otherFences: sum((file) => file.lesson.extracted.otherFences),
    unchecked: sum((file) => file.lesson.extracted.unchecked.length),
    uncheckedFences: sum((file) => file.lesson.extracted.unchecked.filter(({ isFence }) => isFence).length),
    checked: sum(countChecked),
    findings: tally(files.flatMap(errorsOf).map(({ kind }) => kind)),
    warnings: tally(files.flatMap(warningsOf).map(({ kind }) => kind)),
    known: tally(files.flatMap(knownOf).map(({ kind }) => kind)),
    fences: accountFor(files),
    fromCache: sum((file) => file.fromCache),
  };
}

/** Of the changed solutions of many exercises together, the checks must catch at least this part. */
export const leastCaughtOfAll = 0.97;
/** Of a few exercises each is judged by itself. */
const many = 10;

/** Whether the checks of many exercises, all together, let too many changed solutions pass. */
export function catchTooFew({ all, mutants, caught }: Omit<ExerciseTotals, 'mutantsRanBy'>): boolean {
  return all >= many && caught < leastCaughtOfAll * mutants;
}

/** Whether the checks of a guide, all together, let too many pass: of some of its lessons, each exercise is judged by itself. */
export function guideCatchesTooFew({ files, isWhole }: Pick<Verification, 'files' | 'isWhole'>): boolean {
  return isWhole && catchTooFew(countExercises(files));
}

function countExercises(files: readonly JudgedFile[]): ExerciseTotals {
  const exercises = files.flatMap((file) => file.exercises);
  return {
    all: exercises.length,
    proven: exercises.filter(({ findings }) => findings.length === 0).length,
    mutants: exercises.reduce((sum, { mutants }) => sum + mutants, 0),
    caught: exercises.reduce((sum, { caught }) => sum + caught, 0),
    mutantsRanBy: [...new Set(exercises.flatMap(({ mutantsRanBy }) => mutantsRanBy))],
  };
}

/** All findings of a file, in the order of their places. */
export function findingsOf(file: JudgedFile): Finding[] {
  const { input, examples, values, rules, formulas, figures, exercises, orphans } = file;
  const judged = [...examples, ...values, ...rules, ...formulas, ...figures, ...exercises, ...orphans];
  const all = [...input, ...judged.flatMap(({ findings }) => findings)];
  return all.sort((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}

/** The findings of a file that make the verification fail. */
export function errorsOf(file: JudgedFile): Finding[] {
  return findingsOf(file).filter(({ severity }) => severity === undefined);
}

/** The findings of a file that do not. */
export function warningsOf(file: JudgedFile): Finding[] {
  return findingsOf(file).filter(({ severity }) => severity === 'warning');
}

/** The findings of a file that the baseline has. */
export function knownOf(file: JudgedFile): Finding[] {
  return findingsOf(file).filter(({ severity }) => severity === 'known');
}

/**
 * The exit code: 0 if all is proven, 1 if a result differs from its page, 2 if a file itself is wrong, 4 if there was
 * nothing to prove and that is an error.
 */
export function exitCode({ files, isWhole, leftOut, mayBeEmpty = false }: Verification): 0 | 1 | 2 | 4 {
  if (files.some(({ input }) => input.some(({ severity }) => severity === undefined))) return 2;
  if (files.some((file) => errorsOf(file).length > 0)) return 1;
  if (guideCatchesTooFew({ files, isWhole })) return 1;
  // Nothing has changed, or there are fewer files than shards.
  if (files.length === 0 && leftOut > 0) return 0;
  return mayBeEmpty || files.some((file) => countChecked(file) > 0) ? 0 : 4;
}

/** The sum of all counts. */
export function countAll(count: Count<string>): number {
  return Object.values(count).reduce<number>((total, n) => total + (n ?? 0), 0);
}

function tally<Key extends string>(keys: readonly Key[]): Count<Key> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
