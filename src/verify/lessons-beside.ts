import { dirname, join } from 'node:path';
import { findTargets, type Target } from './files/find-lessons.ts';
import { readSource, type Source } from './files/read-source.ts';
import { addressOf, type Page } from './read/check-guide.ts';
import type { Lesson } from './read/lesson.ts';

/**
 * The lessons that questions of these lessons ask about and that are not among them, as when one lesson alone is
 * verified. Where a question names a lesson that does not exist, all others beside it, for the hint.
 *
 * @param read reads a lesson, from a cache where there is one
 */
export async function lessonsBeside(
  lessons: readonly Lesson[],
  cwd: string,
  read: (file: string, source: Source) => Promise<Lesson>,
): Promise<Lesson[]> {
  const given = new Set(lessons.map(({ file }) => file));
  const known = new Set([...given].map(addressOf));
  const asked = new Set<string>();
  const folders = new Set<string>();
  for (const { file, extracted } of lessons) {
    for (const { from } of extracted.teaching?.recalls ?? []) {
      if (addressOf(file) === undefined || known.has(from)) continue;
      asked.add(from);
      folders.add(dirname(file));
    }
  }
  const others = [...folders].flatMap((folder) => findTargets(folder, cwd)).filter(({ file }) => !given.has(file));
  const addresses = new Set(others.map(({ file }) => addressOf(file)));
  const areAllThere = [...asked].every((from) => addresses.has(from));
  const wanted = others.filter(({ file }) => !areAllThere || asked.has(addressOf(file) ?? ''));
  return Promise.all(wanted.map(({ file }) => read(file, readSource(join(cwd, file), file))));
}

/** The texts of all lessons in the folders of these that are not among them. */
export function textsBeside(lessons: readonly Lesson[], cwd: string): Page[] {
  const given = new Set(lessons.map(({ file }) => file));
  const folders = new Set([...given].filter((file) => addressOf(file) !== undefined).map((file) => dirname(file)));
  return [...folders]
    .flatMap((folder) => findTargets(folder, cwd))
    .filter(({ file }) => addressOf(file) !== undefined && !given.has(file))
    .flatMap(({ file }) => {
      const source = readSource(join(cwd, file), file);
      return 'text' in source ? [{ file, text: source.text }] : [];
    });
}

/** Whether these are all lessons of their guide: none of them in part, and none left out beside them. */
export function isWholeGuide(targets: readonly Target[], cwd: string): boolean {
  const given = new Set(targets.filter(({ only }) => only === undefined).map(({ file }) => file));
  const folders = new Set(targets.filter(({ file }) => addressOf(file) !== undefined).map(({ file }) => dirname(file)));
  const lessons = [...folders].flatMap((folder) => findTargets(folder, cwd));
  return targets.every(({ only }) => only === undefined) && lessons.every(({ file }) => given.has(file));
}
