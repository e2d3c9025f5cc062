import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ExtractedExamples } from '../examples/extract-examples.ts';
import type { EngineIdentity, Limits, SessionRequest, SessionResult } from '../python/engine.ts';
import { readJson, writeJson } from './file-store.ts';

/** A session's results with the time at which they were computed. */
export interface StoredRun {
  readonly results: SessionResult;
  /** ISO 8601, UTC. */
  readonly ranAt: string;
}

/** What earlier verifications found out and need not find out again. */
export interface Cache {
  run(key: string): StoredRun | undefined;
  keepRun(key: string, run: StoredRun): void;
  extracted(key: string): ExtractedExamples | undefined;
  keepExtracted(key: string, extracted: ExtractedExamples): void;
  /** Writes what is new to disk. */
  save(): void;
}

/** Entries beyond this many are dropped, the longest unused first. */
const capacity = 2000;

interface Stored {
  runs: Record<string, StoredRun>;
  extracted: Record<string, ExtractedExamples>;
}

/** The cache in one JSON file. Keys hold everything that a result depends on, so nothing in it is ever out of date. */
export function openCache(path: string): Cache {
  const stored = readJson<Stored>(path, { runs: {}, extracted: {} });
  let changed = false;
  const keep = <T>(entries: Record<string, T>, key: string, value: T) => {
    entries[key] = value;
    changed = true;
  };
  return {
    run: (key) => stored.runs[key],
    keepRun: (key, run) => keep(stored.runs, key, run),
    extracted: (key) => stored.extracted[key],
    keepExtracted: (key, extracted) => keep(stored.extracted, key, extracted),
    save() {
      if (!changed) return;
      writeJson(path, { runs: newest(stored.runs), extracted: newest(stored.extracted) });
    },
  };
}

/** A cache that knows nothing and keeps nothing. */
export const noCache: Cache = {
  run: () => undefined,
  keepRun: () => undefined,
  extracted: () => undefined,
  keepExtracted: () => undefined,
  save: () => undefined,
};

/** Objects keep their keys in order of insertion, so the last ones are the newest. */
function newest<T>(entries: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).slice(-capacity));
}

/** Depends on the code and all before it in its session, the values, the engine with its versions, the harness and the limits. */
export function runKey(request: SessionRequest, engine: EngineIdentity, limits: Limits, hostDigest: string): string {
  return sha256(JSON.stringify([request, engine, limits, hostDigest]));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A digest of all files of a source folder: what they compute changes when one of them does. */
export function folderDigest(url: URL): string {
  const folder = fileURLToPath(url);
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return sha256(files.map(({ name }) => `${name}\n${readFileSync(`${folder}/${name}`, 'utf8')}`).join('\0'));
}
