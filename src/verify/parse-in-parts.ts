import type { Node, Parent, Root } from 'mdast';

/** A parser's memory grows with the text that it holds at a time. */
const defaultLength = 1 << 18;

/**
 * Parses a long Markdown text part by part and puts the trees together, with their places in the whole text.
 *
 * A part ends at a blank line before a line that begins, at the margin, with a letter or a heading: no list, quote or
 * table continues there. Fenced code and some HTML can; if the last node of a part is still open, the part is parsed again
 * together with the next. References to links in another part are not resolved: examples do not need them.
 *
 * @param partLength minimum number of characters in a part
 */
export function parseInParts(text: string, parse: (text: string) => Root, partLength = defaultLength): Root {
  const children: Root['children'] = [];
  let start = 0;
  let line = 1;
  while (start < text.length) {
    let length = partLength;
    let end = endOfPart(text, start + length);
    let tree = parse(text.slice(start, end));
    while (end < text.length && isOpen(tree, end - start)) {
      length *= 2;
      end = endOfPart(text, start + length);
      tree = parse(text.slice(start, end));
    }
    for (const child of tree.children) move(child, start, line - 1);
    children.push(...tree.children);
    line += countLines(text, start, end);
    start = end;
  }
  return { type: 'root', children };
}

const boundary = /\n[ \t]*\r?\n(?=[\p{L}#])/gu;

function endOfPart(text: string, from: number): number {
  if (from >= text.length) return text.length;
  boundary.lastIndex = from;
  return boundary.exec(text) ? boundary.lastIndex : text.length;
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
  return text.slice(start, end).match(/\r\n|\n|\r/g)?.length ?? 0;
}
