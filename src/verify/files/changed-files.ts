import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMarkdownName, type Target, TargetError } from './find-lessons.ts';

/** The program itself: when one of its files has changed, every page is checked. */
const program = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The targets that a change can affect: pages that have changed, and pages near a changed file of another kind, which
 * they may read. Near means in the same folder, below it, or above it on the way to the repository's root.
 *
 * @param base the pages are compared with the last common commit of it and HEAD
 * @throws TargetError when there is no git repository or no such commit
 */
export function changedTargets(targets: readonly Target[], cwd: string, base: string): Target[] {
  const changed = changedSince(base, cwd);
  const pages = new Set(changed.filter(isMarkdownName));
  const others = changed.filter((path) => !isMarkdownName(path));
  if (others.some((path) => isBelow(path, realpathSync(program)))) return [...targets];
  const folders = [...new Set(others.map((path) => dirname(path)))];
  return targets.filter(({ file }) => {
    const path = realPath(resolve(cwd, file));
    const folder = dirname(path);
    return pages.has(path) || folders.some((other) => isBelow(folder, other) || isBelow(other, folder));
  });
}

/** The absolute paths of files that differ from the base, or that git does not know yet. */
function changedSince(base: string, cwd: string): string[] {
  const git = (folder: string, ...args: readonly string[]) => runGit(folder, args);
  const root = git(cwd, 'rev-parse', '--show-toplevel').trim();
  const commit = git(root, 'merge-base', '--end-of-options', base, 'HEAD').trim();
  const differing = git(root, 'diff', '--name-only', '--no-renames', '-z', commit);
  const unknown = git(root, 'ls-files', '--others', '--exclude-standard', '-z');
  return `${differing}${unknown}`
    .split('\0')
    .filter(Boolean)
    .map((path) => join(realpathSync(root), path));
}

function runGit(cwd: string, args: readonly string[]): string {
  try {
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 28 });
  } catch (error) {
    const { stderr = '', message } = error as Error & { readonly stderr?: string };
    const said = stderr.trim().split('\n')[0] || message;
    throw new TargetError(`\`--changed\` needs a git repository and a commit in it; git says: ${said}`);
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // A broken link: it is reported when it is read.
    return path;
  }
}

function isBelow(path: string, folder: string): boolean {
  return !relative(folder, path).startsWith('..');
}
