import type { Place } from '../../core/place.ts';
import type { DerivativeRule } from '../../examples/derivative-rules.ts';
import type { Example, ProseValue } from '../../examples/example.ts';
import { runs } from '../../examples/example-digest.ts';
import type { FormulaClaim } from '../../examples/formula-claim.ts';
import type { Exercise } from '../../exercises/exercise.ts';
import type { Finding, Outcome } from '../findings/finding.ts';
import { inputFinding } from '../findings/input-finding.ts';
import type { Lesson } from '../read/lesson.ts';
import type { SessionRun } from '../run/run-sessions.ts';
import { againWith, combine, type EngineOutcome } from './combine-outcomes.ts';
import { dependsOnVersion, enginesDiffer, slowerEmbedded } from './engines-differ.ts';
import { judgeRule, judgeValue, orphanClaim, orphanOutput, runByNone } from './judge-claims.ts';
import { type ExerciseOutcome, type JudgedAnswer, judgeExercise } from './judge-exercise.ts';
import { judgeFigures } from './judge-figures.ts';
import { judgeFormula } from './judge-formula.ts';
import { judgeSession } from './judge-session.ts';
import type { Judged, JudgedExercise, JudgedFile } from './judged-file.ts';

/** Combines the results of all engines for a file, or for one example of it and its values. */
export function judgeFile(lesson: Lesson, all: readonly SessionRun[], only?: string): JudgedFile {
  const { examples, values, rules, formulas, exercises, orphans, diagnostics } = lesson.extracted;
  const ours = all.filter(({ session }) => session.lesson === lesson);
  const wanted = (id: string) => only === undefined || id === only;
  const judged = judgeOnce();
  return {
    lesson,
    examples: examples
      .filter(({ id }) => wanted(id))
      .map((example) => warnOfUnpinned(judgeOne(example, ours, judged), lesson)),
    values: values.filter(({ of }) => wanted(of)).map((value) => judgeSentence(value, examples, ours)),
    rules: only === undefined ? rules.map((rule) => judgeOneRule(rule, ours)) : [],
    formulas: formulas
      .filter(({ of }) => only === undefined || of === only)
      .map((claim) => judgeOneFormula(claim, lesson, ours)),
    figures: judgeFigures(lesson, ours, only),
    exercises: exercises.filter(({ name }) => wanted(name)).map((exercise) => judgeOneExercise(exercise, ours)),
    orphans: only === undefined ? orphans.map((fence) => combine(fence, [{ outcome: orphanOutput(fence) }])) : [],
    input: diagnostics.map(inputFinding),
    fromCache: new Set(
      ours.filter((run) => run.fromCache).flatMap(({ session }) => session.blocks.map(({ example }) => example)),
    ).size,
  };
}

type JudgeSession = (by: SessionRun) => readonly (Outcome | undefined)[];

/** Judges each session once, however many of its blocks are asked for. */
function judgeOnce(): JudgeSession {
  const known = new Map<SessionRun, ReturnType<JudgeSession>>();
  return (by) => {
    const outcomes = known.get(by) ?? judgeSession(by);
    known.set(by, outcomes);
    return outcomes;
  };
}

function judgeOne(example: Example, ours: readonly SessionRun[], judged: JudgeSession): Judged<Example> {
  if (!runs(example)) return combine(example, [{ outcome: { verdict: 'illustrative' } }]);
  const outcomes = ours.flatMap((by): EngineOutcome[] => {
    const index = by.session.blocks.findIndex((block) => block.example === example);
    const result = by.run.results[index];
    const outcome = judged(by)[index];
    if (!result || !outcome) return [];
    return [{ outcome, by, seconds: result.seconds, figures: result.figures }];
  });
  // An example that no engine ran is not proven.
  if (outcomes.length === 0) return combine(example, [{ outcome: runByNone(example.code.place, 'example') }]);
  return combine(example, requireAgreement(example.code.place, outcomes, example.id));
}

/** Somebody else's guide may print what it does not show: that is no fault, and worth a warning. */
function warnOfUnpinned(judged: Judged<Example>, { dialect, configuration }: Lesson): Judged<Example> {
  const isFinding = dialect === 'lesson' || configuration.unpinned === 'finding';
  if (isFinding || judged.verdict !== 'unpinned') return judged;
  return { ...judged, findings: judged.findings.map((finding) => ({ ...finding, severity: 'warning' })) };
}

function judgeSentence(
  value: ProseValue,
  examples: readonly Example[],
  ours: readonly SessionRun[],
): Judged<ProseValue> {
  const outcomes = ours.flatMap((by): EngineOutcome[] =>
    by.session.blocks.flatMap((block, i) => {
      const index = block.values.indexOf(value);
      const result = by.run.results[i];
      if (index < 0 || !result) return [];
      const given = result.values[index] ?? { error: 'nothing: its example did not end.' };
      return [{ outcome: judgeValue(value, given), by }];
    }),
  );
  return combine(
    value,
    outcomes.length > 0
      ? requireAgreement(value.place, outcomes, value.of)
      : [{ outcome: orphanClaim(value, examples) }],
  );
}

