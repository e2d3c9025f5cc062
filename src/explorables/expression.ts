import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs';
import type { FormulaProblem } from './control.ts';

/** A formula as a tree of the few things that may stand in one. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: Name }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly sign: Sign; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: Expression };

type Name = 'x' | 'e' | 'pi';
type Sign = '+' | '-' | '*' | '/' | '^';
type FunctionName = keyof typeof functions;

const constants = { e: Math.E, pi: Math.PI } as const;

/** The functions that may be typed, and those that appear when these are differentiated. */
const functions = {
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
  sec: (x: number) => 1 / Math.cos(x),
  csc: (x: number) => 1 / Math.sin(x),
  cot: (x: number) => 1 / Math.tan(x),
  sech: (x: number) => 1 / Math.cosh(x),
} as const;

const typed = 'sin, cos, tan, exp, log, sqrt, abs and tanh';

/** Reads the tree that mathjs made of a text, or says what in the text is not for formulas in x. */
export function readExpression(node: MathNode, text: string): Expression | FormulaProblem {
  switch (node.type) {
    case 'ConstantNode':
      return readNumber(node as ConstantNode, text);
    case 'SymbolNode':
      return readName(node as SymbolNode, text);
    case 'ParenthesisNode':
      return readExpression((node as ParenthesisNode).content, text);
    case 'OperatorNode':
      return readOperation(node as OperatorNode, text);
    case 'FunctionNode':
      return readCall(node as FunctionNode, text);
    default:
      return {
        at: 0,
        message: 'This is more than a formula in x: use numbers, x, + − * / ^, parentheses, and functions.',
      };
  }
}

function readNumber({ value }: ConstantNode, text: string): Expression | FormulaProblem {
  if (typeof value === 'number') return { kind: 'number', value };
  return { at: find(text, String(value)), message: `“${String(value)}” is not a number.` };
}

function readName({ name }: SymbolNode, text: string): Expression | FormulaProblem {
  if (name === 'x' || Object.hasOwn(constants, name)) return { kind: 'name', name: name as Name };
  const at = find(text, name);
  const hint = Object.hasOwn(functions, name)
    ? `Write ${name}(x), with parentheses.`
    : 'The formula may use x, e and pi.';
  return { at, message: `At character ${at + 1}, “${name}” is not known. ${hint}` };
}

function readOperation({ op, args }: OperatorNode, text: string): Expression | FormulaProblem {
  const [first, second] = args;
  if (first === undefined || !'+-*/^'.includes(op) || (second === undefined && op === '*')) {
    const at = find(text, op);
    return { at, message: `At character ${at + 1}, “${op}” is not for formulas in x. Use + − * / and ^.` };
  }
  const left = readExpression(first, text);
  if ('message' in left) return left;
  if (second === undefined) return op === '-' ? { kind: 'negative', of: left } : left;
  const right = readExpression(second, text);
  return 'message' in right ? right : { kind: 'operation', sign: op as Sign, left, right };
}

function readCall({ fn, args }: FunctionNode, text: string): Expression | FormulaProblem {
  const name = String((fn as unknown as SymbolNode).name);
  const at = find(text, name);
  if (name === 'x') return { at, message: `At character ${at + 1}, x is called like a function. Write x * (…).` };
  if (!Object.hasOwn(functions, name)) {
    return { at, message: `At character ${at + 1}, the function “${name}” is not known. There are ${typed}.` };
  }
  const [only, ...others] = args;
  if (only === undefined || others.length > 0) {
    return {
      at,
      message: `At character ${at + 1}, ${name} takes one thing in its parentheses, and has ${args.length}.`,
    };
  }
  const of = readExpression(only, text);
  return 'message' in of ? of : { kind: 'call', name: name as FunctionName, of };
}

/** mathjs does not keep where a node came from; the first place where the word stands is where a reader looks. */
function find(text: string, word: string): number {
  const whole = new RegExp(`(?<![\\w.])${word.replace(/[^\w]/g, '\\$&')}(?!\\w)`).exec(text);
  return Math.max(0, whole?.index ?? text.indexOf(word));
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

/** How tightly an expression holds together: what holds less tightly than its place needs gets parentheses. */
const strength = { '+': 1, '-': 1, '*': 2, '/': 2, negative: 3, '^': 4, whole: 5 } as const;

/** The same in Python, by the same operations in the same order. */
export function writePython(expression: Expression): string {
  return write(expression).code;
}

function write(expression: Expression): { code: string; holds: number } {
  switch (expression.kind) {
    case 'number':
      return { code: String(expression.value), holds: strength.whole };
    case 'name':
      return { code: expression.name === 'x' ? 'x' : `math.${expression.name}`, holds: strength.whole };
    case 'negative':
      return { code: `-${inside(expression.of, strength.negative)}`, holds: strength.negative };
    case 'call': {
      const name = expression.name === 'abs' ? 'abs' : `math.${expression.name}`;
      return { code: `${name}(${writePython(expression.of)})`, holds: strength.whole };
    }
    case 'operation':
      return writeOperation(expression);
  }
}

function writeOperation({ sign, left, right }: Extract<Expression, { kind: 'operation' }>): {
  code: string;
  holds: number;
} {
  const holds = strength[sign];
  const power = sign === '^' && right.kind === 'number' ? right.value : undefined;
  if (power === 2 || power === 3) {
    const factor = inside(left, strength['*'] + 1);
    return { code: Array.from({ length: power }, () => factor).join(' * '), holds: strength['*'] };
  }
  if (power !== undefined && Number.isInteger(power))
    return { code: `${inside(left, strength.whole)}**${power}`, holds };
  // Python's ** of a negative number and a fraction is complex; a formula has no value there.
  if (sign === '^') return { code: `math.pow(${writePython(left)}, ${writePython(right)})`, holds: strength.whole };
  return { code: `${inside(left, holds)} ${sign} ${inside(right, holds + 1)}`, holds };
}

function inside(expression: Expression, needs: number): string {
  const { code, holds } = write(expression);
  return holds < needs ? `(${code})` : code;
}
