import type { Diagnostic } from '../../core/diagnostic.ts';
import { codeOf, findInvisible } from '../../core/odd-character.ts';
import type { SourceText } from '../../core/source-text.ts';

/** The characters of a page of which nothing is seen, and which change what it means. An output may have them: it is compared. */
export function findHidden(source: SourceText): Diagnostic[] {
  const outputs = [...source.text.matchAll(/^[ \t>]*(`{3,}|~{3,})(?:output|error)\b[\s\S]*?^[ \t>]*\1/gm)];
  const isPrinted = (at: number) => outputs.some(({ 0: whole, index }) => index <= at && at < index + whole.length);
  return findInvisible(source.text)
    .filter(({ offset }) => !isPrinted(offset))
    .map(({ character, offset }) => ({
      rule: 'markdown/hidden',
      place: source.placeAt(offset),
      message: `There is a character here of which nothing is seen: ${codeOf(character)}.`,
      hint: `Take it out. A string of Python may have it as \`\\u${codeOf(character).slice(2).toLowerCase()}\`.`,
    }));
}
