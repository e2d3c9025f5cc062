import type { SourceText } from '../../core/source-text.ts';
import type { Fence } from '../example.ts';
import { isLiteral } from './comment-outputs.ts';
import { blankLineMark, readDoctestFlags } from './doctest-flags.ts';

/** A statement of an interactive session, and what the page shows under it: nothing is an empty output. */
export interface Prompt {
  readonly code: Fence;
  readonly output: Fence;
  /** All text up to the next prompt, with its blank lines, where that is more than the output. */
  readonly whole?: Fence;
}

/** A line of the fence: its text, and where the text begins in its line of the file. */
interface Line {
  readonly text: string;
  readonly indent: number;
  readonly number: number;
}

const first = /^([ \t]*)>>>(?: |$)/;
const more = /^[ \t]*\.\.\.(?: |$)/;

/**
 * The statements of a fence that shows an interactive session (`>>> x`, `... y`), as Python's `doctest` reads one: the
 * output ends at a blank line or at the next prompt, `<BLANKLINE>` is a blank line, and other text is passed over.
 */
export function readSession(fence: Fence, source: SourceText): Prompt[] {
  const texts = fence.text.split('\n').slice(0, -1);
  const lines = texts.map((text, i): Line => ({ text, indent: fence.indents[i] ?? 0, number: fence.firstLine + i }));
  const prompts: Prompt[] = [];
  const lead = takeWhile(lines, 0, ({ text }) => !first.test(text));
  if (looksLikeCode(lead)) prompts.push(promptOf({ code: lead, output: [], margin: -4 }, source));
  for (let i = 0; i < lines.length; ) {
    const margin = first.exec(lines[i]?.text ?? '')?.[1]?.length;
    if (margin === undefined) {
      i += 1;
      continue;
    }
    const code = withContinuation(lines, i, margin);
    const output = outputFrom(lines, i + code.length, kindOf(code, margin));
    const end = i + code.length;
    const rest = takeWhile(lines, end, ({ text }) => !first.test(text));
    const whole = rest.slice(0, rest.findLastIndex(({ text }) => text.trim() !== '') + 1);
    const more = whole.length > output.length ? promptOf({ code, output: whole, margin }, source).output : undefined;
    prompts.push({
      ...promptOf({ code, output, margin }, source),
      ...(more && { whole: { ...more, blankLine: '' } }),
    });
    i = output.length > 0 ? lines.indexOf(output.at(-1) as Line) + 1 : i + code.length;
  }
  return prompts;
}

