import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Place } from '../../core/place.ts';

/** A parser takes minutes for what is nested deeper, or ends for want of memory; no page for readers is. */
const deepest = { marks: 500, brackets: 5_000 };

/** The first place at which quotes, lists or brackets of a text outside of its fences are nested too deep to be read. */
export function findTooDeep(file: string, text: string): Diagnostic | undefined {
  let fence: string | undefined;
  let brackets = 0;
  for (const [i, line] of text.split('\n').entries()) {
    const [, run = '', word = ''] = /^[ \t>]{0,99}(`{3,}|~{3,})([^`]*)$/.exec(line) ?? [];
    if (fence === undefined && run !== '') fence = run;
    else if (fence !== undefined && run.startsWith(fence) && word.trim() === '') fence = undefined;
    if (fence !== undefined) continue;
    const [ahead = ''] = /^(?:[ \t]{0,9}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line) ?? [];
    const marks = [...ahead.matchAll(/[^ \t\d]/g)];
    const tooMany = marks[deepest.marks];
    if (tooMany) return tooDeep({ file, line: i + 1, column: tooMany.index + 1 }, 'Quotes or lists', deepest.marks);
    if (line.trim() === '') brackets = 0;
    if (!line.includes('[') && brackets === 0) continue;
    for (const { 0: one, index } of line.matchAll(/[[\]]/g)) {
      brackets = Math.max(0, brackets + (one === '[' ? 1 : -1));
      if (brackets > deepest.brackets)
        return tooDeep({ file, line: i + 1, column: index + 1 }, 'Brackets', deepest.brackets);
    }
  }
  return undefined;
}

function tooDeep(place: Place, what: string, most: number): Diagnostic {
  return {
    rule: 'markdown/syntax',
    place,
    message: `${what} are nested more than ${most} deep here: the page is not read.`,
    hint: 'Put what is no text of the page into a fence.',
  };
}
