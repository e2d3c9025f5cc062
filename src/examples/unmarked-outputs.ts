import type { Place } from '../core/place.ts';

/** Something in a file that decides whether a plain fence may be the output of the code before it, in their order. */
export interface Step {
  readonly offset: number;
  /** `plain`: a fence, indented code or `<pre>` that may show an output and is marked as none; `end`: whatever parts them. */
  readonly is: 'code' | 'plain' | 'end';
  readonly place: Place;
}

/**
 * For the offset of each Python fence, the place of a plain fence that follows it before any heading or other code. It
 * may be the output that an author meant, so none may be added beside it.
 */
export function unmarkedOutputs(steps: readonly Step[]): Map<number, Place> {
  const found = new Map<number, Place>();
  let code: Step | undefined;
  for (const step of [...steps].sort((a, b) => a.offset - b.offset)) {
    if (step.is === 'plain' && code) found.set(code.offset, step.place);
    code = step.is === 'code' ? step : undefined;
  }
  return found;
}
