import {
  addDependencies,
  create,
  derivativeDependencies,
  divideDependencies,
  type MathNode,
  multiplyDependencies,
  parseDependencies,
  powDependencies,
  simplifyDependencies,
  subtractDependencies,
  unaryMinusDependencies,
} from 'mathjs/number';
import type { FormulaProblem } from '../kit/control.ts';
import { type Expression, evaluate, readExpression, writePython } from './expression.ts';
import { signHint, typedFunctions } from './formula-hints.ts';
import { type Spelling, spellFormula } from './spell-formula.ts';

/** A function of x that somebody typed. */
export interface Formula {
  readonly tex: string;
  /** An expression in `x`, with `math.` before what Python's module `math` has. */
  readonly python: string;
  /** NaN or infinite where the formula has no value. */
  readonly value: (x: number) => number;
  /** By the rules of calculus, not by measuring. NaN or infinite where there is no slope. */
  readonly derivative: (x: number) => number;
  /** The derivative as the rules leave it, in TeX. */
  readonly derivativeTex: string;
}

/** Numbers only, without mathjs's matrices, units and fractions; simplifying folds constants by these operations. */
const math = create({
  ...parseDependencies,
  ...derivativeDependencies,
  ...simplifyDependencies,
  ...addDependencies,
  ...subtractDependencies,
  ...multiplyDependencies,
  ...divideDependencies,
  ...powDependencies,
  ...unaryMinusDependencies,
});

/** Longer ones fit into no field, and are no example of anything. */
const longest = 60;

/** The fault of a formula, or `undefined`. The text is never run: it is parsed, and read as a tree. */
export function formulaProblem(text: string): FormulaProblem | undefined {
  const reading = read(text);
  return 'message' in reading ? reading : undefined;
}

/** Reads a formula. @throws SyntaxError if {@link formulaProblem} has something to say of it. */
export function readFormula(text: string): Formula {
  const reading = read(text);
  if ('message' in reading) throw new SyntaxError(reading.message);
  const { node, expression, slope } = reading;
  return {
    tex: texOf(node),
    python: writePython(expression),
    value: (x) => evaluate(expression, x),
    derivative: (x) => evaluate(slope.expression, x),
    derivativeTex: texOf(slope.node),
  };
}

interface Reading {
  readonly node: MathNode;
  readonly expression: Expression;
  readonly slope: { readonly node: MathNode; readonly expression: Expression };
}

/** Differentiating takes some 20 ms, and while a point is dragged the formula stays the same. */
const lastRead: { text: string; reading: Reading | FormulaProblem }[] = [];

function read(text: string): Reading | FormulaProblem {
  const known = lastRead.find((one) => one.text === text);
  if (known) return known.reading;
  const reading = readAnew(text);
  lastRead.unshift({ text, reading });
  lastRead.length = Math.min(lastRead.length, 8);
  return reading;
}

function readAnew(text: string): Reading | FormulaProblem {
  if (text.trim() === '') return { at: 0, message: 'Type a formula in x, for example x**2 - 4*x.' };
  if (text.length > longest)
    return { at: longest, message: `Only ${longest} characters fit; this has ${text.length}.` };
  const source = spellFormula(text);
  const node = parse(source);
  if ('message' in node) return node;
  const expression = readExpression(node, source);
  if ('message' in expression) return expression;
  const derivative = math.derivative(node, 'x');
  const slope = readExpression(derivative, spellFormula(derivative.toString()));
  if ('message' in slope) return { at: 0, message: 'There is no rule here for the derivative of this formula.' };
  return { node, expression, slope: { node: derivative, expression: slope } };
}

function parse(source: Spelling): MathNode | FormulaProblem {
  const foreign = foreignProblem(source);
  if (foreign) return foreign;
  try {
    return math.parse(source.text);
  } catch (error) {
    if (error instanceof SyntaxError) return parserProblem(error, source);
    throw error;
  }
}

/** Syntax of mathjs that formulas in x do not have: a comment, a percentage, a list, a definition. */
function foreignProblem({ text, typed, from }: Spelling): FormulaProblem | undefined {
  const power = /\b([a-z]+)\^(\(?-?\d+\)?)\s*\(/.exec(text);
  const name = power?.[1] as (typeof typedFunctions)[number] | undefined;
  if (power && name && typedFunctions.includes(name)) {
    const at = from[power.index] ?? 0;
    const exponent = (power[2] ?? '').replace(/[()]/g, '');
    const means = exponent === '-1' ? `1 / ${name}(x), or a${name}(x) for the inverse` : `${name}(x)**${exponent}`;
    return { at, message: `At character ${at + 1}, a power stands before the parentheses. Write ${means}.` };
  }
  const bars = typed.split('|').length - 1;
  if (bars % 2 === 1) return signProblem(typed, typed.lastIndexOf('|'), '|');
  const sign = /\/\/|[^\w\p{L}\s.+\-*/^(),]/u.exec(text);
  return sign ? signProblem(typed, from[sign.index] ?? 0, sign[0]) : undefined;
}

function signProblem(typed: string, at: number, sign: string): FormulaProblem {
  const quoted = charactersAt(typed, at, sign.length);
  return { at, message: `At character ${at + 1}, “${quoted}” is not for formulas in x. ${signHint(sign)}` };
}

/** mathjs counts characters from 1. Its messages are replaced by our own. */
function parserProblem(
  error: SyntaxError & { readonly char?: number },
  { text, typed, from }: Spelling,
): FormulaProblem {
  const index = Math.min((error.char ?? 1) - 1, text.length);
  const at = from[index] ?? typed.length;
  const found = text.slice(index).trim() === '' ? '' : typed.slice(at).trim();
  if (found === '') {
    const missing = text.split('(').length > text.split(')').length ? 'a ) is missing' : 'something must follow';
    return { at: typed.length, message: `The formula stops too early, after “${typed.trim()}”: ${missing}.` };
  }
  const shown = charactersAt(found, 0, 12);
  return { at, message: `At character ${at + 1}, “${shown}” does not fit the text before it.${parserHint(found)}` };
}

function parserHint(found: string): string {
  if (found.startsWith(',')) return ` ${signHint(',')}`;
  if (found.startsWith(')')) return ' It has no opening parenthesis.';
  return /^\w/.test(found) ? ' Put a sign between them, for example *.' : '';
}

/** Whole characters, even those that JavaScript counts as two. */
function charactersAt(text: string, at: number, most: number): string {
  return [...text.slice(at)].slice(0, most).join('');
}

function texOf(node: MathNode): string {
  return node.toTex({ parenthesis: 'auto' }).replaceAll('\\cdot', '\\,');
}
