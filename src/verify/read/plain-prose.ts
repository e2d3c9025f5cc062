/** Some lines of a text between blank ones, as offsets: the end is before the end of the last line. */
export interface PlainBlock {
  readonly start: number;
  readonly end: number;
  /** The `#` of a heading; 0 of what else is plain. */
  readonly level: number;
}

/**
 * The beginning of a line that is a sentence, an item of a list or a row of a table, at the margin: after a blank line it
 * continues no list, quote or code, and it opens nothing.
 */
const plainStart =
  /^(?:\||(?:(?:[-*+]|\d{1,9}[.)]) {1,3})?(?:\p{L}|[*_]{1,3}[\p{L}[`]|\[(?!\^|[^\]]*\]:)|`(?!`)|["'(“‘]))/u;
const heading = /^(#{1,6}) /;
/** HTML, or a tag of a template. */
const markup = /<[a-z/!?]|\{[%{]/i;

/** Of three blocks, one has nothing else beside it. */
const fewest = 3;

/**
 * The next stretch of three or more plain blocks of a Markdown text, which are what they seem unless a fence or HTML is open
 * where they begin.
 *
 * @param from where a line begins
 * @param until where the stretch begins at the latest
 */
export function nextProse(text: string, from: number, until: number): readonly PlainBlock[] | undefined {
  let found: PlainBlock[] = [];
  for (const { isPlain, ...block } of blocksOf(text, from)) {
    if (isPlain) found.push(block);
    else if (found.length >= fewest) return found;
    else found = [];
    if (found.length === 0 && block.end > until) return undefined;
  }
  return found.length >= fewest ? found : undefined;
}

interface Block extends PlainBlock {
  readonly isPlain: boolean;
}

function* blocksOf(text: string, from: number): Generator<Block> {
  let open: Block | undefined;
  // The beginning of a text may be more than a paragraph.
  let isAfterBlank = from > 0 && /\n[ \t]*\r?\n$/.test(text.slice(Math.max(0, from - 200), from));
  for (let start = from; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    const end = text[next - 1] === '\r' ? next - 1 : next;
    const line = text.slice(start, end);
    if (line.trim() === '') {
      if (open) yield open;
      open = undefined;
      isAfterBlank = true;
    } else {
      const level = open ? 0 : (heading.exec(line)?.[1]?.length ?? 0);
      // Below a heading, another block begins without a blank line.
      const isPlain =
        (open ? open.isPlain && open.level === 0 && !heading.test(line) : isAfterBlank) && isPlainLine(line);
      open = { start: open?.start ?? start, end, level: open?.level ?? level, isPlain };
    }
    start = next + 1;
  }
  if (open) yield open;
}

function isPlainLine(line: string): boolean {
  return (plainStart.test(line) || heading.test(line)) && !markup.test(line) && !/\r|\s$/.test(line);
}
