import type { Place } from '../../core/place.ts';
import type { Example, Fence, Unmarked } from '../example.ts';
import { type Block, isPlain, isShell, mayBeAnnounced } from './pair-outputs.ts';
import type { ReadFence } from './read-fence.ts';

/** Something in a file that decides whether a plain fence may be the output of the code before it, in their order. */
export interface Step {
  readonly offset: number;
  /**
   * `plain`: a fence, indented code or `<pre>` that may be an unmarked output; `shell`: how to run the code; `output`: one that
   * is marked; `heading` and `end`: what separates the two.
   */
  readonly is: 'code' | 'plain' | 'shell' | 'output' | 'heading' | 'end';
  readonly place: Place;
  readonly fence?: Fence;
}

/**
 * For the offset of each Python fence, the plain fence that follows it before any heading or other code. It
 * may be the intended output, so `--update` adds none.
 */
export function unmarkedOutputs(steps: readonly Step[]): Map<number, Unmarked> {
  const found = new Map<number, Unmarked>();
  let code: Step | undefined;
  for (const step of [...steps].sort((a, b) => a.offset - b.offset)) {
    if (step.is === 'shell') continue;
    if (step.is === 'plain' && code) found.set(code.offset, step);
    code = step.is === 'code' ? step : undefined;
  }
  return found;
}

/** An example without an output, with the fence that may show it. */
export function withUnmarked(example: Example, unmarked: Unmarked | undefined): Example {
  return unmarked && !example.output ? { ...example, unmarked } : example;
}

/** How a fence that is neither code nor an output separates the two. @param before what stands before it */
export function stepOf(read: ReadFence, before: Block | undefined): Step['is'] {
  if (mayBeAnnounced(read, before)) return 'plain';
  if (isShell(read)) return 'shell';
  return isPlain(read) ? 'plain' : 'end';
}
