import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** What a verification was asked to prove: a file, and perhaps one example of it. */
export interface Target {
  /** Path as it will be shown: relative to the working directory, forward slashes. */
  readonly file: string;
  /** An example's id. */
  readonly only?: string;
}

/** A path that leads to nothing that can be verified. */
export class TargetError extends Error {}

/**
 * The files that the arguments name: a file, a folder with all its `.md` and `.mdx`, or one example of a file as
 * `lesson.mdx#name`.
 *
 * @throws TargetError for a path that does not exist or is neither
 */
export function findLessons(args: readonly string[], cwd: string): Target[] {
  const targets = args.flatMap((arg) => expand(arg, cwd));
  return [...new Map(targets.map((target) => [`${target.file}#${target.only ?? ''}`, target])).values()];
}

function expand(arg: string, cwd: string): Target[] {
  const [, path = arg, only] = existsSync(join(cwd, arg)) ? [] : (/^(.*\.mdx?)#(.+)$/i.exec(arg) ?? []);
  const absolute = path.startsWith(sep) ? path : join(cwd, path);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (!stat) throw new TargetError(`There is no file or folder \`${path}\`. Paths are taken from ${cwd}.`);
  if (stat.isDirectory()) return lessonsIn(absolute).map((file) => ({ file: shown(file, cwd) }));
  if (!/\.mdx?$/i.test(path)) throw new TargetError(`\`${path}\` is neither Markdown (.md) nor MDX (.mdx).`);
  return [{ file: shown(absolute, cwd), ...(only === undefined ? {} : { only }) }];
}

function lessonsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.mdx?$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}node_modules${sep}`))
    .sort();
}

function shown(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}
