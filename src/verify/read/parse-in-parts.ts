import type { Heading, Node, Parent, Root } from 'mdast';
import { nextProse, type PlainBlock } from './plain-prose.ts';

/** A parser's memory grows with the text that it holds at a time. */
const defaultLength = 1 << 18;

/**
 * Parses a Markdown text part by part and puts the trees together, with their places in the whole text. A plain block between
 * two others is put in as a paragraph or a heading without children: nothing in it can be an example, nor announce the
 * output of one, and most of a long text is such.
 *
 * A part ends in such blocks, or at a blank line before a line that begins, at the margin, with a letter or a heading: no
 * list, quote or table continues there. Fenced code and some HTML can; if the last node of a part is still open, the part is
 * parsed again together with the next. References to links in another part are not resolved: examples do not need them.
 *
 * @param partLength number of characters after which a part ends at the next such place
 */
export function parseInParts(text: string, parse: (text: string) => Root, partLength = defaultLength): Root {
  const children: Root['children'] = [];
  const head = /^---[ \t]*\r?\n(?:[\s\S]*?\n)?---[ \t]*(?:\r?\n|$)/.exec(text)?.[0].length ?? 0;
  let start = 0;
  let line = 1;
  while (start < text.length) {
    let cut = cutAfter(text, Math.max(start, head), partLength);
    let tree = parse(text.slice(start, cut.end));
    while (cut.end < text.length && isOpen(tree, cut.end - start)) {
      cut = cutAfter(text, lineFrom(text, start + 2 * (cut.end - start)), partLength);
      tree = parse(text.slice(start, cut.end));
    }
    for (const child of tree.children) move(child, start, line - 1);
    children.push(...tree.children);
    line += countLines(text, start, cut.end);
    start = cut.end;
    for (const block of cut.between) {
      line += countLines(text, start, block.start);
      children.push(unread(text, block, line));
      start = block.start;
    }
    line += countLines(text, start, cut.next);
    start = cut.next;
  }
  return { type: 'root', children };
}

/** Where a part ends, the blocks after it that are not parsed, and where the next part begins. */
interface Cut {
  readonly end: number;
  readonly between: readonly PlainBlock[];
  readonly next: number;
}

function cutAfter(text: string, from: number, partLength: number): Cut {
  const prose = nextProse(text, from, from + partLength);
  const [, second] = prose ?? [];
  const last = prose?.at(-1);
  if (prose && second && last) return { end: second.start, between: prose.slice(1, -1), next: last.start };
  const end = endOfPart(text, from + partLength);
  return { end, between: [], next: end };
}

/** A block whose text is not parsed. */
function unread(text: string, { start, end, level }: PlainBlock, line: number): Root['children'][number] {
  const lastLine = text.lastIndexOf('\n', end - 1) + 1;
  const position = {
    start: { line, column: 1, offset: start },
    end: { line: line + countLines(text, start, end), column: end - Math.max(lastLine, start) + 1, offset: end },
  };
  if (level === 0) return { type: 'paragraph', children: [], position };
  return { type: 'heading', depth: level as Heading['depth'], children: [], position };
}

const boundary = /\n[ \t]*\r?\n(?=[\p{L}#])/gu;

function endOfPart(text: string, from: number): number {
  if (from >= text.length) return text.length;
  boundary.lastIndex = from;
  return boundary.exec(text) ? boundary.lastIndex : text.length;
}

/** The beginning of the first line that begins at an offset or after it. */
function lineFrom(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset - 1);
  return newline < 0 ? text.length : newline + 1;
}

/** Whether the last node includes the blank line at the end, as only a node that is not closed does. */
function isOpen({ children }: Root, length: number): boolean {
  const last = children.at(-1);
  return (last?.type === 'code' || last?.type === 'html') && last.position?.end.offset === length;
}

function move(node: Node, offset: number, lines: number): void {
  for (const point of node.position ? [node.position.start, node.position.end] : []) {
    point.line += lines;
    if (point.offset !== undefined) point.offset += offset;
  }
  if ('children' in node) for (const child of (node as Parent).children) move(child, offset, lines);
}

/** Line ends of all three kinds. */
function countLines(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) lines += 1;
  }
  return lines;
}
