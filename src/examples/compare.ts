import { diffArrays } from 'diff';
import { classify, type DifferenceKind } from './classify-difference.ts';
import { fillPlaceholders, hasPlaceholder, placeholderPattern } from './placeholders.ts';

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
 */
export function compareOutput(expected: string, actual: string): Difference | undefined {
  const printed = actual === '' || actual.endsWith('\n') ? actual : `${actual}\n`;
  if (expected === printed) return undefined;
  const wanted = linesOf(expected);
  const found = linesOf(printed);
  if (wanted.length === found.length && wanted.every((line, i) => sameLine(line, found[i] ?? ''))) return undefined;
  const rows = diffRows(wanted, found);
  const [line, column] = firstDifference(wanted, found);
  const kind = classify(wanted.map((text, i) => fillPlaceholders(text, found[i] ?? '')).join('\n'), found.join('\n'));
  return { kind, line, column, rows };
}

/** The lines of a text without their ends; a final `\n` ends the last line and begins no other. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function sameLine(expected: string, actual: string): boolean {
  return expected === actual || (hasPlaceholder(expected) && placeholderPattern(expected).test(actual));
}

function diffRows(expected: readonly string[], actual: readonly string[]): DiffRow[] {
  const changes = diffArrays([...expected], [...actual], { comparator: sameLine, timeout: 1000 }) ?? [
    { removed: true, added: false, value: [...expected] },
    { removed: false, added: true, value: [...actual] },
  ];
  return changes.flatMap(({ removed, added, value }) => {
    const side = removed ? 'expected' : added ? 'actual' : 'both';
    return value.map((text): DiffRow => ({ side, text }));
  });
}

function firstDifference(expected: readonly string[], actual: readonly string[]): [line: number, column: number] {
  const count = Math.max(expected.length, actual.length);
  for (let i = 0; i < count; i++) {
    const [wanted, found] = [expected[i], actual[i]];
    if (wanted === undefined || found === undefined) return [i + 1, 1];
    if (!sameLine(wanted, found)) return [i + 1, columnOfDifference(fillPlaceholders(wanted, found), found, wanted)];
  }
  return [1, 1];
}

/** The column in `written`, which may hold placeholders, at which `filled` (the same without them) leaves `actual`. */
function columnOfDifference(filled: string, actual: string, written: string): number {
  let same = 0;
  while (same < filled.length && filled[same] === actual[same]) same++;
  const afterSame = filled.length - same;
  return written.endsWith(filled.slice(same)) ? written.length - afterSame + 1 : Math.min(same, written.length) + 1;
}
