import type { Slope } from './gradient-descent-1d.ts';

/** When a descent of which only the end matters stops: see `StoppingRule`. */
export interface SettlingRule {
  readonly steps: number;
  readonly limit: number;
}

/**
 * Where gradient descent in one dimension is at the end: the position after `steps` steps of
 * `x = x - rate * derivative(x)`, or the first one further than `limit` from the origin. The same as the end of
 * `gradientDescent1d`, without keeping the path: for asking it of hundreds of starts.
 */
export function settledAt(
  { derivative }: Pick<Slope, 'derivative'>,
  start: number,
  rate: number,
  rule: SettlingRule,
): number {
  let x = start;
  for (let step = 0; step < rule.steps; step++) {
    const slope = derivative(x);
    if (slope === 0 || !(Math.abs(x) <= rule.limit)) return x;
    const next = x - rate * slope;
    // From here on every step is the same.
    if (next === x) return x;
    x = next;
  }
  return x;
}
