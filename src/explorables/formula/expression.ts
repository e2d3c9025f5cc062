/** A formula as a tree of the few things that may stand in one. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: Name }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly sign: Sign; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: Expression };

export type Name = 'x' | keyof typeof constants;
export type Sign = '+' | '-' | '*' | '/' | '^';
export type FunctionName = keyof typeof functions;

export const constants = { e: Math.E, pi: Math.PI } as const;

/** The functions of formulas. */
export const functions = {
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  tanh: Math.tanh,
  sinh: Math.sinh,
  cosh: Math.cosh,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sec: (x: number) => 1 / Math.cos(x),
  csc: (x: number) => 1 / Math.sin(x),
  cot: (x: number) => 1 / Math.tan(x),
  sech: (x: number) => 1 / Math.cosh(x),
} as const;

/** Whether a word is a variable or a constant of formulas. */
export function isName(word: string): word is Name {
  return word === 'x' || Object.hasOwn(constants, word);
}

/** Whether a word is a function of formulas. */
export function isFunctionName(word: string): word is FunctionName {
  return Object.hasOwn(functions, word);
}

/** The value at x: NaN or infinite where there is none. Squares and cubes are products, as in the guide's Python. */
export function evaluate(expression: Expression, x: number): number {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'name':
      return expression.name === 'x' ? x : constants[expression.name];
    case 'negative':
      return -evaluate(expression.of, x);
    case 'call':
      return functions[expression.name](evaluate(expression.of, x));
    case 'operation':
      return operate(expression.sign, evaluate(expression.left, x), evaluate(expression.right, x));
  }
}

function operate(sign: Sign, a: number, b: number): number {
  if (sign === '+') return a + b;
  if (sign === '-') return a - b;
  if (sign === '*') return a * b;
  if (sign === '/') return a / b;
  if (b === 2) return a * a;
  return b === 3 ? a * a * a : a ** b;
}
