import { insteadOfInvalid } from '../../core/odd-character.ts';
import type { Place } from '../../core/place.ts';
import type { CheckRecord, MutantRecord } from '../../exercises/check-record.ts';
import type { Exercise } from '../../exercises/exercise.ts';
import { problemText } from '../../exercises/feedback.ts';
import { readChecked } from '../../exercises/read-checked.ts';
import type { BlockResult } from '../../python/engine.ts';
import type { Finding } from '../findings/finding.ts';
import type { PlannedAnswer } from '../run/plan-exercises.ts';

/** Of the mutants of a solution, the check must catch at least this part. */
export const leastCaught = 0.9;

/** The results of one engine for an exercise. */
export interface ExerciseOutcome {
  readonly findings: readonly Finding[];
  readonly mutants: number;
  readonly caught: number;
}

/** An answer with what its run came to. */
export interface JudgedAnswer {
  readonly answer: PlannedAnswer;
  readonly result: BlockResult;
}

interface Answered extends JudgedAnswer {
  readonly record: CheckRecord;
  readonly mutants: readonly MutantRecord[];
}

/** Judges an exercise by the results of one engine for all its answers. */
export function judgeExercise(exercise: Exercise, judged: readonly JudgedAnswer[]): ExerciseOutcome {
  const ended = judged.filter(({ result }) => result.checked !== undefined);
  const all = ended.map(({ answer, result }): Answered => ({ answer, result, ...readChecked(result.checked) }));
  const isWrongAlways = all.some(({ answer, record }) => answer.kind === 'solution' && record.verdict === 'broken');
  const mutants = all.flatMap((one) => one.mutants);
  // Line 0: not a change of the solution, but something made up.
  const changed = mutants.filter(({ line }) => line > 0);
  const survived = changed.filter(({ record }) => record.verdict === 'passed');
  return {
    findings: [
      ...judged.filter(({ result }) => result.checked === undefined).map(unfinished),
      ...all.flatMap((one) => answerFindings(one, isWrongAlways)),
      ...all.flatMap((one) => shownFindings(exercise, one)),
      ...survivorFindings(exercise, changed, survived),
      ...mutants.flatMap((mutant) => namedFindings(exercise, mutant, all)),
    ],
    mutants: changed.length,
    caught: changed.length - survived.length,
  };
}

function finding(exercise: Exercise, place: Place, message: string, hint: string): Finding {
  return { kind: 'exercise', place, example: exercise.name, message, hint };
}

function unfinished({ answer, result }: JudgedAnswer): Finding {
  const message = `The run of this ${answer.kind} did not come to its end (${result.end.how}).`;
  return finding(answer.exercise, answer.fence.place, message, 'Look for a loop that never ends.');
}

/** @param isWrongAlways whether the check fails on the solution too, whatever an answer returns */
function answerFindings({ answer, record, result }: Answered, isWrongAlways: boolean): Finding[] {
  const { exercise, kind, label, fence } = answer;
  if (record.verdict === 'broken') return [brokenCheck(exercise, record, isWrongAlways)];
  const isRight = record.verdict === 'passed';
  const say = (message: string, hint: string) => [finding(exercise, fence.place, message, hint)];
  if (kind === 'solution' && !isRight)
    return say(`The solution fails: ${told(record, result)}`, 'Correct it, or the check.');
  if (kind === 'alternative' && !isRight) {
    return say(
      `This right answer (${label}) fails: ${told(record, result)}`,
      isNoPython(result) ? 'Correct it.' : 'Change the check so that it accepts every right answer.',
    );
  }
  if (kind === 'starter' && isRight) return say('The starter passes the check.', 'Leave something to do in it.');
  if (kind === 'wrong' && record.mistake !== label) {
    const got = isRight ? 'passes the check.' : `gets other feedback: ${told(record, result)}`;
    return say(`This wrong answer (${label}) ${got}`, `Let the check call \`mistake("${label}", …)\` for it.`);
  }
  return [];
}

/** The feedback, in one line: of an answer that is no Python, what Python says. */
function told(record: CheckRecord, result: BlockResult): string {
  if (isNoPython(result)) return `${result.end.exception.summary}.`;
  if (record.mistake !== undefined) return `the sentence of \`${record.mistake}\`.`;
  return record.problem ? problemText(record.problem) : 'nothing that can be read.';
}

function isNoPython(result: BlockResult): result is BlockResult & { readonly end: { readonly how: 'raised' } } {
  return result.end.how === 'raised' && result.end.exception.types.includes('SyntaxError');
}

