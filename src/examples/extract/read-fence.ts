import type { Code } from 'mdast';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/source-text.ts';
import type { CellOptions } from '../cell-options.ts';
import type { Fence } from '../example.ts';
import { positionOf } from '../position-of.ts';

/** A fence of any language with its source positions, or `undefined` for an indented code block. */
export interface ReadFence {
  readonly fence: Fence;
  /** The language word in lower case; empty when there is none. */
  readonly language: string;
  /** The text after the language word, and its offset. */
  readonly meta: { readonly text: string; readonly offset: number };
  readonly diagnostic: Diagnostic | undefined;
  /** Set for a fence that was read as the cell of a notebook. */
  readonly cell?: CellOptions;
}

/**
 * Finds a code node's lines in the source that it was parsed from.
 *
 * mdast keeps the text of a fence but not where each of its lines begins, and it cannot tell an empty fence from one
 * with a single blank line; both matter when an output is compared and spliced.
 */
export function readFence(node: Code, source: SourceText): ReadFence | undefined {
  const { start, end } = positionOf(node);
  const opening = /^(`{3,}|~{3,})[ \t]*(\S*)[ \t]*(.*?)[ \t]*$/.exec(
    source.text.slice(start.offset, source.lineStart(start.line) + source.line(start.line).length),
  );
  if (!opening) {
    // Only indented code has no opening line. Any other fence without one comes from another text than `source`.
    if (node.lang == null) return undefined;
    throw new TypeError(`The fence in line ${start.line} is not where the parser found it.`);
  }
  const [whole, run = '', language = '', meta = ''] = opening;
  const closed = end.line > start.line && isClosing(source.line(end.line).slice(0, end.column - 1), run);
  const lastLine = closed ? end.line - 1 : end.line;
  const lines = lastLine > start.line ? contentLines(node.value, lastLine - start.line) : [];
  const indents = lines.map((line, i) => source.line(start.line + 1 + i).length - line.length);
  const fence: Fence = {
    place: source.placeAt(start.offset),
    span: { start: start.offset, end: end.offset },
    firstLine: start.line + 1,
    content: { start: source.lineStart(start.line + 1), end: source.lineStart(lastLine + 1) },
    text: lines.map((line) => `${line}\n`).join(''),
    indents,
    prefix: prefixOf(source.line(closed ? end.line : start.line), start.column - 1),
  };
  return {
    fence,
    language: language.toLowerCase(),
    meta: { text: meta, offset: start.offset + whole.lastIndexOf(meta) },
    diagnostic: closed ? undefined : unclosed(fence, run),
  };
}

function isClosing(lineSoFar: string, run: string): boolean {
  const closing = /(`{3,}|~{3,})[ \t]*$/.exec(lineSoFar)?.[1] ?? '';
  return closing.length >= run.length && closing[0] === run[0];
}

/** `value` has no line end after its last line, so one blank line and no line at all look alike in it. */
function contentLines(value: string, count: number): string[] {
  const lines = value.split(/\r\n|\n|\r/);
  while (lines.length < count) lines.push('');
  return lines;
}

/** The prefix of the fence's lines: blanks in a list item, `> ` in a quote. */
function prefixOf(line: string, width: number): string {
  return line.slice(0, width).replace(/[^\s>]/g, ' ');
}

function unclosed(fence: Fence, run: string): Diagnostic {
  return {
    rule: 'fence/unclosed',
    place: fence.place,
    message: 'This fence is never closed: everything after it counts as code.',
    hint: `End it with a line that is only ${run}, as long as the opening and of the same kind.`,
  };
}
