import { at } from './at.ts';
import type { Place } from './place.ts';

/** A file's text with its lines indexed once, to go from offsets to places and back. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  /** The line without its line end; 1-based. Empty beyond the end of the file. */
  line(number: number): string;
  /** Offset of the first character of a 1-based line; the length of the text beyond its end. */
  lineStart(number: number): number;
  placeAt(offset: number): Place;
}

/** Indexes `text`; lines end at `\n`, `\r\n` or a lone `\r`, as Markdown has it. */
export function sourceText(file: string, text: string): SourceText {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  const lineStart = (number: number) => starts[number - 1] ?? text.length;
  return {
    file,
    text,
    lineStart,
    line: (number) => text.slice(lineStart(number), lineStart(number + 1)).replace(/[\r\n]+$/, ''),
    placeAt(offset) {
      const line = countUpTo(starts, offset);
      return { file, line, column: offset - lineStart(line) + 1 };
    },
  };
}

/** How many of the ascending `starts` are at most `offset`: the 1-based line of that offset. */
function countUpTo(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(starts, middle) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text with every line ending at `\n`, and every other character where it was: `\r\n` has become a blank and `\n`. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', ' \n').replaceAll('\r', '\n') : text;
}

/** Parsers drop this mark at the start of a file, and count positions from the character after it. */
export const byteOrderMark = '\uFEFF';

export function withoutByteOrderMark(text: string): string {
  return text.startsWith(byteOrderMark) ? text.slice(1) : text;
}
