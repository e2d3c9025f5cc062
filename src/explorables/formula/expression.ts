import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from 'mathjs';
import type { FormulaProblem } from '../kit/control.ts';
import { functionHint, nameHint, signHint } from './formula-hints.ts';
import type { Spelling } from './spell-formula.ts';

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
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sec: (x: number) => 1 / Math.cos(x),
  csc: (x: number) => 1 / Math.sin(x),
  cot: (x: number) => 1 / Math.tan(x),
  sech: (x: number) => 1 / Math.cosh(x),
} as const;

/** Python's `math` has no name for these. */
const reciprocals: Partial<Record<FunctionName, FunctionName>> = { sec: 'cos', csc: 'sin', cot: 'tan', sech: 'cosh' };

/** Reads the tree that mathjs made of a text, or returns the part of the text that a formula in x cannot have. */
export function readExpression(node: MathNode, source: Spelling): Expression | FormulaProblem {
  switch (node.type) {
    case 'ConstantNode':
      return readNumber(node as ConstantNode, source);
    case 'SymbolNode':
      return readName(node as SymbolNode, source);
    case 'ParenthesisNode':
      return readExpression((node as ParenthesisNode).content, source);
    case 'OperatorNode':
      return readOperation(node as OperatorNode, source);
    case 'FunctionNode':
      return readCall(node as FunctionNode, source);
    default:
      return {
        at: 0,
        message: 'This is more than a formula in x: use numbers, x, + - * / **, parentheses, and functions.',
      };
  }
}

function readNumber({ value }: ConstantNode, source: Spelling): Expression | FormulaProblem {
  if (typeof value === 'number' && Number.isFinite(value)) return { kind: 'number', value };
  const words = typeof value === 'number' ? 'A number here is too large.' : `“${String(value)}” is not a number.`;
  return { at: typeof value === 'number' ? 0 : find(source, String(value)).at, message: words };
}

function readName({ name }: SymbolNode, source: Spelling): Expression | FormulaProblem {
  if (name === 'x' || Object.hasOwn(constants, name)) return { kind: 'name', name: name as Name };
  return problem(find(source, name), (typed) => `“${typed}” is not known. ${nameHint(name)}`);
}

function readOperation({ op, args }: OperatorNode, source: Spelling): Expression | FormulaProblem {
  const [first, second] = args;
  if (first === undefined || !'+-*/^'.includes(op) || (second === undefined && op === '*')) {
    return problem(find(source, op), (typed) => `“${typed}” is not for formulas in x. ${signHint(op)}`);
  }
  const left = readExpression(first, source);
  if ('message' in left) return left;
  if (second === undefined) return op === '-' ? { kind: 'negative', of: left } : left;
  const right = readExpression(second, source);
  return 'message' in right ? right : { kind: 'operation', sign: op as Sign, left, right };
}

function readCall({ fn, args }: FunctionNode, source: Spelling): Expression | FormulaProblem {
  const name = (fn as unknown as SymbolNode).type === 'SymbolNode' ? String((fn as unknown as SymbolNode).name) : '.';
  const place = find(source, name);
  if (name === 'x' || Object.hasOwn(constants, name))
    return problem(place, () => `${name} is called like a function. Write ${name} * (…).`);
  if (!Object.hasOwn(functions, name))
    return problem(place, (typed) => `the function “${typed}” is not known. ${functionHint(name)}`);
  const [only, ...others] = args;
  if (only === undefined || others.length > 0) {
    const example = name === 'log' && args.length === 2 ? ' For log(x, 2) write log(x) / log(2).' : '';
    return problem(place, (typed) => `${typed} takes one thing in its parentheses, and has ${args.length}.${example}`);
  }
  const of = readExpression(only, source);
  return 'message' in of ? of : { kind: 'call', name: name as FunctionName, of };
}

interface Place {
  readonly at: number;
  readonly word: string;
}

function problem({ at, word }: Place, says: (typed: string) => string): FormulaProblem {
  return { at, message: `At character ${at + 1}, ${says(word)}` };
}

/**
 * Where a word of the spelling was typed, and how. mathjs does not keep where a node came from; the first place where
 * the word stands is where a reader looks.
 */
function find({ text, typed, from }: Spelling, word: string): Place {
  const whole = new RegExp(`(?<![\\w.])${word.replace(/[^\w]/g, '\\$&')}(?!\\w)`).exec(text);
  const index = Math.max(0, whole?.index ?? text.indexOf(word));
  const at = from[index] ?? 0;
  const own = /^(?:[\w.]+|.)/u.exec(typed.slice(at))?.[0] ?? word;
  return { at, word: own };
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

/** The precedence of an expression: it gets parentheses where its precedence is lower than its place needs. */
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
      const below = reciprocals[expression.name];
      if (below) return { code: `1 / math.${below}(${writePython(expression.of)})`, holds: strength['/'] };
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
