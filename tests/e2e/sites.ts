import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isWhole, sampleOf } from '../depth.ts';

/** A build of the site, and where the tests serve it. */
export interface Site {
  readonly name: string;
  readonly folder: string;
  readonly base: string;
  readonly port: number;
}

// Two checkouts may be tested on one machine at once. The first process chooses, its workers inherit the choice.
process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 5_000) * 2);
const port = Number(process.env['E2E_PORT']);

export const rootSite: Site = { name: 'at the root', folder: 'dist', base: '/', port };
const baseSite: Site = {
  name: 'under a base path',
  folder: '.cache/dist-base',
  base: '/calculus-for-ml/',
  port: port + 1,
};

export const sites: readonly Site[] = [rootSite, baseSite];

/** The address of a page of the site at the root: `pageUrl('/guide/derivatives/')`. */
export function pageUrl(path: string): string {
  return `${originOf(rootSite)}${path}`;
}

/** The address of a place in a page, which is laid out whole when it opens: for what is measured far below. */
export function laidOutUrl(path: string): string {
  return `${pageUrl(path)}#main`;
}

export function originOf({ port }: Site): string {
  return `http://127.0.0.1:${port}`;
}

/** Every page of the site at the root, by its path; the page for wrong addresses is asked for by a wrong address. */
export const pagePaths: readonly string[] = [...foldersWithPage(rootSite.folder), '/no-such-page/'];

/** Without the book, which is all lessons again, for a printer. */
export const screenPaths = pagePaths.filter((path) => path !== '/book/');

export const lessonPaths = pagePaths.filter((path) => /^\/guide\/[^/]+\/$/.test(path));

/** Lessons and pages of the reference: the same kind of page, with contents beside the text. */
export const articlePaths = pagePaths.filter((path) => /^\/(?:guide|reference)\/[^/]+\/$/.test(path));

/** One page of each kind: what depends on the kind alone is tested on these. */
export const onePageOfEachKind: readonly string[] = [
  '/',
  '/guide/derivatives/',
  '/reference/quick-reference/',
  '/glossary/',
];

/**
 * Of these pages {@link onePageOfEachKind}, those that are a kind of their own, and an eighth of the notes for teachers. In a
 * whole run all.
 */
export function someOfEachKind(family: string, paths: readonly string[]): readonly string[] {
  const kindOf = (path: string) => /^\/(?:guide|teaching)\/(?=.)/.exec(path)?.[0] ?? path;
  const kinds = [...Map.groupBy(paths, kindOf).values()];
  const others = kinds.filter((kind) => isWhole || !kind.some((path) => onePageOfEachKind.includes(path)));
  const kept = new Set([...onePageOfEachKind, ...others.flatMap((kind) => sampleOf(family, kind))]);
  return paths.filter((path) => kept.has(path));
}

function foldersWithPage(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name === 'index.html')
    .map((entry) => `${entry.parentPath.slice(folder.length).replaceAll('\\', '/')}/`.replace(/^\/*/, '/'))
    .sort();
}

/** A file of the site at the root. */
export function siteFile(path: string): string {
  return join(rootSite.folder, path);
}
