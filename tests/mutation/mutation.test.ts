import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaultLimits, type SessionResult } from '../../src/python/engine.ts';
import { findPythons } from '../../src/python/find-pythons.ts';
import { startNativeHost } from '../../src/python/native-host.ts';
import { findLessons } from '../../src/verify/find-lessons.ts';
import { judgeFile } from '../../src/verify/judge-file.ts';
import type { Lesson } from '../../src/verify/lesson.ts';
import { planSessions } from '../../src/verify/plan.ts';
import { readLesson } from '../../src/verify/read-lesson.ts';
import { findingsOf } from '../../src/verify/totals.ts';
import { type Mutant, mutantsOf } from './lesson-mutants.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface UnseenMutants {
  readonly because: string;
  readonly mutants: readonly string[];
}

/** Mutants that no output can show, by name, each with the reason: one YAML file a lesson in `unseen/`. */
const unseen = readUnseen();

function readUnseen(): ReadonlyMap<string, string> {
  const folder = fileURLToPath(new URL('unseen/', import.meta.url));
  const groups = readdirSync(folder).flatMap((file): UnseenMutants[] =>
    parse(readFileSync(join(folder, file), 'utf8')),
  );
  return new Map(groups.flatMap(({ because, mutants }) => mutants.map((name) => [name, because])));
}

const lessons = findLessons(['content'], root).map(({ file }) =>
  readLesson(file, readFileSync(join(root, file), 'utf8')),
);
const mutants = lessons.flatMap(mutantsOf);

const runs = new Map<string, SessionResult>();
const keyOf = (request: unknown) => JSON.stringify(request);

/** Runs each different session of all lessons and mutants once. */
beforeAll(async () => {
  const planned = [...lessons, ...mutants.map(({ lesson }) => lesson)].flatMap((lesson) => planSessions(lesson));
  const requests = new Map(planned.map(({ request }) => [keyOf(request), request]));
  const needsFigures = planned.some(({ needs }) => needs.includes('matplotlib'));
  const pythons = await findPythons({ env: process.env, root });
  const python = pythons.find(({ numpy, matplotlib }) => numpy !== null && (!needsFigures || matplotlib !== null));
  if (!python) throw new Error('No Python with NumPy was found. `npm test` sets one up.');
  const host = startNativeHost(python, ['numpy', ...(needsFigures ? ['matplotlib.pyplot'] : [])]);
  const results = await host.run([...requests.values()], { ...defaultLimits, seconds: 2, outputBytes: 1 << 20 });
  await host.close();
  for (const [i, key] of [...requests.keys()].entries()) runs.set(key, results[i] ?? []);
}, 300_000);

function isProven(lesson: Lesson): boolean {
  const sessionRuns = planSessions(lesson).map((session) => {
    const run = { results: runs.get(keyOf(session.request)) ?? [], ranAt: '' };
    return { session, ranBy: '', run, fromCache: false };
  });
  return findingsOf(judgeFile(lesson, sessionRuns)).length === 0;
}

function survivors(): string[] {
  return mutants.filter(({ lesson }: Mutant) => isProven(lesson)).map(({ name }) => name);
}

describe('a change of a lesson that is not mended everywhere', () => {
  it('starts from lessons that are proven', () => {
    expect(lessons.filter((lesson) => !isProven(lesson)).map(({ file }) => file)).toEqual([]);
    expect(mutants.length).toBeGreaterThan(1000);
  });

  it('is seen, or listed with the reason why no output can show it', () => {
    expect(survivors().filter((name) => !unseen.has(name))).toEqual([]);
  });

  it('is not listed when it can be seen, or no longer exists', () => {
    const left = new Set(survivors());
    expect([...unseen.keys()].filter((name) => !left.has(name))).toEqual([]);
  });

  it('has a reason wherever it is listed', () => {
    expect([...unseen].filter(([, because]) => !/\S+\s+\S+/.test(because))).toEqual([]);
  });
});