/** A compound statement that a blank line may end, an expression, or a statement that prints nothing. */
function kindOf(code: readonly Line[], margin: number): 'compound' | 'expression' | 'silent' {
  const head = code[0]?.text.slice(margin + 4) ?? '';
  if (/^(?:def|class|async def|import|from|del|global|assert|pass)\b|^@/.test(head)) return 'silent';
  if (/:\s*(?:#.*)?$/.test(head)) return 'compound';
  return /^[\w.[\]'", ]+(?::[^=]+)?[-+*/|&%@]?=(?!=)/.test(head) ? 'silent' : 'expression';
}

/**
 * The lines below a statement up to a blank one. Below blank lines there may be an error, what a compound statement prints,
 * and a literal, as an expression shows it; other words are none of the session.
 */
function outputFrom(lines: readonly Line[], start: number, kind: ReturnType<typeof kindOf>): Line[] {
  const shown = (from: number) => takeWhile(lines, from, ({ text }) => text.trim() !== '' && !first.test(text));
  const blank = takeWhile(lines, start, ({ text }) => text.trim() === '');
  const below = shown(start + blank.length);
  const [line] = below;
  if (blank.length === 0 || !line) return shown(start);
  if (/^\s*(?:Traceback \(most recent call last\):|File "<stdin>")/.test(line.text)) return [...blank, ...below];
  const isPrinted = kind === 'compound' && !looksLikeCode(below) && below.some(({ text }) => !/^\s*#/.test(text));
  const isValue = kind === 'expression' && below.length === 1 && isLiteral(line.text.trim());
  return isPrinted || isValue ? below : [];
}

/** Whether the lines before the first prompt are a definition or an import, on which the session goes on. */
function looksLikeCode(lines: readonly Line[]): boolean {
  const own = lines.filter(({ text }) => text.trim() !== '' && !/^\s*#/.test(text));
  return (
    own.length > 0 &&
    own.every(({ text }, i) => /^(?:class|def|async def|@|import|from)\b|^@/.test(text) || (i > 0 && /^\s/.test(text)))
  );
}

function takeWhile<T>(items: readonly T[], from: number, test: (item: T, index: number) => boolean): T[] {
  let end = from;
  while (end < items.length && test(items[end] as T, end)) end += 1;
  return items.slice(from, end);
}

/**
 * The lines of a statement: those after `...`, or, where an editor showed it so, those that are indented after a line that
 * ends with a colon, and those up to the bracket that closes the first one.
 */
function withContinuation(lines: readonly Line[], start: number, margin: number): Line[] {
  const marked = takeWhile(lines, start, ({ text }, k) => k === start || more.test(text));
  const head = lines[start]?.text.slice(margin + 4) ?? '';
  if (marked.length > 1 || !isOpen(head)) return marked;
  const isBracket = !/:\s*(?:#.*)?$/.test(head);
  let depth = bracketsIn(head);
  const rest = takeWhile(lines, start + 1, ({ text }) => {
    if (first.test(text) || text.trim() === '') return false;
    const isIn = isBracket ? depth > 0 : indentOf(text) > margin;
    depth += bracketsIn(text);
    return isIn;
  });
  const deep = rest.every(({ text }) => indentOf(text) > margin + 4 || isClause(text, margin + 4));
  return [...marked, ...rest.map((line) => (deep ? line : shifted(line, margin)))];
}

/** Whether a line goes on with a compound statement, whose header begins at this column. */
function isClause(text: string, column: number): boolean {
  return indentOf(text) === column && /^\s*(?:elif|else|except|finally)\b/.test(text);
}

/** A line that begins under the prompt, as if it began behind it. */
function shifted({ text, indent, number }: Line, margin: number): Line {
  return { text: `${' '.repeat(margin + 4)}${text.slice(margin)}`, indent: indent - 4, number };
}

function isOpen(code: string): boolean {
  return /:\s*(?:#.*)?$/.test(code) || bracketsIn(code) > 0;
}

function bracketsIn(text: string): number {
  const code = text.replace(/'[^']*'|"[^"]*"|#.*/g, '');
  return (code.match(/[([{]/g) ?? []).length - (code.match(/[)\]}]/g) ?? []).length;
}

function indentOf(text: string): number {
  return text.search(/\S|$/);
}

interface Parts {
  readonly code: readonly Line[];
  readonly output: readonly Line[];
  /** The blanks before the prompt. */
  readonly margin: number;
}

function promptOf({ code, output, margin }: Parts, source: SourceText): Prompt {
  const start = code[0]?.number ?? 1;
  const codeEnd = start + code.length;
  const after = output[0]?.number ?? codeEnd;
  const end = after + output.length;
  const shared = { prefix: prefixOf(source.line(start), margin + (code[0]?.indent ?? 0)) };
  const statement: Fence = {
    ...shared,
    ...stretch(source, start, codeEnd),
    text: code.map(({ text }) => `${text.slice(margin + 4)}\n`).join(''),
    indents: code.map(({ indent }) => indent + margin + 4),
  };
  const isMarked = !readDoctestFlags(statement).on.includes('DONT_ACCEPT_BLANKLINE');
  const shownLine = (text: string) => {
    const shown = withoutMargin(text, margin);
    return isMarked ? shown.replace(/^<BLANKLINE>\s*$/, '') : shown;
  };
  return {
    code: statement,
    output: {
      ...shared,
      ...stretch(source, after, end),
      text: output.map(({ text }) => `${shownLine(text)}\n`).join(''),
      indents: output.map(({ text, indent }) => indent + text.length - withoutMargin(text, margin).length),
      ...(isMarked && { blankLine: blankLineMark }),
    },
  };
}

function withoutMargin(text: string, margin: number): string {
  return text.slice(Math.min(margin, text.search(/\S|$/)));
}

/** Positions of the lines from `first` to before `end`, none of them if they are equal. */
function stretch(
  source: SourceText,
  first: number,
  end: number,
): Pick<Fence, 'place' | 'span' | 'content' | 'firstLine'> {
  const content = { start: source.lineStart(first), end: source.lineStart(end) };
  const shown = first === end ? first - 1 : first;
  const column = source.line(shown).search(/\S|$/) + 1;
  return { place: { file: source.file, line: shown, column }, span: content, content, firstLine: first };
}

function prefixOf(line: string, width: number): string {
  return line.slice(0, Math.max(0, width)).replace(/[^\s>]/g, ' ');
}
