import type { Code, Parent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { VFile } from 'vfile';
import type { Hash } from '../examples/example-digest.ts';
import { isElement } from '../examples/lesson-elements.ts';
import type { Exercise } from '../exercises/exercise.ts';
import { exerciseDigest } from '../exercises/exercise-digest.ts';
import { extractExercises } from '../exercises/extract-exercises.ts';
import { linePuzzle } from '../exercises/line-puzzle.ts';
import type { ProofRecord, RecordedExercise } from './proof-record.ts';
import type { ReportLookUp } from './report-reader.ts';

export interface RemarkExercisesOptions {
  readonly report: Pick<ReportLookUp, 'exercise'>;
  /** The hash with which the report's digests were made. */
  readonly hash: Hash;
  /** From the path that the file was given to the path that the report uses. */
  readonly fileName: (path: string) => string;
}

/**
 * Makes the starter of each exercise an `<ExerciseCell>` that holds its check, and takes out what is only for the proof:
 * the other fences of the exercise and its `<Survivor>` elements. Adds the exercises to the record of the page.
 */
export function remarkExercises(options: RemarkExercisesOptions) {
  return (tree: Root, file: VFile): void => {
    const { exercises } = extractExercises(tree, String(file), { file: file.path });
    const starters = new Map(exercises.map((exercise) => [exercise.starter.span.start, exercise]));
    const hidden = new Set(exercises.flatMap(hiddenFences));
    replaceChildren(tree, (child) => {
      if (isElement(child) && child.name === 'Survivor') return [];
      const offset = child.position?.start.offset ?? -1;
      const exercise = child.type === 'code' ? starters.get(offset) : undefined;
      if (exercise) return [cellElement(exercise, child as Code)];
      return child.type === 'code' && hidden.has(offset) ? [] : [child];
    });
    const data = file.data as { astro?: { frontmatter?: { record?: ProofRecord } } };
    const record = data.astro?.frontmatter?.record;
    if (data.astro?.frontmatter && record) {
      const recorded = exercises.map((exercise) => recordExercise(exercise, exercises, { options, path: file.path }));
      data.astro.frontmatter.record = { ...record, exercises: recorded };
    }
  };
}

function recordExercise(
  exercise: Exercise,
  all: readonly Exercise[],
  { options, path }: { readonly options: RemarkExercisesOptions; readonly path: string },
): RecordedExercise {
  const { name, number, title, alternatives, wrong } = exercise;
  const found = options.report.exercise(options.fileName(path), name);
  const report = found?.digest === exerciseDigest(exercise, all, options.hash) ? found : undefined;
  return {
    ...{ name, number, title, right: 1 + alternatives.length, wrong: wrong.length },
    verdict: report?.verdict,
    engines: report?.engines ?? [],
    ranAt: report?.ranAt ?? '',
    mutants: report?.mutants ?? 0,
    caught: report?.caught ?? 0,
  };
}

/** Offsets of the fences that the page does not show. */
function hiddenFences({ check, alternatives, wrong, parsons, distractorFences }: Exercise): number[] {
  const fences = [check, ...[...alternatives, ...wrong].map(({ fence }) => fence), ...distractorFences];
  return [...fences, ...(parsons ? [parsons] : [])].map(({ span }) => span.start);
}

function replaceChildren(parent: Parent, replace: (child: RootContent) => RootContent[]): void {
  for (const child of parent.children) if ('children' in child) replaceChildren(child, replace);
  parent.children = parent.children.flatMap(replace);
}

function cellElement(exercise: Exercise, starter: Code): MdxJsxFlowElement {
  const { name, title, check, tries, solution, session, parsons, distractors } = exercise;
  const lines = JSON.stringify(linePuzzle((parsons ?? solution).text, distractors));
  const shared = session !== undefined && { session: `exercises-${session}` };
  const attributes = { name, title, check: check.text, tries, lines, ...shared };
  return {
    type: 'mdxJsxFlowElement',
    name: 'ExerciseCell',
    attributes: Object.entries(attributes).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children: [{ ...starter, meta: null }],
  };
}
