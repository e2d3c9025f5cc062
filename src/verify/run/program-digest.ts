import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineIdentity } from '../../python/engine.ts';
import { sha256 } from './cache.ts';

const source = fileURLToPath(new URL('../../', import.meta.url));
/** The installed packages; in the package of the verifier its manifest, which names their exact versions. */
const packages = ['../../../node_modules/.package-lock.json', '../../../package.json']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));

/**
 * The program that reads a lesson: a change in one of these files may change how a lesson is read. Patterns below `src`:
 * `a/*` are the files of a folder, `a/**` also those further down, and anything else is one file.
 */
export const readingFiles = [
  'core/**',
  'examples/**',
  'exercises/**',
  'formulas/**',
  'markdown/mkdocs-containers.ts',
  'markdown/syntax.ts',
  'verify/**',
];

/** Shared by both engines; `resume-session.ts` decides which blocks are run again after one was stopped. */
const runningFiles = ['python/*', 'verify/run/resume-session.ts'];

/**
 * The program that runs a session, for each kind of engine: a change in one of these files may change a result. Code for
 * the browser (`python/page`, `python/explain`) is not among them. Patterns as above.
 */
export const engineFiles: Readonly<Record<EngineIdentity['kind'], readonly string[]>> = {
  native: [...runningFiles, 'python/native/**'],
  embedded: [...runningFiles, 'python/interpreter/**', 'python/embedded/**', 'python/packages/**'],
};

/** A digest of the program that reads lessons, of Node, and of every installed package (the Markdown parsers are packages). */
export function readerDigest(): string {
  return programDigest(readingFiles, packages === undefined ? {} : { lock: packages });
}

/**
 * A digest of the program that runs sessions on one kind of engine, and of Node. The version of Pyodide, the one package
 * that runs code, is part of the embedded engine's location.
 */
export function runnerDigest(kind: EngineIdentity['kind']): string {
  return programDigest(engineFiles[kind]);
}

interface DigestOptions {
  /** The folder in which the patterns are looked for; `src` by default. */
  readonly folder?: string;
  /** The lock file in which npm lists the installed packages; without it the digest does not cover packages. */
  readonly lock?: string;
}

/** A digest of the contents of all files that some patterns match, of the Node that runs them, and of a lock file. */
export function programDigest(patterns: readonly string[], { folder = source, lock }: DigestOptions = {}): string {
  const files = programFiles(patterns, folder).map((path) => `${path}\n${readFileSync(join(folder, path), 'utf8')}`);
  const installed = lock !== undefined && existsSync(lock) ? readFileSync(lock, 'utf8') : '';
  return sha256([process.version, installed, ...files].join('\0'));
}

/** The TypeScript, JavaScript, Python and JSON files that some patterns match, as sorted paths in `folder`. */
export function programFiles(patterns: readonly string[], folder = source): string[] {
  return patterns
    .flatMap((pattern) => filesOf(pattern, folder))
    .filter((path) => /\.(?:ts|js|py|json)$/.test(path))
    .sort();
}

/** Node's own patterns take longer to load than all of these files to read. */
function filesOf(pattern: string, folder: string): string[] {
  const [, inner, star] = /^(.*)\/(\*|\*\*)$/.exec(pattern) ?? [];
  if (inner === undefined) return existsSync(join(folder, pattern)) ? [pattern] : [];
  return readdirSync(join(folder, inner), { recursive: star === '**', encoding: 'utf8' }).map(
    (name) => `${inner}/${name.replaceAll('\\', '/')}`,
  );
}
