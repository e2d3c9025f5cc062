import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The variables in which GitHub, GitLab and Jenkins name the root of the repository. */
const variables = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR', 'WORKSPACE'];

/**
 * A function that gives the path of a file from the root of its repository, with forward slashes: code hosts find files by
 * it. Without a repository, paths start from the working directory.
 *
 * @param cwd the folder that the files of a report are relative to
 */
export function repositoryPath(
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
): (file: string) => string {
  const named = variables.map((name) => env[name]).find((path) => path !== undefined && isInside(cwd, path));
  const root = named ?? repositoryRoot(cwd) ?? cwd;
  return (file) => relative(root, resolve(cwd, file)).split(sep).join('/');
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || !way.startsWith('..');
}

/** The nearest folder at or above `folder` that is a git repository. */
export function repositoryRoot(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryRoot(above);
}