function brokenCheck(exercise: Exercise, { problem }: CheckRecord, isWrongAlways: boolean): Finding {
  const exception = problem?.kind === 'check' ? problem.exception : undefined;
  const place = { ...exercise.check.place, line: exercise.check.place.line + (exception?.line ?? 0) };
  const message = `The check itself fails: ${exception?.summary ?? 'its result cannot be read'}.`;
  const odd = insteadOfInvalid(exception?.summary ?? '');
  const always = odd ? `${odd}.` : 'It fails on the solution too: correct this line of the check.';
  const hint = 'Ask for a kind (`gives="number"`) before computing with the value that an answer returns.';
  return finding(exercise, place, message, isWrongAlways ? always : hint);
}

/** Every value that a sentence shows was given by the check. */
function shownFindings(exercise: Exercise, { record }: Answered): Finding[] {
  const found = [
    { name: record.mistake, numbers: record.numbers, sentences: exercise.mistakes },
    ...record.remarks.map(({ name, numbers }) => ({ name, numbers, sentences: exercise.remarks })),
  ];
  return found.flatMap(({ name, numbers, sentences }) => {
    if (name === undefined) return [];
    const sentence = sentences.find((one) => one.name === name);
    if (!sentence) {
      const hint = `Write \`<Mistake of="${name}">\` (or \`<Remark …>\` for a remark on a right answer).`;
      return [finding(exercise, exercise.check.place, `The check names \`${name}\`, which has no sentence.`, hint)];
    }
    return sentence.shows
      .filter((shown) => !Object.hasOwn(numbers, shown))
      .map((shown) => {
        const hint = `Write \`mistake("${name}", …, ${shown}=…)\` in the check.`;
        return finding(exercise, sentence.place, `The check does not give \`${shown}\` with this mistake.`, hint);
      });
  });
}

/** All mutants that pass are listed, all listed ones pass, and they are few. */
function survivorFindings(
  exercise: Exercise,
  changed: readonly MutantRecord[],
  survived: readonly MutantRecord[],
): Finding[] {
  const { survivors, solution } = exercise;
  const names = survived.map(({ what }) => what);
  const unlisted = survived
    .filter(({ what }) => !survivors.some((one) => one.what === what))
    .map(({ what, line }) => {
      const place = { ...solution.place, line: solution.place.line + line };
      const hint = `Make the check better, or write \`<Survivor of='${what}'>\` with the reason why it is right.`;
      return finding(exercise, place, `The solution with \`${what}\` passes the check.`, hint);
    });
  const gone = survivors
    .filter(({ what }) => changed.length > 0 && !names.includes(what))
    .map(({ what, place }) => finding(exercise, place, `\`${what}\` does not pass the check.`, 'Remove it.'));
  const caught = changed.length - survived.length;
  if (changed.length === 0 || caught / changed.length >= leastCaught) return [...unlisted, ...gone];
  const message = `The check catches ${caught} of ${changed.length} changed solutions; 90% are needed.`;
  return [...unlisted, ...gone, finding(exercise, exercise.check.place, message, 'Try more inputs, less round ones.')];
}

/** A wrong answer that nobody has catalogued gets the sentence of a mistake only if it returns what that mistake does. */
function namedFindings(exercise: Exercise, { what, record }: MutantRecord, all: readonly Answered[]): Finding[] {
  const { mistake } = record;
  if (mistake === undefined) return [];
  const shown = all.filter(({ answer }) => answer.kind === 'wrong' && answer.label === mistake);
  if (shown.some((one) => areAlike(one.record.results, record.results))) return [];
  const message = `An answer that gives something else (${what}) gets the sentence of \`${mistake}\`.`;
  const hint = `Compare with the result of the mistake everywhere; if this answer makes it, add it: \`\`\`python wrong="${mistake}"\`\`\`.`;
  return [finding(exercise, exercise.check.place, message, hint)];
}

/** Whether two answers returned the same, as far as a reader could tell. */
function areAlike(some: unknown, others: unknown): boolean {
  if (typeof some === 'number' && typeof others === 'number') {
    return Object.is(some, others) || Math.abs(some - others) <= 1e-2 * Math.max(Math.abs(some), Math.abs(others));
  }
  if (Array.isArray(some) && Array.isArray(others)) {
    return some.length === others.length && some.every((one, i) => areAlike(one, others[i]));
  }
  return JSON.stringify(some) === JSON.stringify(others);
}
