import { join, relative } from 'node:path';
import { didYouMean } from '../core/nearest-word.ts';
import { formatPlace } from '../core/place.ts';
import type { EngineIdentity, Limits, SessionRequest, SessionResult } from '../python/engine.ts';
import { type Cache, runKey, type StoredRun, sha256 } from './cache.ts';
import { checkGuide } from './check-guide.ts';
import { chooseHosts, type HostChoice } from './choose-hosts.ts';
import { missingPackage } from './engines.ts';
import { findLessons, findTargets, type Target, TargetError, targetName } from './find-lessons.ts';
import { countChecked, type JudgedFile, judgeFile, type SessionRun } from './judge-file.ts';
import type { LazyHost } from './lazy-host.ts';
import { dialectOf, type Lesson } from './lesson.ts';
import { isWholeGuide, lessonsBeside } from './lessons-beside.ts';
import { type PlannedSession, planSessions, withMutants } from './plan.ts';
import { readerDigest, runnerDigest } from './program-digest.ts';
import { readSource, type Source } from './read-source.ts';
import { resumeSession } from './resume-session.ts';
import { isSelfContained } from './self-contained.ts';

export interface VerifyRequest {
  /** Files, folders, or `lesson.mdx#example`. */
  readonly paths: readonly string[];
  readonly cwd: string;
  /** The project's root: MDX below it is ours and read strictly. */
  readonly root: string;
  readonly engines: HostChoice;
  readonly limits: Limits;
  readonly cache: Cache;
  readonly now: () => Date;
  /** Called with a sentence before a step that takes long. */
  readonly tell?: (progress: string) => void;
  readonly progress?: ProgressListener;
}

/** It is told how many files are judged. */
export interface ProgressListener {
  report(done: number, all: number): void;
  end(): void;
}

export interface UsedEngine {
  readonly label: string;
  readonly location: string;
  /** The reason why it was chosen, in words; empty if there was no choice. */
  readonly chosen: string;
  /** The number of examples that it skipped because it lacks a package that they import: other engines proved them. */
  readonly notRun: number;
  /** Sentences about its limitations on this machine. */
  readonly caveats: readonly string[];
}

/** The result of a verification, which the reporters and `--update` read. */
export interface Verification {
  readonly engines: readonly UsedEngine[];
  readonly files: readonly JudgedFile[];
  /** The requested paths in which nothing was checked. */
  readonly unproven: readonly string[];
  /** Whether no lesson that stands beside these was left out. */
  readonly isWhole: boolean;
}

/**
 * Proves the examples of the files: reads them, runs those that are not in the cache, and judges.
 *
 * @throws TargetError when a path does not exist or is no Markdown
 * @throws MissingEngineError when no Python has the modules that the examples import
 */
export async function verify(request: VerifyRequest): Promise<Verification> {
  const targets = findLessons(request.paths, request.cwd);
  const sources = targets.map(({ file }) => readSource(join(request.cwd, file), file));
  const hosts = await chooseHosts(
    sources.flatMap((source) => ('text' in source ? [source.text] : [])),
    request.engines,
  );
  const reader = new LessonReader(request, () => {
    for (const host of hosts) host.warmUp();
  });
  const proofs: Promise<JudgedFile>[] = [];
  let done = 0;
  try {
    for (const [i, target] of targets.entries()) {
      const lesson = await reader.read(target.file, sources[i] as Source);
      // Not awaited: Python runs this lesson's examples while the next lesson is parsed.
      const proof = prove(lesson, target, { hosts, request });
      // An error is thrown below, where all proofs are awaited; without this handler Node would report it earlier.
      proof.then(() => request.progress?.report(++done, targets.length)).catch(() => undefined);
      proofs.push(proof);
    }
    const proven = await Promise.all(proofs);
    const whole = proven.filter((_, i) => targets[i]?.only === undefined).map(({ lesson }) => lesson);
    const beside = await lessonsBeside(whole, request.cwd, (file, source) => reader.read(file, source));
    const files = withGuideFindings(proven, checkGuide(whole, undefined, beside));
    request.cache.save();
    const checked = new Set(targets.filter((_, i) => countChecked(files[i] as JudgedFile) > 0).map(targetName));
    const unproven = request.paths.filter(
      (path) => !findTargets(path, request.cwd).some((one) => checked.has(targetName(one))),
    );
    return {
      engines: hosts.map((host) => usedEngine(host, files)),
      files,
      unproven,
      isWhole: isWholeGuide(targets, request.cwd),
    };
  } finally {
    await Promise.allSettled(proofs);
    request.progress?.end();
    await Promise.all(hosts.map((host) => host.close()));
  }
}

/** Adds to each file its faults as a part of the guide. One example of a file is judged by itself. */
function withGuideFindings(files: readonly JudgedFile[], found: ReturnType<typeof checkGuide>): JudgedFile[] {
  return files.map((file) => ({ ...file, input: [...file.input, ...(found.get(file.lesson) ?? [])] }));
}

function usedEngine(host: LazyHost, files: readonly JudgedFile[]): UsedEngine {
  const { label, location } = host.identity;
  const run = files.flatMap(({ examples }) => examples).filter(({ ranBy }) => ranBy.length > 0);
  const notRun = run.filter(({ ranBy }) => !ranBy.includes(label)).length;
  return { label, location, chosen: host.chosen, notRun, caveats: host.caveats() };
}

