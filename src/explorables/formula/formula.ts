import type { FormulaProblem } from '../kit/control.ts';
import { derivative } from './derivative.ts';
import { evaluateSum } from './evaluate-sum.ts';
import { type Expression, evaluate } from './expression.ts';
import { parseFormula } from './parse-formula.ts';
import { spellFormula } from './spell-formula.ts';
import { writePython } from './write-python.ts';
import { writeTex } from './write-tex.ts';

/** A function of x that somebody typed. */
export interface Formula {
  /** An expression in `x`, with `math.` before what Python's module `math` has. */
  readonly python: string;
  /** NaN or infinite where the formula has no value. */
  readonly value: (x: number) => number;
  /** By the rules of calculus, not by measuring. NaN or infinite where there is no slope. */
  readonly derivative: (x: number) => number;
  /** The derivative as the rules leave it, in TeX. */
  readonly derivativeTex: string;
}

/** Longer ones fit into no field, and are no example of anything. */
const longest = 60;

/** The fault of a formula, or `undefined`. The text is never run: it is parsed, and read as a tree. */
export function formulaProblem(text: string): FormulaProblem | undefined {
  const reading = read(text);
  return 'message' in reading ? reading : undefined;
}

/** While a point is dragged, the formula stays the same. */
let lastRead: { readonly text: string; readonly formula: Formula } | undefined;

/** Reads a formula. @throws SyntaxError if {@link formulaProblem} has something to say of it. */
export function readFormula(text: string): Formula {
  if (lastRead?.text !== text) lastRead = { text, formula: readAnew(text) };
  return lastRead.formula;
}

function readAnew(text: string): Formula {
  const expression = read(text);
  if ('message' in expression) throw new SyntaxError(expression.message);
  const slope = derivative(expression);
  return {
    python: writePython(expression),
    value: (x) => evaluate(expression, x),
    derivative: (x) => evaluateSum(slope, x),
    derivativeTex: writeTex(slope),
  };
}

function read(text: string): Expression | FormulaProblem {
  if (text.trim() === '') return { at: 0, message: 'Type a formula in x, for example x**2 - 4*x.' };
  if (text.length > longest)
    return { at: longest, message: `Only ${longest} characters fit; this has ${text.length}.` };
  return parseFormula(spellFormula(text));
}
