import { at, last } from '../../core/at.ts';

/** One function in a composition, with its exact derivative. */
export interface Link {
  readonly value: (x: number) => number;
  readonly derivative: (x: number) => number;
}

/** A composition `f3(f2(f1(x)))` computed forwards and differentiated backwards, with everything on the way. */
export interface Chain {
  /** The input, then the output of each function: one more than there are functions. */
  readonly values: readonly number[];
  /** The derivative of each function at its own input. */
  readonly locals: readonly number[];
  /**
   * The derivative of the final output with respect to each of `values`: the last is 1, each one before is the next
   * times the local derivative between them, and the first is the derivative of the whole.
   */
  readonly derivatives: readonly number[];
}

/**
 * Runs `x` through the functions in order, then carries the derivative back from the output to the input: the chain
 * rule as backpropagation performs it. Without functions, the output is the input and the derivative is 1.
 *
 * @see Griewank & Walther, Evaluating Derivatives, 2nd ed., section 3.2 (the reverse mode)
 */
export function differentiateChain(links: readonly Link[], x: number): Chain {
  const values = forward(links, x);
  const locals = links.map(({ derivative }, i) => derivative(at(values, i)));
  return { values, locals, derivatives: backward(locals) };
}

function forward(links: readonly Link[], x: number): number[] {
  const values = [x];
  for (const { value } of links) values.push(value(last(values)));
  return values;
}

function backward(locals: readonly number[]): number[] {
  const derivatives = [1];
  for (const local of locals.toReversed()) derivatives.unshift(at(derivatives, 0) * local);
  return derivatives;
}
