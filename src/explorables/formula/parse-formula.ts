import { at } from '../../core/at.ts';
import type { FormulaProblem } from '../kit/control.ts';
import { type Expression, isFunctionName, isName, type Sign } from './expression.ts';
import {
  calledName,
  foreignProblem,
  hugeNumber,
  misfitProblem,
  notOneArgument,
  unknownFunction,
  unknownName,
} from './formula-problems.ts';
import type { Spelling } from './spell-formula.ts';

/**
 * Parses a formula in x, or tells where the first thing stands that no formula has.
 *
 * A product without its sign binds more strongly than a division: `x/2x` is x/(2x). Only a fraction of two numbers is
 * whole before what follows it: `1/2x` is x/2.
 */
export function parseFormula(source: Spelling): Expression | FormulaProblem {
  const foreign = foreignProblem(source);
  if (foreign) return foreign;
  try {
    return new Parser(source).parse();
  } catch (error) {
    if (error instanceof Misfit) return error.problem;
    throw error;
  }
}

/** Ends the parsing of a text that is no formula. */
class Misfit extends Error {
  readonly problem: FormulaProblem;

  constructor(problem: FormulaProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

interface Token {
  readonly kind: 'number' | 'word' | 'sign' | 'end';
  readonly text: string;
  readonly index: number;
}

const tokens = /(?<number>(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)|(?<word>[\p{L}_][\p{L}\w.]*)|\S/giu;

function tokenize(text: string): Token[] {
  const found = [...text.matchAll(tokens)].map(
    ({ 0: own, index, groups }): Token => ({
      kind: groups?.['number'] !== undefined ? 'number' : groups?.['word'] !== undefined ? 'word' : 'sign',
      text: own,
      index,
    }),
  );
  return [...found, { kind: 'end', text: '', index: text.length }];
}

/** By recursive descent: a method for each level of precedence, the loosest first. */
class Parser {
  readonly #source: Spelling;
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(source: Spelling) {
    this.#source = source;
    this.#tokens = tokenize(source.text);
  }

  parse(): Expression {
    const whole = this.#sum();
    if (this.#token.kind !== 'end') this.#misfit();
    return whole;
  }

  #sum(): Expression {
    let left = this.#product();
    for (let sign = this.#take('+', '-'); sign; sign = this.#take('+', '-'))
      left = operation(sign, left, this.#product());
    return left;
  }

  #product(): Expression {
    let left = this.#joined();
    for (let sign = this.#take('*', '/'); sign; sign = this.#take('*', '/'))
      left = operation(sign, left, this.#joined());
    return left;
  }

  /** Factors side by side. */
  #joined(): Expression {
    let left = this.#signed();
    if (isNumber(left) && this.#isFractionOfFactor()) {
      this.#take('/');
      left = operation('/', left, this.#signed());
    }
    for (let last = left; this.#isFactor(last); left = operation('*', left, last)) last = this.#signed();
    return left;
  }

  /** Whether a factor comes without a sign. A number is none after another one, whose digits it would continue. */
  #isFactor(before: Expression): boolean {
    if (this.#token.kind !== 'number') return startsFactor(this.#token);
    return before.kind === 'name' || this.#tokens[this.#next - 1]?.text === ')';
  }

  /** Whether a division by a number comes, and a factor without a sign after it. */
  #isFractionOfFactor(): boolean {
    const [sign, divisor, factor] = this.#tokens.slice(this.#next);
    return sign?.text === '/' && divisor?.kind === 'number' && factor !== undefined && startsFactor(factor);
  }

  #signed(): Expression {
    if (this.#take('-')) return { kind: 'negative', of: this.#signed() };
    return this.#take('+') ? this.#signed() : this.#power();
  }

  #power(): Expression {
    const base = this.#whole();
    return this.#take('^') ? operation('^', base, this.#signed()) : base;
  }

  #whole(): Expression {
    const { kind, text, index } = this.#token;
    if (kind === 'word') return this.#word();
    if (kind === 'number') {
      const value = Number(text);
      if (!Number.isFinite(value)) throw new Misfit(hugeNumber(this.#source, index));
      this.#next += 1;
      return { kind: 'number', value };
    }
    if (!this.#take('(')) this.#misfit();
    const inside = this.#sum();
    this.#close();
    return inside;
  }

  #word(): Expression {
    const { text: name, index } = this.#token;
    const word = { source: this.#source, index, name };
    this.#next += 1;
    const isCalled = this.#take('(') !== undefined;
    if (isName(name)) {
      if (isCalled) throw new Misfit(calledName(word));
      return { kind: 'name', name };
    }
    if (!isCalled) throw new Misfit(unknownName(word));
    if (!isFunctionName(name)) throw new Misfit(unknownFunction(word));
    const [of, ...others] = this.#arguments();
    if (of === undefined) throw new Misfit(notOneArgument(word, 0));
    if (others.length > 0) throw new Misfit(notOneArgument(word, 1 + others.length));
    return { kind: 'call', name, of };
  }

  /** The arguments of a function, up to and with the closing parenthesis. */
  #arguments(): Expression[] {
    if (this.#take(')')) return [];
    const all = [this.#sum()];
    while (this.#take(',')) all.push(this.#sum());
    this.#close();
    return all;
  }

  #close(): void {
    if (!this.#take(')')) this.#misfit();
  }

  get #token(): Token {
    return at(this.#tokens, this.#next);
  }

  /** The sign that comes, and goes past it, if it is one of these. */
  #take<S extends string>(...signs: readonly S[]): S | undefined {
    const sign = signs.find((one) => one === this.#token.text);
    if (sign !== undefined) this.#next += 1;
    return sign;
  }

  #misfit(): never {
    throw new Misfit(misfitProblem(this.#source, this.#token.index));
  }
}

function operation(sign: Sign, left: Expression, right: Expression): Expression {
  return { kind: 'operation', sign, left, right };
}

function isNumber(expression: Expression): boolean {
  return expression.kind === 'number' || (expression.kind === 'negative' && expression.of.kind === 'number');
}

function startsFactor({ kind, text }: Token): boolean {
  return kind === 'word' || text === '(';
}
