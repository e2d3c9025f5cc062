/** A function of one variable with its exact derivatives, and the ways in which it is written. */
export interface FunctionOfOne {
  /** As a reader sees it in plain text, for example `x² − 4x + 3`. */
  readonly formula: string;
  /** For KaTeX, without delimiters. */
  readonly tex: string;
  /** An expression in `x` that Python evaluates by the same operations in the same order as `value`. */
  readonly python: string;
  /** The open interval on which the function and its derivatives exist; the ends may be infinite. */
  readonly domain: readonly [low: number, high: number];
  readonly value: (x: number) => number;
  /** The exact first derivative, by the rules of calculus. */
  readonly derivative: (x: number) => number;
  /** The exact second derivative. */
  readonly secondDerivative: (x: number) => number;
}
