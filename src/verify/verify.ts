import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../examples/nearest-word.ts';
import type { Limits, SessionResult } from '../python/engine.ts';
import { type Cache, folderDigest, runKey, type StoredRun, sha256 } from './cache.ts';
import { chooseHosts, type HostChoice } from './choose-hosts.ts';
import { findLessons, type Target, TargetError } from './find-lessons.ts';
import { type JudgedFile, judgeFile, type SessionRun } from './judge-file.ts';
import type { LazyHost } from './lazy-host.ts';
import type { Lesson } from './lesson.ts';
import { type PlannedSession, planSessions } from './plan.ts';

export interface VerifyRequest {
  /** Files, folders, or `lesson.mdx#example`. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly engines: HostChoice;
  readonly limits: Limits;
  readonly cache: Cache;
  readonly now: () => Date;
}

export interface UsedEngine {
  readonly label: string;
  readonly location: string;
  /** How many examples it could not run, because it lacks a package that they import: others proved them. */
  readonly notRun: number;
  /** What it could not do on this machine: sentences for people. */
  readonly caveats: readonly string[];
}

/** Everything that a verification found out. Reporters and `--update` read it. */
export interface Verification {
  readonly engines: readonly UsedEngine[];
  readonly files: readonly JudgedFile[];
}

/**
 * Proves the examples of the files: reads them, runs what is not in the cache, and judges.
 *
 * @throws TargetError when a path leads nowhere
 * @throws MissingEngineError when no Python has what the examples import
 */
export async function verify(request: VerifyRequest): Promise<Verification> {
  const targets = findLessons(request.paths, request.cwd);
  const texts = targets.map(({ file }) => readFileSync(join(request.cwd, file), 'utf8'));
  const hosts = await chooseHosts(texts, request.engines);
  const reader = new LessonReader(request.cache, () => {
    for (const host of hosts) host.warmUp();
  });
  const proofs: Promise<JudgedFile>[] = [];
  try {
    for (const [i, target] of targets.entries()) {
      const lesson = await reader.read(target.file, texts[i] ?? '');
      // Not awaited: Python runs this lesson's examples while the next lesson is parsed.
      const proof = prove(lesson, target, hosts, request);
      // What goes wrong is thrown where all proofs are awaited, not as soon as it happens.
      proof.catch(() => undefined);
      proofs.push(proof);
    }
    const files = await Promise.all(proofs);
    request.cache.save();
    return { engines: hosts.map((host) => usedEngine(host, files)), files };
  } finally {
    await Promise.allSettled(proofs);
    await Promise.all(hosts.map((host) => host.close()));
  }
}

function usedEngine(host: LazyHost, files: readonly JudgedFile[]): UsedEngine {
  const { label, location } = host.identity;
  const run = files.flatMap(({ examples }) => examples).filter(({ ranBy }) => ranBy.length > 0);
  const notRun = run.filter(({ ranBy }) => !ranBy.includes(label)).length;
  return { label, location, notRun, caveats: host.caveats() };
}

async function prove(lesson: Lesson, { only }: Target, hosts: readonly LazyHost[], request: VerifyRequest) {
  const planned = planTarget(lesson, only);
  const runs = await Promise.all(hosts.map((host) => runAll(host, planned, request)));
  return judgeFile(lesson, runs.flat(), only);
}

const examplesFolder = new URL('../examples/', import.meta.url);
const verifyFolder = new URL('./', import.meta.url);
const pythonFolder = new URL('../python/', import.meta.url);

/** Reads lessons, from the cache where their text is known. */
class LessonReader {
  private readonly cache: Cache;
  private readonly beforeParsing: () => void;
  private readonly digest = folderDigest(examplesFolder) + folderDigest(verifyFolder);

  constructor(cache: Cache, beforeParsing: () => void) {
    this.cache = cache;
    this.beforeParsing = beforeParsing;
  }

  async read(file: string, text: string): Promise<Lesson> {
    const key = sha256(JSON.stringify([file, text, this.digest]));
    const known = this.cache.extracted(key);
    if (known) return { file, text, extracted: known };
    this.beforeParsing();
    // Imported here because loading a Markdown parser takes longer than everything else when nothing has changed.
    const { readLesson } = await import('./read-lesson.ts');
    const lesson = readLesson(file, text);
    this.cache.keepExtracted(key, lesson.extracted);
    return lesson;
  }
}

function planTarget(lesson: Lesson, only: string | undefined): PlannedSession[] {
  const ids = lesson.extracted.examples.map(({ id }) => id);
  if (only !== undefined && !ids.includes(only)) {
    throw new TargetError(`There is no example \`${only}\` in ${lesson.file}.${didYouMean(only, ids)}`);
  }
  return planSessions(lesson, only);
}

async function runAll(host: LazyHost, all: readonly PlannedSession[], request: VerifyRequest): Promise<SessionRun[]> {
  const { cache, limits } = request;
  const { identity } = host;
  const able = all.filter(({ needs }) => host.canRun(needs));
  const keys = able.map((session) => runKey(session.request, identity, limits, pythonDigest()));
  const missing = able.filter((_, i) => !cache.run(keys[i] ?? ''));
  const ranAt = request.now().toISOString();
  const fresh = await host.run(
    missing.map((session) => session.request),
    limits,
  );
  return able.map((session, i) => {
    const key = keys[i] ?? '';
    const results = fresh[missing.indexOf(session)];
    const run: StoredRun = results ? { results, ranAt } : (cache.run(key) ?? { results: [], ranAt });
    if (results && ended(results)) cache.keepRun(key, run);
    return { session, engine: identity, run, fromCache: !results };
  });
}

let knownPythonDigest: string | undefined;

function pythonDigest(): string {
  knownPythonDigest ??= folderDigest(pythonFolder);
  return knownPythonDigest;
}

/** A block that was stopped or killed may fare better on a quieter machine: its session is run again next time. */
function ended(results: SessionResult): boolean {
  return results.every(({ end }) => end.how === 'returned' || end.how === 'raised');
}
