import { counted } from '../../core/counted.ts';
import type { Edit } from './splice.ts';

const linesShown = 12;

/** The changes that an update would make in a file: for each its line, its size, and the old and the new text. */
export function updatePreview(file: string, text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.span.start - b.span.start);
  return sorted
    .map(({ span, text: after }) => {
      const before = text.slice(span.start, span.end);
      const line = text.slice(0, span.start).split('\n').length;
      const size = `${linesOf(before).length} → ${counted(linesOf(after).length, 'line')}, ${before.length} → ${counted(after.length, 'character')}`;
      return [`${file}:${line}  ${size}`, ...shownLines('-', before), ...shownLines('+', after), ''].join('\n');
    })
    .join('');
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function shownLines(sign: string, text: string): string[] {
  const lines = linesOf(text);
  const left = lines.length - linesShown;
  const shown = lines.slice(0, linesShown).map((line) => `  ${sign} ${line.replace(/\p{Cc}/gu, '␛')}`);
  return left > 0 ? [...shown, `  ${sign} … ${left} more`] : shown;
}
