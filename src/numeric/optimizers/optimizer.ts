import { at } from '../../core/at.ts';
import { type Descent, type DescentState, followDescent, type StoppingRule } from '../descent/descent.ts';
import { requireStart, stateAt, type Terrain } from '../descent/gradient-descent.ts';
import { norm } from '../linear/norm.ts';

/** The memory of an optimiser from step to step, by name: vectors with one element for each coordinate. */
export type Memory = Readonly<Record<string, readonly number[]>>;

/** The input of a step. */
export interface Before {
  readonly position: readonly number[];
  readonly gradient: readonly number[];
  readonly memory: Memory;
  /** Which step this is, counted from 1. */
  readonly count: number;
}

/** A rule for one step: pure functions, so that any step can be repeated. */
export interface Optimizer {
  readonly name: string;
  /** The memory before the first step. */
  readonly start: (dimension: number) => Memory;
  readonly step: (before: Before) => { readonly position: number[]; readonly memory: Memory };
}

/** A state of a run, with the optimiser's memory there. */
export interface OptimizerState extends DescentState<readonly number[]> {
  readonly memory: Memory;
}

/**
 * Runs an optimiser from `start` until the rule is met. Distances and slopes are Euclidean lengths.
 *
 * @returns every state from the start on, and why the run ended.
 * @throws RangeError if the start is empty or not finite, or the rule is not valid.
 */
export function optimize(
  terrain: Terrain,
  start: readonly number[],
  optimizer: Optimizer,
  rule: StoppingRule,
): Descent<OptimizerState> {
  const first = { ...stateAt(terrain, requireStart(start)), memory: optimizer.start(start.length) };
  let count = 0;
  const next = ({ position, gradient, memory }: OptimizerState): OptimizerState => {
    count += 1;
    const after = optimizer.step({ position, gradient, memory, count });
    return { ...stateAt(terrain, after.position), memory: after.memory };
  };
  return followDescent(first, next, norm, rule);
}

/** A vector of zeros. */
export function zeros(dimension: number): number[] {
  return Array.from({ length: dimension }, () => 0);
}

/** The vector that `f` computes element by element from two of the same length. */
export function combine(a: readonly number[], b: readonly number[], f: (x: number, y: number) => number): number[] {
  return a.map((x, i) => f(x, at(b, i)));
}

/** A vector that the memory holds by this name. Throws a RangeError if it holds none: then it is another optimiser's. */
export function recall(memory: Memory, name: string): readonly number[] {
  const vector = memory[name];
  if (vector !== undefined) return vector;
  throw new RangeError(`the memory holds no ${name}; begin with the optimiser's own start()`);
}
