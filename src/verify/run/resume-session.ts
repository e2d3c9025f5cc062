import type { BlockResult, SessionRequest, SessionResult } from '../../python/engine.ts';

/** After this many restarts of one session, the rest of it is not run: each restart runs all earlier blocks again. */
const mostRestarts = 5;

/** Whether a block ended its interpreter, so that nothing after it could run in the same one. */
export function stoppedSession({ end }: BlockResult): boolean {
  return end.how === 'timed out' || end.how === 'flooded' || end.how === 'died';
}

/**
 * Runs the blocks after a stopped one: a guide's blocks share one session, and one endless loop must not prevent the
 * verdicts of all later blocks. All others are run again in a fresh interpreter without the blocks that were stopped.
 *
 * @param run runs sessions from the start, within the limits of this one
 * @returns the results of all blocks; those before a stopped block are the first ones
 */
export async function resumeSession(
  { blocks }: SessionRequest,
  results: SessionResult,
  run: (sessions: readonly SessionRequest[]) => Promise<SessionResult[]>,
): Promise<SessionResult> {
  const all = [...results];
  for (let restarts = 0; restarts < mostRestarts; restarts++) {
    const lost = all.findIndex(({ end }) => end.how === 'not run');
    const stopped = all[lost - 1];
    if (!stopped || !stoppedSession(stopped)) break;
    const kept = blocks.flatMap((_, i) => (all[i] && stoppedSession(all[i]) ? [] : [i]));
    const [again] = await run([{ blocks: kept.flatMap((i) => blocks[i] ?? []) }]);
    for (const [k, i] of kept.entries()) {
      const result = again?.[k];
      if (i >= lost && result) all[i] = result;
    }
  }
  return all;
}
