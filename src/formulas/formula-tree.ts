/**
 * A formula as data, which `src/verify/run/formula_claims.py` evaluates. The first element says what it is:
 *
 * - `number`, `name`: `2.5`; `x`, `w_12`, `v_hat`, `x_star`, `loss`
 * - `index`: an element, or a step of a run: `x_i`, `x_{k+1}`
 * - `add`, `subtract`, `multiply`, `dot`, `divide`, `power`, `negate`, `transpose`, `norm`, `abs`, `root`, `tuple`
 * - `function`: `\tanh z`; `apply`: a name before parentheses, `f(x)`
 * - `prime`: `f'(x)`, and without arguments `f''`; `primed`: `(u v)'`
 * - `derivative`: `\frac{\partial f}{\partial x}`; `nabla`: `\nabla_{w} f(p)`; `directional`: `D_{u} f(p)`
 * - `sum`, with the index and its limits, or without; `limit`
 * - `reals`: `\mathbb{R}^{2 \times n}`
 */
export type FormulaTree =
  | readonly ['number', number]
  | readonly ['name', string]
  | readonly ['index', string, FormulaTree]
  | readonly ['add' | 'subtract' | 'multiply' | 'dot' | 'divide' | 'power', FormulaTree, FormulaTree]
  | readonly ['negate' | 'transpose' | 'norm' | 'abs' | 'floor', FormulaTree]
  | readonly ['root', FormulaTree, FormulaTree]
  | readonly ['tuple', readonly FormulaTree[]]
  | readonly ['function', string, readonly FormulaTree[]]
  | readonly ['apply', string, readonly FormulaTree[]]
  | readonly ['prime', string, number, readonly FormulaTree[] | null]
  | readonly ['primed', FormulaTree, number]
  | readonly ['derivative', FormulaTree, string]
  | readonly ['nabla', string, FormulaTree | null, string | null]
  | readonly ['directional', string, string, FormulaTree]
  | readonly ['sum', string | null, FormulaTree | null, FormulaTree | null, FormulaTree]
  | readonly ['limit', string, FormulaTree, FormulaTree]
  | readonly ['reals', readonly FormulaTree[]];

/** Equal; equal up to a faster shrinking rest; becomes; is of the shape. */
export type Relation = '=' | '≈' | '←' | '∈';

/** One side of a statement: its tree, and its place in the TeX, in characters. */
export interface Side {
  readonly tree: FormulaTree;
  readonly start: number;
  readonly end: number;
}

/** Sides with a relation between each two: `a = b = c`. */
export interface Statement {
  readonly sides: readonly Side[];
  readonly relations: readonly Relation[];
}

/** Something in a formula that cannot be read, and its place in the TeX. */
export class FormulaError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
