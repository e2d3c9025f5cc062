import { create, derivativeDependencies, type MathNode, parseDependencies, simplifyDependencies } from 'mathjs';
import type { FormulaProblem } from './control.ts';
import { type Expression, evaluate, readExpression, writePython } from './expression.ts';

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

const math = create({ ...parseDependencies, ...derivativeDependencies, ...simplifyDependencies });

/** Longer ones fit into no field, and are no example of anything. */
const longest = 60;

/** What is wrong with a formula, or `undefined`. Nothing that is typed is ever run: it is parsed, and read as a tree. */
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

function read(text: string): Reading | FormulaProblem {
  if (text.trim() === '') return { at: 0, message: 'Type a formula in x, for example x^2 - 4*x.' };
  if (text.length > longest)
    return { at: longest, message: `Only ${longest} characters fit; this has ${text.length}.` };
  try {
    const node = math.parse(text);
    const expression = readExpression(node, text);
    if ('message' in expression) return expression;
    const derivative = math.derivative(node, 'x');
    const slope = readExpression(derivative, derivative.toString());
    if ('message' in slope) return { at: 0, message: 'There is no rule here for the derivative of this formula.' };
    return { node, expression, slope: { node: derivative, expression: slope } };
  } catch (error) {
    return parserProblem(error, text);
  }
}

/** mathjs counts characters from 1 and names them in its message, which is said here in our own words. */
function parserProblem(error: unknown, text: string): FormulaProblem {
  const { char } = error as { readonly char?: number };
  if (typeof char !== 'number') return { at: 0, message: 'This cannot be read as a formula in x.' };
  const at = Math.min(char - 1, text.length);
  const found = text.slice(at).trim();
  if (found === '')
    return { at, message: `The formula stops too early, after “${text.trim()}”: something must follow.` };
  return { at, message: `At character ${at + 1}, “${found.slice(0, 12)}” does not fit what stands before it.` };
}

function texOf(node: MathNode): string {
  return node.toTex({ parenthesis: 'auto' }).replaceAll('\\cdot', '\\,');
}
