import type { EngineIdentity } from '../../python/engine.ts';
import type { Finding, Outcome } from '../findings/finding.ts';
import type { SessionRun } from '../run/run-sessions.ts';
import type { Judged } from './judged-file.ts';

/** The outcome of one subject on one engine. */
export interface EngineOutcome {
  readonly outcome: Outcome;
  readonly seconds?: number;
  readonly figures?: readonly unknown[];
  readonly by?: SessionRun;
}

/** The combined verdict of all engines on a subject. */
export function combine<Subject>(subject: Subject, outcomes: readonly EngineOutcome[]): Judged<Subject> {
  const verdicts = outcomes.map(({ outcome }) => outcome.verdict);
  const texts = new Set(outcomes.map(({ outcome }) => outcome.text));
  const times = outcomes.flatMap(({ by }) => (by ? [by.run.ranAt] : [])).sort();
  return {
    subject,
    verdict: verdicts.find((verdict) => verdict !== 'verified') ?? 'verified',
    findings: merge(outcomes),
    text: texts.size === 1 ? [...texts][0] : undefined,
    ranBy: [...new Set(outcomes.flatMap(({ by }) => (by ? [by.engine.label] : [])))],
    seconds: outcomes[0]?.seconds,
    figures: outcomes.flatMap(({ figures = [] }) => figures),
    ranAt: times[0],
    shownBy: outcomes[0]?.outcome.shownBy,
  };
}

function merge(outcomes: readonly EngineOutcome[]): Finding[] {
  const byContent = Map.groupBy(
    outcomes.filter(({ outcome }) => outcome.finding),
    ({ outcome }) => JSON.stringify(outcome.finding),
  );
  return [...byContent.values()].flatMap((same): Finding[] => {
    const finding = same[0]?.outcome.finding;
    const engines = same.flatMap(({ by }) => (by ? [by.engine] : []));
    if (!finding) return [];
    if (engines.length === 0) return [finding];
    const all = outcomes.flatMap(({ by }) => (by ? [by.engine] : []));
    const ranBy = engines.map(({ label }) => label).join('; ');
    return [{ ...finding, ranBy, again: againWith(finding.kind === 'engines differ' ? all : engines) }];
  });
}

/** The options that select these engines again. Of several Pythons with the same result, one is enough. */
export function againWith(engines: readonly EngineIdentity[]): string[] {
  const native = engines.find(({ kind }) => kind === 'native');
  const embedded = engines.some(({ kind }) => kind === 'embedded');
  if (!native) return ['--engine', 'embedded'];
  return ['--engine', embedded ? 'both' : 'native', '--python', native.location];
}
