import type { Place } from '../../core/place.ts';
import type { Fence } from '../example.ts';

/** The place in the file of a character of a fence's content. @param line 1-based @param column 1-based, in that line */
export function placeInFence({ place, firstLine, indents, prefix, written }: Fence, line: number, column = 1): Place {
  if (!written) {
    const indent = indents[line - 1] ?? prefix.length;
    return { file: place.file, line: firstLine + line - 1, column: indent + column };
  }
  const one = written[line - 1] ?? written.at(-1);
  if (!one) return place;
  return { file: place.file, line: one.line, column: one.column + lengthInJson(one.raw, column - 1) };
}

/** The number of characters with which a JSON string writes the first `count` characters of its value. */
function lengthInJson(raw: string, count: number): number {
  const characters = raw.match(/\\u[\da-fA-F]{4}|\\.|[^\\]/gs) ?? [];
  return characters.slice(0, count).join('').length;
}
