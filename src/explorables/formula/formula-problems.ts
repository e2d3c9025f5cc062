import type { FormulaProblem } from '../kit/control.ts';
import { functionHint, nameHint, signHint, typedFunctions } from './formula-hints.ts';
import type { Spelling } from './spell-formula.ts';

/** Signs and notations that formulas in x do not have: a comment, a percentage, a list, a definition. */
export function foreignProblem({ text, typed, from }: Spelling): FormulaProblem | undefined {
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

/** The fault of a text that stops, or does not go on, as a formula would. */
export function misfitProblem({ text, typed, from }: Spelling, index: number): FormulaProblem {
  const at = from[index] ?? typed.length;
  const found = text.slice(index).trim() === '' ? '' : typed.slice(at).trim();
  if (found === '') {
    const missing = text.split('(').length > text.split(')').length ? 'a ) is missing' : 'something must follow';
    return { at: typed.length, message: `The formula stops too early, after “${typed.trim()}”: ${missing}.` };
  }
  const shown = charactersAt(found, 0, 12);
  return { at, message: `At character ${at + 1}, “${shown}” does not fit the text before it.${misfitHint(found)}` };
}

function misfitHint(found: string): string {
  if (found.startsWith(',')) return ` ${signHint(',')}`;
  if (found.startsWith(')')) return ' It has no opening parenthesis.';
  return /^\w/.test(found) ? ' Put a sign between them, for example *.' : '';
}

/** A word of a formula, and where it stands in the spelling. */
export interface Word {
  readonly source: Spelling;
  readonly index: number;
  readonly name: string;
}

export function unknownName(word: Word): FormulaProblem {
  return problem(word, (typed) => `“${typed}” is not known. ${nameHint(word.name)}`);
}

export function unknownFunction(word: Word): FormulaProblem {
  return problem(word, (typed) => `the function “${typed}” is not known. ${functionHint(word.name)}`);
}

export function calledName(word: Word): FormulaProblem {
  return problem(word, () => `${word.name} is called like a function. Write ${word.name} * (…).`);
}

export function notOneArgument(word: Word, count: number): FormulaProblem {
  const example = word.name === 'log' && count === 2 ? ' For log(x, 2) write log(x) / log(2).' : '';
  return problem(word, (typed) => `${typed} takes one thing in its parentheses, and has ${count}.${example}`);
}

export function hugeNumber({ from }: Spelling, index: number): FormulaProblem {
  return { at: from[index] ?? 0, message: 'A number here is too large.' };
}

/** A problem with a word, which is named as it was typed. */
function problem({ source: { typed, from }, index }: Word, says: (word: string) => string): FormulaProblem {
  const at = from[index] ?? 0;
  const [word] = /^(?:[\p{L}\w.]+|.)/u.exec(typed.slice(at)) ?? [''];
  return { at, message: `At character ${at + 1}, ${says(word)}` };
}

/** Whole characters, even those that JavaScript counts as two. */
function charactersAt(text: string, at: number, most: number): string {
  return [...text.slice(at)].slice(0, most).join('');
}
