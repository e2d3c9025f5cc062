import type { Example } from '../../examples/example.ts';
import { leavesPartsOut, unfinishedCode } from '../../examples/extract/unfinished-code.ts';
import type { BlockResult, RaisedException } from '../../python/engine.ts';
import { lastExpression } from '../../python/explain/last-expression.ts';
import { boundNames, imposesNames, rebinds, usedNames } from './bound-names.ts';

/** A name that a block of the session should have defined or changed, and the line of that block. */
export interface LostName {
  readonly name: string;
  readonly line: number;
}

/** How a block counts that was run. */
interface Counted {
  /** Whether it was left out, and no fault of its own made it end. */
  readonly isUnjudged: boolean;
  /** Whether it stands for an earlier block, so that the two are not meant to run after each other. */
  readonly isAlternative: boolean;
}

/**
 * The names of a session that are not what the page means: a block ended before it defined or changed them, it is left to the
 * reader or has parts left out, or they were computed from such names.
 */
export class LostNames {
  readonly #lines = new Map<string, number>();
  /** The block that should have defined names that its text does not tell, and the fence of a session that it is in. */
  #unknown: { readonly fence?: number; readonly line: number } | undefined;

  /** A lost name that some code uses. */
  in({ code, prompt }: Example): LostName | undefined {
    const words = usedNames(code.text);
    const found = [...this.#lines].find(([name]) => words.has(name) && !isGivenAnew(code.text, name));
    if (found) return { name: found[0], line: found[1] };
    const unknown = this.#unknown;
    return unknown && prompt && prompt.fence === unknown.fence ? { name: '*', line: unknown.line } : undefined;
  }

  /** Where the block is that should have defined a name. */
  lineOf(name: string): number | undefined {
    return this.#lines.get(name) ?? this.#unknown?.line;
  }

  /**
   * Counts a block that was run.
   *
   * @param counted how it counts besides its end
   */
  add(example: Example, result: BlockResult, { isUnjudged, isAlternative }: Counted): void {
    const { code, prompt } = example;
    const { end } = result;
    if (prompt) this.#addValue(example, result, isUnjudged);
    const { text, place } = code;
    const lose = (names: Iterable<string>) => {
      for (const name of names) this.#lines.set(name, place.line);
    };
    if (isForReader(example)) lose(namedIn(text));
    else if (hasBlanks(text)) lose(usedNames(text));
    else if (leavesPartsOut(text)) this.#passInParts(example, lose);
    else if (end.how === 'raised') {
      const missed = fromStatement(text, end.exception);
      lose(boundNames(missed));
      if (imposesNames(missed)) this.#unknown ??= { ...(prompt && { fence: prompt.fence }), line: place.line };
    } else if (isUnjudged || isAlternative) lose(boundNames(text));
    else this.#pass(text);
  }

  /** `_`, the last value at a prompt, is lost with the statement that should have shown it, until another one shows its own. */
  #addValue({ code }: Example, { end, stdout }: BlockResult, isUnjudged: boolean): void {
    const last = lastExpression(code.text)?.text;
    const words = usedNames(code.text);
    const isComputed = [...this.#lines.keys()].some((name) => words.has(name));
    if (end.how !== 'returned' || isUnjudged || isComputed) this.#lines.set('_', code.place.line);
    else if (last !== undefined && stdout !== '' && !/^print\b/.test(last)) this.#lines.delete('_');
  }

  /**
   * Where parts are left out at the margin, any name may be meant otherwise. In a function or a class only its own is, and
   * what the statements after it use together with it.
   */
  #passInParts({ code: { text } }: Example, lose: (names: Iterable<string>) => void): void {
    const statements = text.split(/\n(?=[^\s)\]}#])(?!(?:elif|else|except|finally)\b)/);
    if (statements.some((one) => /^(?:\.\.\.|…)/.test(one))) lose(boundNames(text));
    else
      for (const statement of statements) {
        if (isWholeException.test(statement)) this.#pass(statement);
        else if (leavesPartsOut(statement)) lose(boundNames(statement));
        else if (this.#usesLost(statement)) lose(usedNames(statement));
        else this.#pass(statement);
      }
  }

  #usesLost(code: string): boolean {
    const words = usedNames(code);
    return [...this.#lines.keys()].some((name) => words.has(name) && !rebinds(code, name));
  }

  /** Names computed from a lost one are lost as well, and those bound anew without one are not any more. */
  #pass(code: string): void {
    const words = usedNames(code);
    const cause = [...this.#lines].find(([name]) => words.has(name) && !rebinds(code, name));
    for (const name of boundNames(code)) {
      if (cause) this.#lines.set(name, cause[1]);
      else this.#lines.delete(name);
    }
  }
}

/** Whether some code gives a name a value, in any case and before it uses it. */
function isGivenAnew(code: string, name: string): boolean {
  return rebinds(code, name) && new RegExp(`^${name}\\b`, 'm').test(code);
}

/** An exception of one's own often has `...` for a body, which needs no more. */
const isWholeException = /^class \w+\([\w.]*(?:Error|Exception|Warning)\):\n[ \t]+\.\.\.\s*$/;

/** Some code from the statement on that raised; all of it where Python could not parse it. */
function fromStatement(code: string, { types, line }: RaisedException): string {
  const lines = code.split('\n');
  const reached = types.includes('SyntaxError') ? [] : lines.slice(0, line ?? 0);
  // A statement begins where no blank and no closing bracket is.
  const start = reached.findLastIndex((one) => /^[^\s)\]}#]/.test(one));
  return lines.slice(Math.max(start, 0)).join('\n');
}

/** Whether an example has only comments, which say what the reader writes. */
export function isForReader({ code }: Example): boolean {
  return code.text.trim() !== '' && code.text.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
}

function hasBlanks(code: string): boolean {
  return unfinishedCode(code, { isSyntaxError: false, lacksName: false }) !== undefined;
}

/** The words of comments that may be names which the reader is told to define. */
function namedIn(comments: string): Set<string> {
  const words = comments.match(/(?<![\p{L}\p{N}_])[\p{L}_][\p{L}\p{N}_]{2,}/gu) ?? [];
  return usedNames(words.join(' '));
}
