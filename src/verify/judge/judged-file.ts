import type { DerivativeRule } from '../../examples/derivative-rules.ts';
import type { Example, Fence, ProseValue, Verdict } from '../../examples/example.ts';
import type { FormulaClaim } from '../../examples/formula-claim.ts';
import type { Exercise } from '../../exercises/exercise.ts';
import type { Finding, Outcome } from '../findings/finding.ts';
import type { Lesson } from '../read/lesson.ts';
import type { ExampleFigures } from '../read/pinned-figures.ts';

/** An example, value, rule or formula with the combined verdict of all engines. */
export interface Judged<Subject> {
  readonly subject: Subject;
  readonly verdict: Verdict;
  /** One for each problem; a finding that several engines share is listed once. */
  readonly findings: readonly Finding[];
  /** The text that the page should show, if all engines agree on it. */
  readonly text: string | undefined;
  readonly ranBy: readonly string[];
  /** The run time in seconds, on the first engine that ran it. */
  readonly seconds: number | undefined;
  /** The figures recorded by the embedded engine. */
  readonly figures: readonly unknown[];
  /** The convention that showed the output, if it is not an output fence. */
  readonly shownBy?: Outcome['shownBy'];
  /** When it was run: the earliest, when several engines ran it. */
  readonly ranAt: string | undefined;
}

/** An exercise with what all engines say of its check. */
export interface JudgedExercise {
  readonly subject: Exercise;
  readonly findings: readonly Finding[];
  readonly ranBy: readonly string[];
  /** Changed solutions that were run, how many of them the check caught, and the engine that ran them. */
  readonly mutants: number;
  readonly caught: number;
  readonly mutantsRanBy: readonly string[];
  /** When it was run: the earliest, when several engines ran it. */
  readonly ranAt: string | undefined;
}

export interface JudgedFile {
  readonly lesson: Lesson;
  readonly examples: readonly Judged<Example>[];
  readonly values: readonly Judged<ProseValue>[];
  readonly rules: readonly Judged<DerivativeRule>[];
  readonly formulas: readonly Judged<FormulaClaim>[];
  /** Of each example that draws, in a lesson whose figures are pinned. */
  readonly figures: readonly Judged<ExampleFigures>[];
  readonly exercises: readonly JudgedExercise[];
  readonly orphans: readonly Judged<Fence>[];
  /** The mistakes in the file itself. */
  readonly input: readonly Finding[];
  /** How many of its examples were not run again. */
  readonly fromCache: number;
}

const holdsCode = /^[ \t]*[^\s#]/m;

/** The number of examples, values, rules, formulas, figures and exercises of a file that were run and compared with something. */
export function countChecked({ examples, values, rules, formulas, figures, exercises }: JudgedFile): number {
  const pinned = examples.filter(
    ({ verdict, subject }) => verdict !== 'unpinned' && verdict !== 'not run' && holdsCode.test(subject.code.text),
  );
  const judged: readonly { readonly ranBy: readonly string[] }[] = [
    ...pinned,
    ...values,
    ...rules,
    ...formulas,
    ...figures,
    ...exercises,
  ];
  return judged.filter(({ ranBy }) => ranBy.length > 0).length;
}
