import type { Distractor } from './exercise.ts';

/** A line of a solution that is to be put in order. */
export interface PuzzleLine {
  /** Without its indentation. */
  readonly code: string;
  /** Levels of indentation, from 0; a wrong line has the level of the place where it would be taken. */
  readonly level: number;
  /** Why the line is wrong; only of one that does not belong. */
  readonly reason?: string;
}

/** A line where somebody has put it. */
export interface PlacedLine {
  readonly line: PuzzleLine;
  readonly level: number;
}

/** The lines of a solution in their order, wrong lines among which they are to be found, and what comes after them. */
export interface LinePuzzle {
  readonly lines: readonly PuzzleLine[];
  readonly wrong: readonly PuzzleLine[];
  /** The rest of the solution, which is given and runs after the lines: it ends with a line end, or is empty. */
  readonly given: string;
}

/** A puzzle of the lines of a solution: its functions, or all of it where it has none; no comments, texts that explain, or blanks. */
export function linePuzzle(solution: string, distractors: readonly Distractor[]): LinePuzzle {
  const code = withoutDocTexts(solution)
    .split('\n')
    .filter((line) => !/^\s*(?:#|$)/.test(line));
  const width = indentWidth(code);
  const toLine = (line: string): PuzzleLine => ({
    code: line.trim(),
    level: Math.round((line.length - line.trimStart().length) / width),
  });
  const wrong = distractors.map(({ code: line, reason }) => ({ ...toLine(line), reason }));
  const { lines, others } = functionsOf(code);
  return { lines: lines.map(toLine), wrong, given: others.map((line) => `${line}\n`).join('') };
}

/** The program of some lines in their places, with what is given after them. */
export function assembleLines({ given }: LinePuzzle, placed: readonly PlacedLine[]): string {
  const lines = placed.map(({ line: { code }, level }) => `${' '.repeat(4 * level)}${code}\n`);
  return `${lines.join('')}${given}`;
}

/** The program of the lines in their order: the solution, without its comments. */
export function solutionOf(puzzle: LinePuzzle): string {
  return assembleLines(
    puzzle,
    puzzle.lines.map((line) => ({ line, level: line.level })),
  );
}

/** The docstrings of functions, in one line or several, taken out. */
function withoutDocTexts(code: string): string {
  return code.replace(/(:\s*\n)[ \t]*"""[\s\S]*?"""[ \t]*\n/g, '$1');
}

function indentWidth(lines: readonly string[]): number {
  const widths = lines.map((line) => line.length - line.trimStart().length).filter((width) => width > 0);
  return widths.length === 0 ? 4 : Math.min(...widths);
}

/** The statements at the margin that define functions, and the imports that these use; and the other statements. */
function functionsOf(lines: readonly string[]): Record<'lines' | 'others', readonly string[]> {
  const statements: string[][] = [];
  for (const line of lines) {
    if (/^\S/.test(line) && !/^[)\]}]/.test(line)) statements.push([line]);
    else statements.at(-1)?.push(line);
  }
  const functions = statements.filter(([head = '']) => /^(?:def|class) /.test(head));
  if (functions.length === 0) return { lines, others: [] };
  const text = functions.flat().join('\n');
  const isUsed = ([head = '']: readonly string[]) => {
    const name = /^(?:import|from)\b.*?(\w+)\s*$/.exec(head)?.[1];
    return name !== undefined && new RegExp(`\\b${name}\\b`).test(text);
  };
  const chosen = statements.filter((statement) => functions.includes(statement) || isUsed(statement));
  return { lines: chosen.flat(), others: statements.filter((statement) => !chosen.includes(statement)).flat() };
}

/** All lines in an order that gives nothing away; the same at each visit. */
export function shuffledLines({ lines, wrong }: LinePuzzle): PuzzleLine[] {
  const all = [...lines, ...wrong];
  const mixed = all.toSorted((a, b) => hashOf(a.code) - hashOf(b.code) || a.code.localeCompare(b.code));
  const isInOrder = lines.every(({ code }, i) => mixed[i]?.code === code);
  return isInOrder ? mixed.toReversed() : mixed;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
