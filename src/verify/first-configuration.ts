import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { extname, join, posix, relative, resolve, sep } from 'node:path';
import { counted } from '../core/counted.ts';
import { InputError } from '../core/input-error.ts';
import { readCommentOutputs } from '../examples/extract/comment-outputs.ts';
import type { Convention } from '../examples/guide-reading.ts';
import type { CommandLine } from './cli-options.ts';
import { configurationNames } from './configuration/configurations.ts';
import { findLessons } from './files/find-lessons.ts';
import { readSource } from './files/read-source.ts';
import type { Lesson } from './read/lesson.ts';
import { thirdParty } from './run/python-modules.ts';

/** `--init` cannot write a configuration there. */
export class InitError extends InputError {}

/**
 * Reads a folder, says what it has, and writes a first configuration that fits it; never over one that exists.
 *
 * @param paths the folder, or nothing for the working directory
 * @returns the exit code
 */
export async function writeFirstConfiguration(command: CommandLine, paths: readonly string[]): Promise<number> {
  const [path = '.', second] = paths;
  if (second !== undefined) throw new InitError('`--init` takes one folder.');
  const folder = resolve(command.cwd, path);
  const shown = (name: string) => relative(command.cwd, join(folder, name)).split(sep).join('/');
  const existing = configurationNames.find((name) => existsSync(join(folder, name)));
  if (existing !== undefined) throw new InitError(`\`${shown(existing)}\` exists, and is not written over.`);
  const { readLesson } = await import('./read/read-lesson.ts');
  const lessons = findLessons([path], command.cwd).flatMap(({ file }) => {
    const source = readSource(join(command.cwd, file), file);
    return 'text' in source ? [readLesson(file, source.text, { isOurs: false })] : [];
  });
  if (!lessons.some(hasPython)) throw new InitError(`There is no Python in the Markdown files of \`${path}\`.`);
  const found = lookAt(lessons, { folder, cwd: command.cwd });
  command.print(`${found.lines.join('\n')}\n`);
  writeFileSync(join(folder, configurationNames[0]), found.yaml, { flag: 'wx' });
  const where = paths.length === 0 ? '' : ` ${path}`;
  command.print(`\nWrote ${shown(configurationNames[0])}.\nNext: ${command.program}${where}\n`);
  command.print(`To begin with only new findings failing: ${command.program} --baseline write${where}\n`);
  return 0;
}

function hasPython({ extracted }: Lesson): boolean {
  return extracted.examples.length + extracted.unchecked.length > 0;
}

interface Folders {
  readonly folder: string;
  readonly cwd: string;
}

/** The contents of a folder, in lines for people, and the configuration. */
function lookAt(lessons: readonly Lesson[], { folder, cwd }: Folders) {
  const nameOf = ({ file }: Lesson) => relative(folder, resolve(cwd, file)).split(sep).join('/');
  const examples = lessons.flatMap(({ extracted }) => extracted.examples);
  const unchecked = lessons.flatMap(({ extracted }) => extracted.unchecked);
  const shownBy = tally(lessons.flatMap(conventionsIn));
  const code = examples.map((one) => one.code.text).join('\n');
  const others = thirdParty(code);
  const data = dataFolders(code, folder, lessons.map(nameOf));
  const engine = others.length > 0 ? 'native' : 'embedded';
  const patterns = patternsOf(lessons.filter(hasPython).map(nameOf), lessons.map(nameOf));
  return {
    lines: [
      `${counted(lessons.length, 'file')} (${listed(tally(lessons.map(({ file }) => extname(file))))}), ${lessons.filter(hasPython).length} of them with Python`,
      `languages of fences: ${listed(tally(lessons.flatMap(languagesOf)))}`,
      `${counted(examples.length, 'example')}, ${unchecked.length} ${unchecked.length === 1 ? 'piece of Python that is' : 'pieces of Python that are'} not run`,
      ...tally(unchecked.map(({ reason }) => reason)).map(([reason, count]) => `  ${count} × ${reason}`),
      'outputs are shown by',
      ...(shownBy.length === 0 ? ['  nothing that is known'] : shownBy.map(([way, count]) => `  ${count} × ${way}`)),
      ...(others.length > 0 ? [`imported packages that Python in WebAssembly lacks: ${others.join(', ')}`] : []),
      ...data.map(({ from }) => `examples read files of ${from}`),
    ],
    yaml: [
      '# Settings of prove-guide for this folder and those below it.',
      `files: ${JSON.stringify(patterns)}`,
      'session: page # `fence`: each fence runs alone',
      ...(data.length === 0 ? [] : [`data: ${JSON.stringify(data.length === 1 ? data[0] : data)}`]),
      `engine: ${engine}${engine === 'native' ? ' # no sandbox: for a guide that you trust' : ''}`,
      'unpinned: warning # `finding`: a print whose output the page does not show fails',
      '',
    ].join('\n'),
  };
}

