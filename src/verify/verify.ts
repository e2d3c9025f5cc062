import { dirname, join } from 'node:path';
import { didYouMean } from '../core/nearest-word.ts';
import { formatPlace } from '../core/place.ts';
import type { SessionFile } from '../python/engine.ts';
import { Configurations } from './configuration/configurations.ts';
import { findLessons, findTargets, type Target, TargetError, targetName } from './files/find-lessons.ts';
import { readSource, type Source } from './files/read-source.ts';
import { type Shard, type ShardReport, selectTargets } from './files/selection.ts';
import type { Finding } from './findings/finding.ts';
import { judgeFile } from './judge/judge-file.ts';
import { countChecked, type JudgedFile } from './judge/judged-file.ts';
import { withNamesOfOtherPages } from './judge/names-of-other-pages.ts';
import type { UsedEngine, Verification } from './judge/verification.ts';
import { LessonReader } from './lesson-reader.ts';
import { isWholeGuide, lessonsBeside, textsBeside } from './lessons-beside.ts';
import { checkGuide } from './read/check-guide.ts';
import { checkReferences } from './read/check-references.ts';
import type { Lesson } from './read/lesson.ts';
import { sha256 } from './run/cache.ts';
import { GuideSettings } from './run/guide-settings.ts';
import type { LazyHost } from './run/lazy-host.ts';
import { missingPackage } from './run/missing-engine.ts';
import { type PlannedSession, planSessions, withMutants } from './run/plan.ts';
import { runSessions } from './run/run-sessions.ts';
import type { VerifyRequest } from './run/verify-request.ts';

/**
 * Proves the examples of the files: reads them, runs those that are not in the cache, and judges.
 *
 * @throws TargetError when a path does not exist or is no Markdown
 * @throws MissingEngineError when no Python has the modules that the examples import
 */
export async function verify(request: VerifyRequest): Promise<Verification> {
  const configurations = new Configurations(request.cwd, {
    pagesIn: (folder) => findTargets(folder, folder).map(({ file }) => join(folder, file)),
    tell: request.tell,
  });
  const all = findLessons(request.paths, request.cwd, (path) => configurations.includes(path));
  const selected = await selectTargets(all, request.cwd, request.selection ?? {});
  const sources = selected.map(({ file }) => readSource(join(request.cwd, file), file));
  const settings = new GuideSettings(request);
  await settings.choose(
    selected.length === 0
      ? [configurations.of(request.cwd)]
      : selected.map(({ file }) => configurations.of(dirname(join(request.cwd, file)))),
    sources.flatMap((source) => ('text' in source ? [source.text] : [])),
  );
  const { hosts } = settings;
  const reader = new LessonReader(request, configurations, () => {
    // An engine that does not start is reported by the run that needs it.
    for (const host of hosts) host.warmUp().catch(() => undefined);
  });
  try {
    const proven = await proveAll(
      selected.map((target, i) => ({ target, source: sources[i] as Source })),
      reader,
      { settings, request },
    );
    const whole = proven.filter(({ target }) => target.only === undefined).map(({ judged }) => judged.lesson);
    const beside = await lessonsBeside(whole, request.cwd, (file, source) => reader.read(file, source));
    const files = withGuideFindings(
      withNamesOfOtherPages(proven.map(({ judged }) => judged)),
      checkGuide(whole, beside, textsBeside(whole, request.cwd)),
      checkReferences(whole, request),
    );
    request.cache.save();
    return {
      engines: hosts.map((host) => usedEngine(host, files)),
      files,
      unproven: unprovenPaths(request, proven),
      isWhole: isWholeGuide(
        proven.map(({ target }) => target),
        request.cwd,
      ),
      leftOut: all.length - files.length,
      ...(request.selection?.shard && { shard: shardReport(request.selection.shard, all, request.cwd) }),
    };
  } finally {
    request.progress?.end();
    if (!request.keptHosts) await Promise.all(hosts.map((host) => host.close()));
  }
}

/** A target with the file's text. */
interface ToProve {
  readonly target: Target;
  readonly source: Source;
}

/** A target with its proof. */
interface Proven {
  /** As it was requested. */
  readonly asked: Target;
  /** The verified part of it: with `--only`, one example. */
  readonly target: Target;
  readonly judged: JudgedFile;
}

/** Proves the targets, up to the first that fails with `--fail-fast`. Without the example of `--only`, one is left out. */
async function proveAll(all: readonly ToProve[], reader: LessonReader, proving: Proving): Promise<Proven[]> {
  const { only, failFast } = proving.request.selection ?? {};
  const proofs: Promise<Proven>[] = [];
  const names: string[] = [];
  let done = 0;
  try {
    for (const [i, { target: asked, source }] of all.entries()) {
      const lesson = await reader.read(asked.file, source);
      names.push(...namesOf(lesson));
      if (only !== undefined && !namesOf(lesson).includes(only)) continue;
      const target = only === undefined ? asked : { ...asked, only };
      // Not awaited: Python runs this lesson's examples while the next lesson is parsed.
      const proof = prove(lesson, target, proving).then((judged) => ({ asked, target, judged }));
      // An error is thrown below, where all proofs are awaited; without this handler Node would report it earlier.
      proof.then(() => proving.request.progress?.report(++done, all.length)).catch(() => undefined);
      proofs.push(proof);
      if (!failFast || (proofs.length % readAhead > 0 && i < all.length - 1)) continue;
      const proven = await Promise.all(proofs);
      const failed = proven.findIndex(({ judged }) => hasFailed(judged));
      if (failed >= 0) return proven.slice(0, failed + 1);
    }
    if (only !== undefined && all.length > 0 && proofs.length === 0) throw nowhere(only, names);
    return await Promise.all(proofs);
  } finally {
    await Promise.allSettled(proofs);
  }
}

