import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../core/place.ts';
import { type Mark, marks } from '../examples/teaching.ts';
import { TargetError } from './find-lessons.ts';

/** A mark that an objective still lacks. */
export interface MissingMark {
  /** The lesson's address. */
  readonly lesson: string;
  readonly objective: string;
  readonly mark: Mark;
  readonly place: Place;
}

/** The list, from the project's root. */
export const missingMarksFile = 'content/missing-marks.yaml';

/** The list of a project; `undefined` where it keeps none. @throws {TargetError} for a line that cannot be read */
export function readMissingMarks(root: string): readonly MissingMark[] | undefined {
  const path = join(root, missingMarksFile);
  return existsSync(path) ? parseMissingMarks(readFileSync(path, 'utf8')) : undefined;
}

/** Reads `lesson:` and below it lines of `objective: [mark, mark]`. @throws {TargetError} for any other line */
export function parseMissingMarks(text: string): MissingMark[] {
  let lesson = '';
  return text.split(/\r\n|\n/).flatMap((line, i): MissingMark[] => {
    if (/^\s*(?:#.*)?$/.test(line)) return [];
    const place = { file: missingMarksFile, line: i + 1, column: 3 };
    lesson = /^([a-z0-9-]+):$/.exec(line)?.[1] ?? lesson;
    if (line === `${lesson}:`) return [];
    const [, objective, list] = /^ {2}([a-z0-9-]+): \[([a-z, ]+)\]$/.exec(line) ?? [];
    const named = list?.split(',').map((mark) => mark.trim()) ?? [];
    if (objective === undefined || lesson === '' || !named.every(isMark)) {
      const known = marks.map((mark) => `\`${mark}\``).join(', ');
      throw new TargetError(
        `${missingMarksFile}:${i + 1}: Write \`  objective: [mark]\` below \`lesson:\`; the marks are ${known}.`,
      );
    }
    return named.map((mark) => ({ lesson, objective, mark, place }));
  });
}

function isMark(word: string): word is Mark {
  return (marks as readonly string[]).includes(word);
}
