// The whole package takes long to load, and each verification waits for it.
import { diffArrays } from 'diff/lib/diff/array.js';
import { classify, type DifferenceKind } from './classify-difference.ts';
import { fillPlaceholders, fitsPlaceholders, hasPlaceholder } from './placeholders.ts';

/** The difference between an expected and an actual text. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** Of the first differing character in the expected text: 1-based line, and column in that line. */
  readonly line: number;
  readonly column: number;
  /** All lines of both texts in order, those that differ marked. */
  readonly rows: readonly DiffRow[];
}

/** One line of a comparison: expected and actual are the same line, or only one of the two has it. */
export interface DiffRow {
  readonly side: 'both' | 'expected' | 'actual';
  readonly text: string;
}

/**
 * Compares an expected output, character by character, with what was printed; `undefined` when they are the same.
 *
 * Both are whole texts whose lines end in `\n`. Where the expected text holds a typed placeholder (`⟪version⟫`), any
 * text of that type is the same. A missing final line end in `actual` is no difference: a fence cannot show one.
 *
 * @param tolerate for the lines of both, the comparison of two lines that differ; by default, none are the same
 */
export function compareOutput(expected: string, actual: string, tolerate?: Tolerate): Difference | undefined {
  const printed = actual === '' || actual.endsWith('\n') ? actual : `${actual}\n`;
  if (expected === printed) return undefined;
  const wanted = linesOf(expected);
  const found = linesOf(printed);
  const same = lineComparison(tolerate?.(wanted, found));
  if (wanted.length === found.length && wanted.every((line, i) => same(line, found[i] ?? ''))) return undefined;
  const rows = diffRows(wanted, found, same);
  const [line, column] = firstDifference(wanted, found, same);
  const kind = classify(asFound(wanted, found, same).join('\n'), found.join('\n'));
  return { kind, line, column, rows };
}

/** Whether the lines of an expected output are printed one after the other, with other lines before and after them. */
export function holdsOutput(printed: string, expected: string, tolerate?: Tolerate): boolean {
  const [lines, found] = [linesOf(expected), linesOf(printed)];
  const starts = found.keys().take(Math.max(0, found.length - lines.length + 1));
  const textFrom = (start: number) => found.slice(start, start + lines.length).join('\n');
  return starts.some((start) => !compareOutput(expected, textFrom(start), tolerate));
}

/** The lines of a text without their ends; a final `\n` ends the last line and begins no other. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

type SameLine = (expected: string, actual: string) => boolean;
/** Makes, for all lines of an expected and a printed output, the comparison of two lines. */
export type Tolerate = (expected: readonly string[], actual: readonly string[]) => SameLine;

/** The comparison of an expected line, which may hold placeholders, with a printed one. */
export function lineComparison(tolerates?: SameLine): SameLine {
  return (expected, actual) => {
    if (expected === actual || (hasPlaceholder(expected) && fitsPlaceholders(expected, actual))) return true;
    return tolerates?.(fillPlaceholders(expected, actual), actual) ?? false;
  };
}

/** The expected lines with the actual text where that is the same: what is left differs. */
function asFound(expected: readonly string[], actual: readonly string[], same: SameLine): string[] {
  return expected.map((line, i) => {
    const found = actual[i] ?? '';
    return same(line, found) ? found : fillPlaceholders(line, found);
  });
}

/** The differences between the lines of two outputs, the removed before the added ones of each place. */
export function lineChanges(expected: readonly string[], actual: readonly string[], same: SameLine = lineComparison()) {
  return (
    diffArrays([...expected], [...actual], { comparator: same, timeout: 1000 }) ?? [
      { removed: true, added: false, value: [...expected], count: expected.length },
      { removed: false, added: true, value: [...actual], count: actual.length },
    ]
  );
}

function diffRows(expected: readonly string[], actual: readonly string[], same: SameLine): DiffRow[] {
  return lineChanges(expected, actual, same).flatMap(({ removed, added, value }) => {
    const side = removed ? 'expected' : added ? 'actual' : 'both';
    return value.map((text): DiffRow => ({ side, text }));
  });
}

function firstDifference(
  expected: readonly string[],
  actual: readonly string[],
  same: SameLine,
): [line: number, column: number] {
  const count = Math.max(expected.length, actual.length);
  for (let i = 0; i < count; i++) {
    const [wanted, found] = [expected[i], actual[i]];
    if (wanted === undefined || found === undefined) return [i + 1, 1];
    if (!same(wanted, found)) return [i + 1, differenceColumn(wanted, found)];
  }
  return [1, 1];
}

/** The column, from 1, at which an expected line, which may hold placeholders, is not the actual one. */
export function differenceColumn(expected: string, actual: string): number {
  const filled = fillPlaceholders(expected, actual);
  let same = 0;
  while (same < filled.length && filled[same] === actual[same]) same++;
  const afterSame = filled.length - same;
  return expected.endsWith(filled.slice(same)) ? expected.length - afterSame + 1 : Math.min(same, expected.length) + 1;
}