function judgeOneRule(rule: DerivativeRule, ours: readonly SessionRun[]): Judged<DerivativeRule> {
  const outcomes = ours.flatMap((by): EngineOutcome[] => {
    const index = by.session.rules.indexOf(rule);
    const [result] = by.run.results;
    if (index < 0 || !result) return [];
    const given = result.values[index] ?? { error: 'nothing: the check did not end' };
    return [{ outcome: judgeRule(rule, given), by }];
  });
  return combine(rule, outcomes.length > 0 ? outcomes : [{ outcome: runByNone(rule.place, 'rule') }]);
}

function judgeOneFormula(claim: FormulaClaim, lesson: Lesson, ours: readonly SessionRun[]): Judged<FormulaClaim> {
  const { of, place } = claim;
  if (of === undefined) return combine(claim, [{ outcome: { verdict: 'illustrative' } }]);
  const { examples, formulas, statements } = lesson.extracted;
  const states = statements[formulas.indexOf(claim)] ?? [];
  const outcomes = ours.flatMap((by): EngineOutcome[] => {
    const index = by.session.formulas.indexOf(claim);
    if (index < 0) return [];
    const given = by.run.results.at(-1)?.values[index] ?? { error: 'nothing: its example did not end' };
    return [{ outcome: judgeFormula({ claim, states, text: lesson.text }, given), by }];
  });
  if (outcomes.length > 0) return combine(claim, outcomes);
  // Where it is not readable, that is reported.
  if (states.length === 0) return combine(claim, [{ outcome: { verdict: 'not run' } }]);
  const isThere = examples.some((one) => one.id === of && runs(one));
  return combine(claim, [{ outcome: isThere ? runByNone(place, 'formula') : orphanClaim({ of, place }, examples) }]);
}

function judgeOneExercise(exercise: Exercise, ours: readonly SessionRun[]): JudgedExercise {
  const runs = ours.filter(({ session }) => session.answer?.exercise.name === exercise.name);
  const byEngine = [...Map.groupBy(runs, ({ engine }) => engine)];
  const outcomes = byEngine.map(([engine, own]) => ({ engine, ...judgeExercise(exercise, own.flatMap(answerOf)) }));
  const place = exercise.place;
  const all = outcomes.flatMap(({ engine, findings }) => findings.map((one) => ({ engine, finding: one })));
  const same = Map.groupBy(all, ({ finding }) => JSON.stringify(finding));
  const findings = [...same.values()].flatMap((group) => {
    const [first] = group;
    const engines = [...new Set(group.map(({ engine }) => engine))];
    const ranBy = engines.map(({ label }) => label).join('; ');
    return first ? [{ ...first.finding, ranBy, again: againWith(engines) }] : [];
  });
  const none: Finding[] = [{ kind: 'exercise', place, message: 'No engine could run this exercise.' }];
  const sum = (count: (one: ExerciseOutcome) => number) => outcomes.reduce((total, one) => total + count(one), 0);
  return {
    subject: exercise,
    findings: outcomes.length === 0 ? none : findings,
    ranBy: byEngine.map(([{ label }]) => label),
    mutants: sum(({ mutants }) => mutants),
    caught: sum(({ caught }) => caught),
    mutantsRanBy: outcomes.filter(({ mutants }) => mutants > 0).map(({ engine }) => engine.label),
    ranAt: runs.map(({ run }) => run.ranAt).sort()[0],
  };
}

function answerOf({ session, run }: SessionRun): JudgedAnswer[] {
  const result = run.results.at(-1);
  return session.answer && result ? [{ answer: session.answer, result }] : [];
}

/**
 * Requires that the two kinds of engine agree. Where the embedded one differs from the native one, which is the
 * authority, its only finding is that difference, independent of the page.
 */
function requireAgreement(place: Place, outcomes: readonly EngineOutcome[], example: string): EngineOutcome[] {
  const natives = outcomes.filter(({ by }) => by?.engine.kind === 'native');
  const [native] = natives;
  const right = natives.find(({ outcome }) => outcome.verdict === 'verified');
  return outcomes.map((one) => {
    if (right?.by && one.by && one.by.engine.kind === 'native') {
      return { ...one, outcome: dependsOnVersion(one.outcome, one.by.engine.label, right.by.engine.label) };
    }
    const differs = native && one.by?.engine.kind === 'embedded' && !agree(native.outcome, one.outcome);
    if (!differs) return one;
    const slower = one.outcome.verdict === 'timed out' && native.seconds !== undefined;
    const outcome = slower
      ? slowerEmbedded({ place, example }, one.outcome, native.seconds)
      : enginesDiffer({ place, example }, native.outcome, one.outcome);
    return { ...one, outcome };
  });
}

function agree(native: Outcome, embedded: Outcome): boolean {
  // Both match the page: where they still differ, the page has a placeholder.
  if (native.verdict === 'verified' && embedded.verdict === 'verified') return true;
  return native.verdict === embedded.verdict && native.text === embedded.text;
}
