import { conventions } from '../../examples/guide-reading.ts';
import type { Configuration } from './configuration.ts';

/** The values that a key of a configuration file may have. */
export interface SettingRule {
  readonly accepts: (value: unknown) => boolean;
  /** The form of a valid value, to finish the sentence "… takes …". */
  readonly takes: string;
  /** A line of a configuration file. */
  readonly sample: string;
}

/** The keys of a configuration file: all settings but the folder, which is its own. */
export type SettingKey = Exclude<keyof Configuration, 'folder'>;

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isList = (value: unknown, isItem: (item: unknown) => boolean) => Array.isArray(value) && value.every(isItem);
const isPath = (value: unknown) => isText(value) && !/^(?:[/~\\]|[A-Za-z]:)/.test(String(value));
const isInside = (value: unknown) => isPath(value) && !String(value).split('/').includes('..');
const isWord = (value: unknown) => typeof value === 'string' && /^[\w-]+$/.test(value);

function oneOf(...words: readonly string[]): Pick<SettingRule, 'accepts' | 'takes'> {
  const quoted = words.map((word) => `\`${word}\``);
  const takes = `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
  return { accepts: (value) => words.includes(String(value)) && typeof value === 'string', takes };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDataFolder(value: unknown): boolean {
  if (!isRecord(value)) return isPath(value);
  const keys = Object.keys(value).sort().join();
  return keys === 'as,from' && isPath(value['from']) && isInside(value['as']);
}

/** The rules of the keys. `conventions` has keys of its own: see `conventionRules`. */
export const settingRules: Readonly<Record<SettingKey, SettingRule>> = {
  files: {
    accepts: (value) => isList(value, isText) && (value as unknown[]).length > 0,
    takes: 'a list of patterns, relative to this file',
    sample: 'files: ["docs/**", "!docs/drafts/**"]',
  },
  conventions: {
    accepts: isRecord,
    takes: 'a word for each way in which the guide shows outputs',
    sample: 'conventions: { fence after the code: always }',
  },
  session: { ...oneOf('page', 'fence'), sample: 'session: page' },
  data: {
    accepts: (value) => isDataFolder(value) || (isList(value, isDataFolder) && (value as unknown[]).length > 0),
    takes: 'a folder, relative to this file, or several; each may have another name in the working directory',
    sample: 'data: { from: episodes/data, as: data }',
  },
  engine: { ...oneOf('embedded', 'native', 'both'), sample: 'engine: native' },
  python: { accepts: isText, takes: 'the path or the command of a Python', sample: 'python: .venv/bin/python' },
  timeout: {
    accepts: (value) => typeof value === 'number' && value > 0 && Number.isFinite(value),
    takes: 'a number of seconds',
    sample: 'timeout: 60',
  },
  skip: {
    accepts: (value) => isList(value, isWord),
    takes: 'a list of words of letters, digits and hyphens that mark a fence that is not run',
    sample: 'skip: [ci-skip]',
  },
  unpinned: { ...oneOf('finding', 'warning'), sample: 'unpinned: warning' },
  baseline: {
    accepts: isPath,
    takes: 'the path of a file of known findings, relative to this file',
    sample: 'baseline: prove-guide.baseline.json',
  },
};

/** The rules of the keys of `conventions`. Only what may be something else can count if it is equal. */
export const conventionRules = Object.fromEntries(
  conventions.map((name) => {
    const isGuess = name === 'fence after the code' || name === 'comment lines' || name === 'comments after print';
    const words = isGuess ? oneOf('always', 'if equal', 'never') : oneOf('always', 'never');
    return [name, { ...words, sample: `conventions: { ${name}: never }` }];
  }),
) as Readonly<Record<(typeof conventions)[number], SettingRule>>;
