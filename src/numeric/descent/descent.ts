import { requireCount, requireNotNegative } from '../check-argument.ts';

/** Why a descent ended. */
export type StopReason = 'converged' | 'steps used up' | 'diverged';

/**
 * When a descent ends. It is checked at the start and after every step, in this order:
 *
 * 1. `diverged` if the position, the value or the gradient has become NaN or infinite, or if the position is further
 *    than `limit` from the origin;
 * 2. `converged` if the gradient is no longer than `tolerance`;
 * 3. `steps used up` if `steps` steps were taken.
 *
 * Every run therefore ends after at most `steps` steps.
 */
export interface StoppingRule {
  /** The most steps to take: a whole number, zero or more. */
  readonly steps: number;
  /** In the gradient's units; default 0, which runs on until the gradient is exactly zero, as a plain loop would. */
  readonly tolerance?: number;
  /** In the position's units; default infinity, so that a run counts as diverged only when the numbers overflow. */
  readonly limit?: number;
}

/** Where a descent is after some steps. In one dimension `P` is a number, otherwise an array of numbers. */
export interface DescentState<P> {
  readonly position: P;
  /** The function at this position. */
  readonly value: number;
  /** Its gradient at this position; the next step goes against it. */
  readonly gradient: P;
}

/** A whole run. */
export interface Descent<S> {
  /**
   * The state before the first step, then the state after each step: the index is the number of steps taken. Only the
   * last can hold a NaN or an infinity, and only when the run diverged.
   */
  readonly path: readonly S[];
  readonly reason: StopReason;
}

/**
 * Iterates `next` from `first` until the rule is met. `length` measures a position or a gradient.
 *
 * @throws RangeError if `steps` is not a whole number from 0 up, or `tolerance` or `limit` is negative or NaN.
 */
export function followDescent<P, S extends DescentState<P>>(
  first: S,
  next: (state: S) => S,
  length: (vector: P) => number,
  rule: StoppingRule,
): Descent<S> {
  checkRule(rule);
  const path = [first];
  let state = first;
  for (;;) {
    const [distance, slope] = [length(state.position), length(state.gradient)];
    const reason = stopReason({ distance, slope, value: state.value, taken: path.length - 1 }, rule);
    if (reason !== undefined) return { path, reason };
    state = next(state);
    path.push(state);
  }
}

function checkRule({ steps, tolerance = 0, limit = Number.POSITIVE_INFINITY }: StoppingRule): void {
  requireCount('steps', steps);
  requireNotNegative('tolerance', tolerance, '1e-6');
  requireNotNegative('limit', limit, '1e6');
}

function stopReason(
  { distance, value, slope, taken }: Readonly<Record<'distance' | 'value' | 'slope' | 'taken', number>>,
  { steps, tolerance = 0, limit = Number.POSITIVE_INFINITY }: StoppingRule,
): StopReason | undefined {
  if (!(Number.isFinite(distance) && Number.isFinite(value) && Number.isFinite(slope))) return 'diverged';
  if (distance > limit) return 'diverged';
  if (slope <= tolerance) return 'converged';
  return taken >= steps ? 'steps used up' : undefined;
}