/** The requested paths in which nothing was checked. */
function unprovenPaths({ paths, cwd }: VerifyRequest, proven: readonly Proven[]): string[] {
  const checked = new Set(
    proven.filter(({ judged }) => countChecked(judged) > 0).map(({ asked }) => targetName(asked)),
  );
  const without = paths.filter((path) => !findTargets(path, cwd).some((one) => checked.has(targetName(one))));
  return [...new Set(without)].sort();
}

/** With `--fail-fast`, so many files are run at once: a fixed number, so that the report is the same on every machine. */
const readAhead = 4;

function hasFailed({ input, examples, values, rules, formulas, figures, exercises, orphans }: JudgedFile): boolean {
  const judged = [...examples, ...values, ...rules, ...formulas, ...figures, ...exercises, ...orphans];
  return [...input, ...judged.flatMap(({ findings }) => findings)].some(({ severity }) => severity === undefined);
}

function shardReport(shard: Shard, all: readonly Target[], cwd: string): ShardReport {
  return { ...shard, of: sha256(all.map(targetName).join('\n')), isWhole: isWholeGuide([...all], cwd) };
}

function namesOf({ extracted }: Lesson): string[] {
  return [...extracted.examples.map(({ id }) => id), ...extracted.exercises.map(({ name }) => name)];
}

function nowhere(only: string, names: readonly string[]): TargetError {
  return new TargetError(`No file has an example or an exercise \`${only}\`.${didYouMean(only, names)}`);
}

/** Adds to each file its faults as a part of the guide. One example of a file is judged by itself. */
function withGuideFindings(
  files: readonly JudgedFile[],
  ...all: readonly ReadonlyMap<Lesson, readonly Finding[]>[]
): JudgedFile[] {
  return files.map((file) => ({
    ...file,
    input: [...file.input, ...all.flatMap((found) => found.get(file.lesson) ?? [])],
  }));
}

function usedEngine(host: LazyHost, files: readonly JudgedFile[]): UsedEngine {
  const { kind, label, location } = host.identity;
  const run = files.flatMap(({ examples }) => examples).filter(({ ranBy }) => ranBy.length > 0);
  const notRun = run.filter(({ ranBy }) => !ranBy.includes(label)).length;
  return { kind, label, location, chosen: host.chosen, notRun, caveats: host.caveats() };
}

/** The settings and engines of a verification. */
interface Proving {
  readonly settings: GuideSettings;
  readonly request: VerifyRequest;
}

async function prove(lesson: Lesson, { only }: Target, { settings, request }: Proving) {
  const { hosts, files, limits } = settings.of(lesson.configuration);
  const planned = planTarget(lesson, only).map((session) => withFiles(session, files));
  const unable = planned.find(({ needs }) => !hosts.some((host) => host.canRun(needs)));
  if (unable) {
    const place = unable.blocks[0]?.example.code.place ?? { file: lesson.file, line: 1, column: 1 };
    const identities = hosts.map(({ identity }) => identity);
    throw missingPackage(formatPlace(place), unable.needs, identities);
  }
  const runs = await Promise.all(
    hosts.map((host) => runSessions(host, sharedOut(planned, host, hosts), { ...request, limits })),
  );
  return judgeFile(lesson, runs.flat(), only);
}

function withFiles(session: PlannedSession, files: readonly SessionFile[]): PlannedSession {
  return files.length === 0 ? session : { ...session, request: { ...session.request, files } };
}

/**
 * The sessions as one of several engines runs them. One engine runs the mutants of solutions: readers check their answers
 * with the embedded engine, so that is the one if it is there.
 */
function sharedOut(all: readonly PlannedSession[], host: LazyHost, hosts: readonly LazyHost[]): PlannedSession[] {
  // The embedded engine records the figures in its own runs.
  const own = host.identity.kind === 'embedded' ? all.filter(({ drawing }) => drawing === undefined) : all;
  return own.map((session) => {
    const able = hosts.filter(({ canRun }) => canRun(session.needs));
    const one = able.find(({ identity }) => identity.kind === 'embedded') ?? able[0];
    return host === one ? withMutants(session) : session;
  });
}

function planTarget(lesson: Lesson, only: string | undefined): PlannedSession[] {
  const ids = namesOf(lesson);
  if (only !== undefined && !ids.includes(only)) {
    throw new TargetError(`There is no example and no exercise \`${only}\` in ${lesson.file}.${didYouMean(only, ids)}`);
  }
  return planSessions(lesson, only);
}
