import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { runs as runsAtAll } from '../../src/examples/example-digest.ts';
import { defaultLimits, type SessionResult } from '../../src/python/engine.ts';
import type { FoundPython } from '../../src/python/native/find-pythons.ts';
import { startNativeHost } from '../../src/python/native/native-host.ts';
import { findLessons } from '../../src/verify/files/find-lessons.ts';
import { judgeFile } from '../../src/verify/judge/judge-file.ts';
import type { Lesson } from '../../src/verify/read/lesson.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';
import { findingsOf } from '../../src/verify/report/totals.ts';
import { planSessions } from '../../src/verify/run/plan.ts';
import { isTried } from '../depth.ts';
import { machinePythons } from '../python/machine-pythons.ts';
import { mutantsOf, sessionLessons } from './lesson-mutants.ts';
import { runVariants } from './run-variants.ts';

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
const parts = lessons.flatMap(sessionLessons);
const allMutants = parts.map((part) => ({ part, mutants: mutantsOf(part) }));
/** Of the changes of code, each of which must run, one of ten; of all others each. In a whole run all. */
const mutants = allMutants.map(({ part, mutants: all }) => ({
  part,
  mutants: all.filter(({ name, changed }) => changed === undefined || isTried(name, 10)),
}));
/** Of the processor's time, for a change of code. */
const secondsEach = 1;

/** The results of each session that was run, by its request. */
const runs = new Map<string, SessionResult>();
const keyOf = (request: unknown) => JSON.stringify(request);
let survivors: readonly string[] = [];

beforeAll(async () => {
  const planned = parts.flatMap((part) => planSessions(part));
  const modules = [
    'numpy',
    ...(planned.some(({ needs }) => needs.includes('matplotlib')) ? ['matplotlib.pyplot'] : []),
  ];
  const python = machinePythons.find((one) => one.numpy !== null && (modules.length < 2 || one.matplotlib !== null));
  if (!python) throw new Error('No Python with NumPy was found. `npm test` sets one up.');
  await runCodeMutants(python, modules);
  await runOtherMutants(python, modules);
  survivors = mutants.flatMap((one) => one.mutants.filter(({ lesson }) => isProven(lesson)).map(({ name }) => name));
});

/** Runs every session once, and each change of code from the state before its block. */
async function runCodeMutants(python: FoundPython, modules: readonly string[]): Promise<void> {
  const jobs = mutants.flatMap(({ part, mutants: all }) =>
    planSessions(part).map(({ request }) => {
      const variants = all.flatMap(({ lesson, changed }) => {
        if (!changed) return [];
        const at = lesson.extracted.examples.filter(runsAtAll).indexOf(changed);
        return at < 0 ? [] : [{ at, code: changed.code.text, lesson }];
      });
      return { request, variants };
    }),
  );
  const results = await runVariants(python, modules, jobs, secondsEach);
  for (const [i, { request, variants }] of jobs.entries()) {
    const { baseline = [], variants: outcomes = [] } = results[i] ?? {};
    runs.set(keyOf(request), baseline);
    for (const [j, { at, lesson }] of variants.entries()) {
      const own = outcomes[j] ?? [];
      const full = [...baseline.slice(0, at), ...own, ...baseline.slice(at + own.length)];
      for (const session of planSessions(lesson)) runs.set(keyOf(session.request), full);
    }
  }
}

/** Runs the sessions of the mutants that changed more than one block's code, unless reading them shows the mistake. */
async function runOtherMutants(python: FoundPython, modules: readonly string[]): Promise<void> {
  const planned = mutants
    .flatMap((one) => one.mutants)
    .filter(({ lesson }) => !isWrongAsRead(lesson))
    .flatMap(({ lesson }) => planSessions(lesson));
  const requests = new Map(planned.map(({ request }) => [keyOf(request), request]));
  for (const key of runs.keys()) requests.delete(key);
  const host = startNativeHost(python, modules);
  const limits = { ...defaultLimits, outputBytes: 1 << 20 };
  const results = await host.run([...requests.values()], limits);
  await host.close();
  for (const [i, key] of [...requests.keys()].entries()) runs.set(key, results[i] ?? []);
}

function isWrongAsRead({ extracted }: Lesson): boolean {
  return extracted.diagnostics.length + extracted.orphans.length > 0;
}

function isProven(lesson: Lesson): boolean {
  if (isWrongAsRead(lesson)) return false;
  const sessionRuns = planSessions(lesson).map((session) => {
    const run = { results: runs.get(keyOf(session.request)) ?? [], ranAt: '' };
    return {
      session,
      engine: { kind: 'native', label: '', location: '', caveats: [] } as const,
      run,
      fromCache: false,
    };
  });
  return findingsOf(judgeFile(lesson, sessionRuns)).length === 0;
}

describe('a change of a lesson that is not repeated everywhere', () => {
  it('starts from lessons that are proven', () => {
    expect(parts.filter((lesson) => !isProven(lesson)).map(({ extracted }) => extracted.examples[0]?.id)).toEqual([]);
    const count = (some: readonly Lesson[]) =>
      some.flatMap(({ extracted }) => [...extracted.examples, ...extracted.values]).length;
    expect(count(parts)).toBe(count(lessons));
    expect(mutants.flatMap((one) => one.mutants).length).toBeGreaterThan(1000);
  });

  it('is seen, or listed with the reason why no output can show it', () => {
    expect(survivors.filter((name) => !unseen.has(name))).toEqual([]);
  });

  it('is not listed when it can be seen, or no longer exists', () => {
    const namesOf = (some: typeof mutants) => new Set(some.flatMap((one) => one.mutants.map(({ name }) => name)));
    const [all, tried, left] = [namesOf(allMutants), namesOf(mutants), new Set(survivors)];
    const isWrong = (name: string) => !all.has(name) || (tried.has(name) && !left.has(name));
    expect([...unseen.keys()].filter(isWrong)).toEqual([]);
  });

  it('has a reason wherever it is listed', () => {
    expect([...unseen].filter(([, because]) => !/\S+\s+\S+/.test(because))).toEqual([]);
  });
});
