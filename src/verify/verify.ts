import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../examples/nearest-word.ts';
import type { Limits, SessionResult } from '../python/engine.ts';
import type { SearchPlace } from '../python/find-pythons.ts';
import { type Cache, folderDigest, runKey, type StoredRun, sha256 } from './cache.ts';
import { chooseEngines, type EngineChoice, findPythonsOnce, hasPackages } from './engines.ts';
import { findLessons, type Target, TargetError } from './find-lessons.ts';
import { type JudgedFile, judgeFile, type SessionRun } from './judge-file.ts';
import { LazyHost } from './lazy-host.ts';
import type { Lesson } from './lesson.ts';
import { type Package, type PlannedSession, planSessions } from './plan.ts';

export interface VerifyRequest {
  /** Files, folders, or `lesson.mdx#example`. */
  readonly paths: readonly string[];
  readonly cwd: string;
  readonly engines: EngineChoice;
  readonly limits: Limits;
  readonly cache: Cache;
  /** Where to look for Pythons, and the file in which to remember what was found. */
  readonly search: SearchPlace;
  readonly pythonsFile: string;
  readonly now: () => Date;
}

export interface UsedEngine {
  readonly label: string;
  readonly location: string;
  /** How many examples it could not run, because it lacks a package that they import: others proved them. */
  readonly notRun: number;
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
  const hosts = await chooseHosts(texts, request);
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

function usedEngine({ label, python }: LazyHost, files: readonly JudgedFile[]): UsedEngine {
  const run = files.flatMap(({ examples }) => examples).filter(({ ranBy }) => ranBy.length > 0);
  const notRun = run.filter(({ ranBy }) => !ranBy.includes(label)).length;
  return { label, location: python.executable, notRun };
}

async function prove(lesson: Lesson, { only }: Target, hosts: readonly LazyHost[], request: VerifyRequest) {
  const planned = planTarget(lesson, only);
  const runs = await Promise.all(hosts.map((host) => runAll(host, planned, request)));
  return judgeFile(lesson, runs.flat(), only);
}

/**
 * Chooses by the words in the files, before they are parsed, so that Python starts while they are. A package that is
 * only talked about makes the choice a little narrower than it must be; none that is imported is missed.
 */
async function chooseHosts(
  texts: readonly string[],
  { search, pythonsFile, engines }: VerifyRequest,
): Promise<LazyHost[]> {
  const names = (word: string) => texts.some((text) => text.includes(word));
  const needs = (['numpy', 'matplotlib'] as const satisfies Package[]).filter(names);
  const modules = [...(names('numpy') ? ['numpy'] : []), ...(names('pyplot') ? ['matplotlib.pyplot'] : [])];
  const pythons = await findPythonsOnce(search, pythonsFile);
  return chooseEngines(pythons, needs, engines).map((python) => {
    const has = (module: string) => python[module.split('.')[0] as Package] !== null;
    return new LazyHost(python, modules.filter(has));
  });
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
  const identity = { kind: 'native', label: host.label, location: host.python.executable, caveats: [] } as const;
  const able = all.filter(({ needs }) => hasPackages(host.python, needs));
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
    return { session, ranBy: host.label, run, fromCache: !results };
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
