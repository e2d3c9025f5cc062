import { type DiffRow, linesOf } from './compare.ts';
import { normalized } from './normalized-output.ts';

const leftOut = /\.{3,}|…|⋮/;
const aroundDots = /(?<!\s)\s*(?:\.{3,}|…|⋮)\s*/;
const dotsAtStart = /^[\s[({<]*(?:\.{3}|…|⋮)/;
const dotsAtEnd = /(?:\.{3}|…|⋮)[\s\])}>]*$/;

/** Whether a line is nothing but dots, or stands between two of them: a part that is left out. */
function isLeftOut(line: string): boolean {
  return dotsAtStart.test(line) && dotsAtEnd.test(line);
}

/** Whether a text has more of `...`, `…` and `⋮` than the printed one: some of them stand for a part that is left out. */
export function leavesOut(shown: string, printed: string): boolean {
  const count = (text: string) => text.match(new RegExp(leftOut, 'g'))?.length ?? 0;
  return count(shown) > count(printed);
}

/** Whether a text with `...`, `…` or `⋮` in place of a part, or of whole lines, is the printed one with that part left out. */
export function fitsElided(shown: string, printed: string): boolean {
  if (!leftOut.test(shown)) return false;
  const [wanted, found] = [normalized(shown), normalized(printed)];
  const lines = wanted.split('\n');
  if (!lines.some((line) => !isLeftOut(line) && /\w/.test(line.replace(leftOut, '')))) return false;
  const parts = lines.map((line) => (isLeftOut(line) ? undefined : line.split(aroundDots)));
  return fitsLines(parts, found.split('\n'));
}

/**
 * Whether lines are those of a text, of which each gap (`undefined`) stands for any number. Only the last gap is ever made
 * longer, as the first place that fits is as good as a later one: no text takes long.
 */
function fitsLines(parts: readonly (readonly string[] | undefined)[], lines: readonly string[]): boolean {
  let [at, part] = [0, 0];
  let gap: { readonly part: number; at: number } | undefined;
  while (at < lines.length) {
    const one = parts[part];
    if (part < parts.length && one === undefined) gap = { part: part++, at };
    else if (one !== undefined && fitsLine(one, lines[at] ?? '')) {
      at += 1;
      part += 1;
    } else if (gap) {
      gap.at += 1;
      [at, part] = [gap.at, gap.part + 1];
    } else return false;
  }
  return parts.slice(part).every((one) => one === undefined);
}

/** Whether a line begins and ends with the first and the last of its parts, and has the others between them in their order. */
function fitsLine(parts: readonly string[], line: string): boolean {
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return line === first;
  if (!line.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = line.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return line.length - last.length >= at && line.endsWith(last);
}

/** Where a text with parts left out is not the printed one. */
interface DifferenceBesideGaps {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The text up to the next gap, with what is printed in place of each line that differs. */
  readonly rows: readonly DiffRow[];
}

/**
 * The first place of a text with parts left out at which it is not the printed one, however long its gaps are; `undefined`
 * where nothing is left out, or each line fits. The lines before the first gap are those at the beginning of the printed text,
 * and the lines after the last one those at its end.
 */
export function differenceBesideGaps(shown: string, printed: string): DifferenceBesideGaps | undefined {
  if (!leftOut.test(shown)) return undefined;
  const [lines, found] = [linesOf(shown), linesOf(printed)];
  const runs = runsOf(lines);
  let from = 0;
  for (const [i, run] of runs.entries()) {
    const isFirst = i === 0 && run.start === 0;
    const isLast = i === runs.length - 1 && run.start + run.lines.length === lines.length;
    const toEnd = Math.max(from, found.length - run.lines.length);
    const at = isFirst ? 0 : isLast ? toEnd : bestPlace(run.lines, found, from);
    const fitting = countFitting(run.lines, found, at);
    if (fitting < run.lines.length) {
      const before = lines.slice(0, run.start).map((text): DiffRow => ({ side: 'both', text }));
      return {
        line: run.start + fitting + 1,
        column: columnIn(run.lines[fitting] ?? '', found[at + fitting]),
        rows: [...before, ...run.lines.flatMap((line, k) => rowsOf(line, found[at + k]))],
      };
    }
    from = at + run.lines.length;
  }
  return undefined;
}

/** Lines of a text between two gaps. */
interface Run {
  /** The index of the first. */
  readonly start: number;
  readonly lines: readonly string[];
}

function runsOf(lines: readonly string[]): Run[] {
  const runs: { start: number; lines: string[] }[] = [];
  for (const [i, line] of lines.entries()) {
    if (isLeftOut(line)) continue;
    const last = runs.at(-1);
    if (last && last.start + last.lines.length === i) last.lines.push(line);
    else runs.push({ start: i, lines: [line] });
  }
  return runs;
}

/** The first index at which most of the lines, from the first on, are those of a text. */
function bestPlace(lines: readonly string[], found: readonly string[], from: number): number {
  let [best, most] = [from, -1];
  for (let at = from; at < found.length && most < lines.length; at++) {
    const fitting = countFitting(lines, found, at);
    if (fitting > most) [best, most] = [at, fitting];
  }
  return best;
}

function rowsOf(line: string, text: string | undefined): DiffRow[] {
  if (fits(line, text)) return [{ side: 'both', text: line }];
  return [{ side: 'expected', text: line }, ...(text === undefined ? [] : [{ side: 'actual' as const, text }])];
}

function countFitting(lines: readonly string[], found: readonly string[], at: number): number {
  const other = lines.findIndex((line, i) => !fits(line, found[at + i]));
  return other < 0 ? lines.length : other;
}

function fits(line: string, text: string | undefined): boolean {
  return text !== undefined && fitsLine(normalized(line).split(aroundDots), normalized(text));
}

/**
 * The column, from 1, at which a line with a part left out is not the printed one; `undefined` where nothing is left out, where
 * the line fits, and where both are the same up to the end of the first gap, so that the dots may have been printed.
 */
export function columnBesideGaps(line: string, printed: string): number | undefined {
  const gap = aroundDots.exec(line);
  if (!gap || fits(line, printed) || printed.startsWith(line.slice(0, gap.index + gap[0].length))) return undefined;
  return columnIn(line, printed);
}

/** The column at which a line, in which parts may be left out, is not a line of the printed text. */
function columnIn(line: string, text: string | undefined): number {
  if (text === undefined) return 1;
  const [first = '', ...others] = line.split(aroundDots);
  const last = others.at(-1);
  const before = countSame(first, text);
  if (last === undefined || before < first.length) return before + 1;
  let at = first.length;
  for (const part of others.slice(0, -1)) {
    const next = text.indexOf(part, at);
    if (next < 0) return line.indexOf(part, at) + 1;
    at = next + part.length;
  }
  const reversed = (one: string) => [...one].toReversed().join('');
  const same = countSame(reversed(last), reversed(text));
  // Of a number or a word that ends otherwise, its beginning.
  const upTo = line.slice(0, line.length - same);
  return upTo.replace(/[^\s,;:()[\]{}]+$/, '').length + 1;
}

/** The number of characters at the beginning of a text that are those of another one. */
function countSame(text: string, other: string): number {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  return same;
}
