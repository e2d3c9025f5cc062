import type { BlockEnd, EngineIdentity, SessionRequest, SessionResult } from '../../python/engine.ts';
import { runKey, type StoredRun } from './cache.ts';
import type { LazyHost } from './lazy-host.ts';
import type { PlannedSession } from './plan.ts';
import { runnerDigest } from './program-digest.ts';
import { resumeSession } from './resume-session.ts';
import { isSelfContained, isSelfContainedAnswer } from './self-contained.ts';
import type { VerifyRequest } from './verify-request.ts';

/** The results of a session on one engine, from this run or from the cache. */
export interface SessionRun {
  readonly session: PlannedSession;
  readonly engine: EngineIdentity;
  readonly run: StoredRun;
  readonly fromCache: boolean;
}

/** Runs sessions on one engine, apart from those whose results are in the cache. */
export async function runSessions(
  host: LazyHost,
  all: readonly PlannedSession[],
  { cache, now, limits }: Running,
): Promise<SessionRun[]> {
  const { identity, surroundings } = host;
  const able = all.filter(({ needs }) => host.canRun(needs));
  const common = { engine: identity, surroundings, limits, program: programOf(identity) };
  const keys = able.map(({ request }) => runKey({ request, ...common }));
  const missing = able.filter((_, i) => !cache.run(keys[i] ?? ''));
  const ranAt = now().toISOString();
  const fresh = await host.run(
    missing.map((session) => session.request),
    limits,
  );
  const again = (sessions: readonly SessionRequest[]) => host.run(sessions, limits);
  const whole = await Promise.all(
    missing.map((session, i) => {
      const results = fresh[i] ?? [];
      return session.goesOn ? resumeSession(session.request, results, again) : results;
    }),
  );
  return able.map((session, i) => {
    const key = keys[i] ?? '';
    const results = whole[missing.indexOf(session)];
    const stored: StoredRun = results ? { results, ranAt } : (cache.run(key) ?? { results: [], ranAt });
    if (results && mayBeKept(session, results)) cache.keepRun(key, stored);
    return { session, engine: identity, run: stored, fromCache: !results };
  });
}

/** The cache and the clock of a verification, and the limits of one block. */
type Running = Pick<VerifyRequest, 'cache' | 'now' | 'limits'>;

const knownPrograms = new Map<EngineIdentity['kind'], string>();

function programOf({ kind }: EngineIdentity): string {
  const known = knownPrograms.get(kind) ?? runnerDigest(kind);
  knownPrograms.set(kind, known);
  return known;
}

/**
 * Whether the results of a session may be cached: its key covers all that they depend on. A block that was stopped may
 * succeed on a less busy machine, and one that raised for want of memory or of something outside it, on another day.
 */
function mayBeKept({ request, written, answer }: PlannedSession, results: SessionResult): boolean {
  const isSure = results.every(
    ({ end, values }) => isOfItsCode(end) || (end.how === 'returned' && values.every((value) => 'text' in value)),
  );
  return isSure && (answer ? isSelfContainedAnswer(request.blocks, written) : isSelfContained(written));
}

/** Whether a block ended with an exception that it raises wherever it is run. */
function isOfItsCode(end: BlockEnd): boolean {
  return end.how === 'raised' && end.exception.types.some((name) => mistakes.has(name));
}

const mistakes = new Set(
  'ArithmeticError AssertionError AttributeError LookupError NameError SyntaxError TypeError ValueError'.split(' '),
);
