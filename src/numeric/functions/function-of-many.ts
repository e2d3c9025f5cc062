/** A function of several variables with its exact gradient and Hessian, and the ways in which it is written. */
export interface FunctionOfMany {
  /** As a reader sees it in plain text, for example `x² + 3y²`. */
  readonly formula: string;
  /** For KaTeX, without delimiters. */
  readonly tex: string;
  /** How many numbers a point has. */
  readonly dimension: number;
  readonly value: (point: readonly number[]) => number;
  /** The exact gradient: one partial derivative for each coordinate, in their order. */
  readonly gradient: (point: readonly number[]) => number[];
  /** The exact matrix of second derivatives, by rows. */
  readonly hessian: (point: readonly number[]) => number[][];
}
