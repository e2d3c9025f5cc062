import type { Convention } from '../guide-reading.ts';
import type { Pairing } from './pair-outputs.ts';
import type { ReadFence } from './read-fence.ts';

/** The fences that show what a Python fence prints, and with what it ends. */
export interface ShownOutput {
  readonly output?: ReadFence;
  readonly error?: ReadFence;
  readonly shownBy?: Convention;
}

/** For each Python fence the fences that show its output, from the pairs that `pairOutputs` has found. */
export function shownAfter(pairs: ReadonlyMap<ReadFence, Pairing>): Map<ReadFence, ShownOutput> {
  const found = new Map<ReadFence, ShownOutput>();
  for (const [fence, { code, shownBy }] of pairs) {
    if (!code) continue;
    const before = found.get(code) ?? {};
    const one: ShownOutput = shownBy === 'error fence' ? { error: fence } : { output: fence };
    found.set(code, { shownBy, ...before, ...one });
  }
  return found;
}
