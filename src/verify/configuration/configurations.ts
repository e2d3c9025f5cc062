import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, matchesGlob, relative, sep } from 'node:path';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { InputError } from '../../core/input-error.ts';
import { formatPlace } from '../../core/place.ts';
import { type Configuration, defaultConfiguration } from './configuration.ts';
import { readConfiguration } from './read-configuration.ts';

/** The names of a configuration file, of which a folder has one. */
export const configurationNames = ['prove-guide.yaml', 'prove-guide.yml', 'prove-guide.json'] as const;

/** A configuration file has mistakes. The message lists all of them, each with its place and remedy. */
export class ConfigurationError extends InputError {
  constructor(diagnostics: readonly Diagnostic[]) {
    super(inWords(diagnostics));
  }
}

function inWords(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ place, message, hint }) => `${formatPlace(place)}  ${message}\n    ${hint.replaceAll('\n', '\n    ')}`)
    .join('\n');
}

/** The pages of a folder, by their absolute paths, and what takes warnings, each with its place. */
interface Beside {
  readonly pagesIn: (folder: string) => readonly string[];
  readonly tell: ((warning: string) => void) | undefined;
}

/** The configurations of folders: in each holds the nearest file up the tree, within the repository. */
export class Configurations {
  readonly #cwd: string;
  readonly #known = new Map<string, Configuration | undefined>();

  readonly #beside: Beside | undefined;

  /**
   * @param cwd the folder to which paths in messages are relative
   * @param beside with it, patterns of which there is no page are told
   */
  constructor(cwd: string, beside?: Beside) {
    this.#cwd = cwd;
    this.#beside = beside;
  }

  /**
   * The configuration that holds in a folder, given by its absolute path.
   *
   * @throws ConfigurationError when its file has mistakes
   */
  of(folder: string): Configuration {
    return this.#nearest(folder) ?? defaultConfiguration(folder);
  }

  /** Whether a file, by its absolute path, is among those that its configuration names. */
  includes(path: string): boolean {
    const { folder, files } = this.of(dirname(path));
    const matches = (pattern: string) => isOneOf(path, pattern, folder);
    const [out, taken] = [files.filter((one) => one.startsWith('!')), files.filter((one) => !one.startsWith('!'))];
    return (taken.length === 0 || taken.some(matches)) && !out.some((one) => matches(one.slice(1)));
  }

  #nearest(folder: string): Configuration | undefined {
    if (this.#known.has(folder)) return this.#known.get(folder);
    const above = dirname(folder);
    const isTop = above === folder || existsSync(join(folder, '.git'));
    const found = this.#read(folder) ?? (isTop ? undefined : this.#nearest(above));
    this.#known.set(folder, found);
    return found;
  }

  #read(folder: string): Configuration | undefined {
    const [name, second] = configurationNames.filter((one) => existsSync(join(folder, one)));
    if (name === undefined) return undefined;
    const file = relative(this.#cwd, join(folder, name)).split(sep).join('/');
    if (second !== undefined) {
      const message = `The folder has two configuration files, \`${name}\` and \`${second}\`.`;
      const place = { file, line: 1, column: 1 };
      throw new ConfigurationError([{ rule: 'configuration/two', place, message, hint: 'Keep one of them.' }]);
    }
    let pages: readonly string[] | undefined;
    const finds = {
      folder: (path: string) => statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() === true,
      page: (pattern: string) => {
        pages ??= this.#beside?.pagesIn(folder);
        return pages?.some((path) => isOneOf(path, pattern, folder)) ?? true;
      },
    };
    const read = readConfiguration({ file, folder, text: textOf(join(folder, name), file), finds });
    if ('diagnostics' in read) throw new ConfigurationError(read.diagnostics);
    if (read.warnings.length > 0) this.#beside?.tell?.(inWords(read.warnings));
    return read.configuration;
  }
}

/** Whether a file is one of a pattern that begins at a folder. */
function isOneOf(path: string, pattern: string, folder: string): boolean {
  const own = relative(folder, path).split(sep).join('/');
  return matchesPattern(own, pattern.replace(/^\.\//, '').replace(/\/$/, '/**'));
}

function textOf(path: string, shown: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new InputError(`The configuration \`${shown}\` cannot be read (${error.code}).`);
  }
}

/** As `matchesGlob`; the default, all files that are not hidden, does without it, since it takes long to load. */
export function matchesPattern(path: string, pattern: string): boolean {
  return pattern === '**' ? !/(?:^|\/)\./.test(path) : matchesGlob(path, pattern);
}