/** The conventions of the examples of a page, with those that count only where they agree. */
function conventionsIn({ extracted }: Lesson): Convention[] {
  return extracted.examples.flatMap(({ shownBy, unmarked, code }): Convention[] => {
    if (shownBy !== undefined) return [shownBy];
    if (unmarked?.fence) return ['fence after the code'];
    const comments = readCommentOutputs(code);
    return comments ? [comments.kind === 'explicit' ? 'comment lines' : 'comments after print'] : [];
  });
}

function languagesOf({ text }: Lesson): string[] {
  const openings = text.matchAll(
    /^[ \t>]*(`{3,}|~{3,})[ \t]*(?:\{[ \t]*(?=\.))?([^\s`}]*\}?)[^\n`]*\n(?:.*\n)*?[ \t>]*\1[`~]*[ \t]*$/gm,
  );
  return [...openings].map(([, , language = '']) => language.toLowerCase().replace(/^\.([^}]*)\}?$/, '$1') || 'none');
}

function tally<T extends string>(words: readonly T[]): [T, number][] {
  const groups = Map.groupBy(words, (word) => word);
  return [...groups].map(([word, all]): [T, number] => [word, all.length]).sort((a, b) => b[1] - a[1]);
}

function listed(counts: readonly (readonly [string, number])[]): string {
  return counts.map(([word, count]) => `${count} ${word}`).join(', ') || 'none';
}

/** Globs of the files with Python: all, or the folders at the top that have some. */
function patternsOf(wanted: readonly string[], all: readonly string[]): string[] {
  const topOf = (name: string) => (name.includes('/') ? `${name.split('/')[0]}/**` : name);
  const [some, every] = [wanted, all].map((names) => [...new Set(names.map(topOf))].sort());
  return some?.length === every?.length ? ['**'] : (some ?? []);
}

const readPath = /['"]((?:\.{0,2}\/)?(?:[\w-]+\/)*[\w.*-]+\.[a-z]\w{1,4}(?:\.gz)?)['"]/g;

/**
 * The folders whose files the examples name: `episodes/data` as `data` where `data/a.csv` is read and `episodes/data/a.csv`
 * exists, and `episodes/data` as `.` where `a.csv` is read, as if the reader had gone there.
 */
function dataFolders(code: string, folder: string, pages: readonly string[]) {
  const files = filesBelow(folder).filter((name) => !pages.includes(name));
  const found = new Map<string, { from: string; as: string }>();
  for (const [, path = ''] of code.matchAll(readPath)) {
    const name = posix.normalize(path).replace(/^(?:\.\.\/)+/, '');
    const pattern = new RegExp(`(?:^|/)${name.replace(/[.+]/g, '\\$&').replaceAll('*', '[^/]*')}$`);
    const file = files.find((one) => pattern.test(one));
    if (file === undefined) continue;
    const depth = name.split('/').length;
    const home = file.split('/').slice(0, -depth).join('/');
    const top = depth === 1 ? '.' : (name.split('/')[0] ?? '.');
    const from = posix.join(home, top);
    const hasPrograms = files.some((one) => one.startsWith(`${from}/`) && /\.py$/.test(one));
    if (from !== '.' && !hasPrograms) found.set(`${from} ${top}`, { from, as: top });
  }
  const isSmall = ({ from }: { from: string }) =>
    bytesIn(
      files.filter((name) => name.startsWith(`${from}/`)),
      folder,
    ) < mostBytes;
  return [...found.values()].filter(isSmall).slice(0, mostDataFolders);
}

/** More folders are no data of a guide, but files that happen to have a name that the code contains. */
const mostDataFolders = 4;
/** The files of a session are copied: a folder with more bytes is for the author to choose. */
const mostBytes = 16 * 2 ** 20;

function bytesIn(names: readonly string[], folder: string): number {
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/** Folders with as many files are searched. */
const mostFiles = 20_000;

function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const name = posix.join(path, entry.name);
      if (entry.isFile()) found.push(name);
      else if (entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name) && found.length < mostFiles)
        visit(name);
    }
  };
  visit('');
  return found.sort((a, b) => a.split('/').length - b.split('/').length);
}
