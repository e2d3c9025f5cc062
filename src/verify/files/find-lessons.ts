import { existsSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { InputError } from '../../core/input-error.ts';

/** A file to verify, or one example of it. */
export interface Target {
  /** Path as it will be shown: relative to the working directory, forward slashes. */
  readonly file: string;
  /** An example's id. */
  readonly only?: string;
}

/** A path that cannot be verified: it does not exist, is no Markdown, or cannot be read. */
export class TargetError extends InputError {}

const markdownName = /\.(?:mdx?|markdown|qmd|ipynb)$/i;

/** Whether a file is Markdown, MDX or a notebook, by its name. */
export function isMarkdownName(path: string): boolean {
  return markdownName.test(path);
}

/** The targets of some arguments, each file once, sorted by their names: see `findTargets`. */
export function findLessons(args: readonly string[], cwd: string, includes?: (path: string) => boolean): Target[] {
  const all = args.flatMap((arg) => findTargets(arg, cwd, includes));
  const named = new Map(all.map((one) => [targetName(one), one]));
  const isNamedWhole = ({ file, only }: Target) => only !== undefined && named.has(targetName({ file }));
  return [...named]
    .filter(([, one]) => !isNamedWhole(one))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}

/** A target in one word: `lesson.mdx#name`. */
export function targetName({ file, only }: Target): string {
  return `${file}#${only ?? ''}`;
}

/**
 * The targets of an argument: a file, a folder with all its Markdown and MDX, or one example of a file as
 * `lesson.mdx#name`. Links are followed; a file with several paths is read once. A folder may be empty.
 *
 * @param includes whether a file of a folder, by its absolute path, is wanted; by default all are
 * @throws TargetError for a path that does not exist or is neither
 */
export function findTargets(arg: string, cwd: string, includes: (path: string) => boolean = () => true): Target[] {
  const whole = resolve(cwd, arg);
  const [, path = arg, only] = existsSync(whole) ? [] : (/^(.*\.(?:mdx?|markdown|qmd|ipynb))#(.+)$/i.exec(arg) ?? []);
  const absolute = resolve(cwd, path);
  const stat = statOf(absolute);
  if (!stat) throw new TargetError(`There is no file or folder \`${path}\`. Paths are taken from ${cwd}.`);
  if (stat.isDirectory())
    return lessonsIn(absolute)
      .filter(includes)
      .map((file) => ({ file: shown(file, cwd) }));
  if (!stat.isFile() || !markdownName.test(path)) {
    throw new TargetError(
      `\`${path}\` is neither Markdown (.md, .markdown, .qmd) nor MDX (.mdx) nor a notebook (.ipynb).`,
    );
  }
  return [{ file: shown(absolute, cwd), ...(only === undefined ? {} : { only }) }];
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // A link to itself, or a folder without permission: its content cannot be reached.
    return undefined;
  }
}

/** A file or a folder is visited once, even under several paths, so links may form cycles. */
function lessonsIn(folder: string): string[] {
  const seen = new Set<string>();
  const isNew = (path: string) => {
    const real = realpathSync.native(path);
    return !seen.has(real) && seen.add(real).has(real);
  };
  const visit = (path: string): string[] => {
    const entries = readFolder(path).sort((a, b) => Number(a.isSymbolicLink()) - Number(b.isSymbolicLink()));
    return entries.flatMap(({ name }) => {
      const child = join(path, name);
      const stat = statOf(child);
      if (stat?.isDirectory()) return !isForTools.test(name) && isNew(child) ? visit(child) : [];
      // A broken link is kept, so that it is reported; `.#name` is an editor's lock file.
      const isLesson = markdownName.test(name) && !name.startsWith('.#') && (stat === undefined || stat.isFile());
      return isLesson && (stat === undefined || isNew(child)) ? [child] : [];
    });
  };
  isNew(folder);
  return visit(folder).sort();
}

/** Folders with the files of tools: packages, and copies of notebooks. */
const isForTools = /^(?:node_modules|\.ipynb_checkpoints)$/;

function readFolder(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    throw new TargetError(`The folder \`${path}\` cannot be read${code}.`);
  }
}

function shown(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}