/** The settings and engines of a verification. */
interface Proving {
  readonly hosts: readonly LazyHost[];
  readonly request: VerifyRequest;
}

async function prove(lesson: Lesson, { only }: Target, { hosts, request }: Proving) {
  const planned = planTarget(lesson, only);
  const unable = planned.find(({ needs }) => !hosts.some((host) => host.canRun(needs)));
  if (unable) {
    const place = unable.blocks[0]?.example.code.place ?? { file: lesson.file, line: 1, column: 1 };
    const identities = hosts.map(({ identity }) => identity);
    throw missingPackage(formatPlace(place), unable.needs, identities);
  }
  const runs = await Promise.all(hosts.map((host) => runAll(host, sharedOut(planned, host, hosts), request)));
  return judgeFile(lesson, runs.flat(), only);
}

/**
 * The sessions as one of several engines runs them. One engine runs the mutants of solutions: readers check their answers
 * with the embedded engine, so that is the one if it is there.
 */
function sharedOut(all: readonly PlannedSession[], host: LazyHost, hosts: readonly LazyHost[]): PlannedSession[] {
  return all.map((session) => {
    const able = hosts.filter(({ canRun }) => canRun(session.needs));
    const one = able.find(({ identity }) => identity.kind === 'embedded') ?? able[0];
    return host === one ? withMutants(session) : session;
  });
}

/** The length, in characters, of a file that takes seconds to read. */
const longFile = 2e6;

/** Reads lessons, from the cache if their text has been read before. */
class LessonReader {
  readonly #request: VerifyRequest;
  readonly #beforeParsing: () => void;
  readonly #digest = readerDigest();

  constructor(request: VerifyRequest, beforeParsing: () => void) {
    this.#request = request;
    this.#beforeParsing = beforeParsing;
  }

  async read(file: string, source: Source): Promise<Lesson> {
    const { cache, cwd, root } = this.#request;
    const isOurs = !relative(root, join(cwd, file)).startsWith('..');
    const dialect = dialectOf(file, isOurs);
    const key = sha256(JSON.stringify([file, isOurs, source, this.#digest]));
    const known = cache.extracted(key);
    if (known && 'text' in source) return { file, ...source, dialect, extracted: known };
    this.#beforeParsing();
    if ('text' in source && source.text.length > longFile) {
      this.#request.tell?.(`Reading ${file}, ${Math.round(source.text.length / 1e6)} million characters …`);
    }
    // Imported here because loading a Markdown parser takes longer than everything else when nothing has changed.
    const { readLesson, unreadLesson } = await import('./read-lesson.ts');
    if ('diagnostic' in source) return unreadLesson(file, source.diagnostic, { dialect });
    const lesson = { ...readLesson(file, source.text, isOurs), mark: source.mark };
    cache.keepExtracted(key, lesson.extracted);
    return lesson;
  }
}

function planTarget(lesson: Lesson, only: string | undefined): PlannedSession[] {
  const { examples, exercises } = lesson.extracted;
  const ids = [...examples.map(({ id }) => id), ...exercises.map(({ name }) => name)];
  if (only !== undefined && !ids.includes(only)) {
    throw new TargetError(`There is no example and no exercise \`${only}\` in ${lesson.file}.${didYouMean(only, ids)}`);
  }
  return planSessions(lesson, only);
}

async function runAll(host: LazyHost, all: readonly PlannedSession[], request: VerifyRequest): Promise<SessionRun[]> {
  const { cache, limits } = request;
  const { identity, surroundings } = host;
  const able = all.filter(({ needs }) => host.canRun(needs));
  const common = { engine: identity, surroundings, limits, program: programOf(identity) };
  const keys = able.map(({ request }) => runKey({ request, ...common }));
  const missing = able.filter((_, i) => !cache.run(keys[i] ?? ''));
  const ranAt = request.now().toISOString();
  const fresh = await host.run(
    missing.map((session) => session.request),
    limits,
  );
  const again = (sessions: readonly SessionRequest[]) => host.run(sessions, limits);
  const whole = await Promise.all(
    missing.map((session, i) => {
      const results = fresh[i] ?? [];
      return session.goesOn ? resumeSession(session.request, results, again) : results;
    }),
  );
  return able.map((session, i) => {
    const key = keys[i] ?? '';
    const results = whole[missing.indexOf(session)];
    const stored: StoredRun = results ? { results, ranAt } : (cache.run(key) ?? { results: [], ranAt });
    if (results && mayBeKept(session, results)) cache.keepRun(key, stored);
    return { session, engine: identity, run: stored, fromCache: !results };
  });
}

const knownPrograms = new Map<EngineIdentity['kind'], string>();

function programOf({ kind }: EngineIdentity): string {
  const known = knownPrograms.get(kind) ?? runnerDigest(kind);
  knownPrograms.set(kind, known);
  return known;
}

/**
 * Whether the results of a session may be cached: its key covers all that they depend on, and nothing failed. A block
 * that was stopped may succeed on a less busy machine, and one that raised, once a missing file or package is there.
 */
function mayBeKept({ request }: PlannedSession, results: SessionResult): boolean {
  const went = results.every(({ end, values }) => end.how === 'returned' && values.every((value) => 'text' in value));
  const code = request.blocks
    .flatMap((block) => [block.code, block.check?.code ?? '', ...block.values.map(({ expr }) => expr)])
    .join('\n');
  return went && isSelfContained(code);
}
