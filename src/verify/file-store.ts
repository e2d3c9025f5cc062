import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The JSON in a file, or `fallback` where there is none or it is damaged: a cache may always be rebuilt. */
export function readJson<T>(path: string, fallback: T): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    // Missing or cut short by a kill: what is stored here can be made again.
    return fallback;
  }
}

/** Writes JSON so that a reader sees the old file or the new one, never a part. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  replaceFile(path, JSON.stringify(value));
}

/** Replaces a file's content in one step: a temporary file beside it is renamed over it. */
export function replaceFile(path: string, content: string, mode?: number): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, content, mode === undefined ? {} : { mode });
  renameSync(temporary, path);
}
