import type { Fence } from '../examples/example.ts';
import type { Hash } from '../examples/example-digest.ts';
import type { Exercise } from './exercise.ts';

/**
 * Identifies an exercise for the site's report: its check, all answers that are run against it, what the page says of
 * them, and the solutions that run before it. While the digest is the same, what the verifier found still holds.
 *
 * @param all the exercises of the lesson
 */
export function exerciseDigest(exercise: Exercise, all: readonly Exercise[], hash: Hash): string {
  const { starter, check, solution, session, alternatives, wrong, parsons, distractors, survivors } = exercise;
  const before = all
    .slice(0, all.indexOf(exercise))
    .filter((earlier) => session !== undefined && earlier.session === session)
    .map((earlier) => earlier.solution.text);
  const text = (fence: Fence | undefined) => fence?.text ?? null;
  const labelled = [...alternatives, ...wrong].map(({ label, fence }) => [label, fence.text]);
  const feedback = [...exercise.mistakes, ...exercise.remarks].map(({ name, shows }) => [name, shows]);
  const left = survivors.map(({ what }) => what);
  const answers = [text(starter), text(solution), text(parsons), labelled, distractors, left];
  return hash(JSON.stringify(['exercise', before, text(check), answers, feedback]));
}
