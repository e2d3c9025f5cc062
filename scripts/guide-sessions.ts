import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLessons } from '../src/verify/files/find-lessons.ts';
import type { Lesson } from '../src/verify/read/lesson.ts';
import { readLesson } from '../src/verify/read/read-lesson.ts';
import { type PlannedSession, planSessions } from '../src/verify/run/plan.ts';
import { root } from './run-command.ts';

/** A lesson with the sessions of its examples. */
export interface LessonSessions {
  readonly lesson: Lesson;
  readonly sessions: readonly PlannedSession[];
}

/** The sessions of the examples of this guide, without its exercises, formulas and rules. */
export function guideSessions(): LessonSessions[] {
  return findLessons(['content'], root).map(({ file }) => {
    const lesson = readLesson(file, readFileSync(join(root, file), 'utf8'));
    return { lesson, sessions: planSessions(lesson).filter(({ blocks }) => blocks.length > 0) };
  });
}

/** The code of the blocks of a session, in order. */
export function codeOf({ blocks }: PlannedSession): string[] {
  return blocks.map(({ example }) => example.code.text);
}

/** Each block as a program of its own: with the blocks before it in its session. */
export function blockPrograms(all: readonly LessonSessions[]): string[] {
  return all.flatMap(({ sessions }) =>
    sessions.flatMap((session) =>
      codeOf(session).map((_, i) =>
        codeOf(session)
          .slice(0, i + 1)
          .join('\n'),
      ),
    ),
  );
}
