import { didYouMean, nearestWord } from '../../core/nearest-word.ts';
import { parseTolerance } from '../compare/tolerance.ts';
import type { FenceOptions } from '../example.ts';

/** Something wrong in an info string; `offset` counts from the start of the text that was parsed. */
export interface OptionProblem {
  readonly rule: string;
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

export interface ParsedOptions {
  readonly options: FenceOptions;
  readonly problems: readonly OptionProblem[];
}

type Key = keyof FenceOptions;

interface OptionRule {
  readonly accepts: (value: string) => boolean;
  /** The form of a valid value, to finish the sentence "… takes …". */
  readonly takes: string;
  readonly sample: string;
}

const isKebab = (value: string) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value);

const rules: Readonly<Record<Key, OptionRule>> = {
  name: { accepts: isKebab, takes: 'a name in lower case with hyphens', sample: 'name=slope-at-three' },
  session: { accepts: isKebab, takes: 'a name in lower case with hyphens', sample: 'session=quartic' },
  raises: {
    accepts: (value) => /^[A-Za-z_][\w.]*$/.test(value),
    takes: 'the name of an exception',
    sample: 'raises=ZeroDivisionError',
  },
  tolerance: {
    accepts: (value) => parseTolerance(value) !== undefined,
    takes: '`absolute`, `relative` with an amount below 1, or `digits shown`, a colon, and the reason in a few words',
    sample: 'tolerance="relative 1e-9: the order of the sum depends on the processor"',
  },
  illustrative: {
    accepts: (value) => /\S+\s+\S+/.test(value),
    takes: 'the reason why it is not run, in a few words',
    sample: 'illustrative="needs a graphics card"',
  },
};

const keys = Object.keys(rules) as Key[];
const isKey = (word: string): word is Key => Object.hasOwn(rules, word);

interface Word {
  readonly offset: number;
  readonly key: string;
  readonly value: string | undefined;
  /** Whether there are blanks around the equals sign. */
  readonly spread: boolean;
}

/**
 * Reads the part of a fence's info string after the language: options separated by blanks, each `key=value`
 * or `key="value with blanks"`.
 *
 * In a lesson every word must be a known option. A guide may have other tools' options
 * (`title="a.py" {1,3-5}`), which are ignored. A word that is nearly an option (`illustratve=`), or an option with an
 * invalid value (`name="My file.py"`), is a problem; for a guide, the caller reports it as a warning.
 */
export function parseInfoString(text: string, dialect: 'lesson' | 'guide'): ParsedOptions {
  const options: Partial<Record<Key, string>> = {};
  const problems: OptionProblem[] = [];
  for (const word of words(text)) {
    const problem = blanksAround(word, dialect) ?? problemOf(word, options, dialect);
    if (problem) problems.push({ ...problem, offset: word.offset });
    // With blanks it is clear all the same: nothing else is said to be missing.
    if ((!problem || word.spread) && isKey(word.key) && word.value !== undefined) options[word.key] = word.value;
  }
  const clash = clashOf(options);
  if (clash) problems.push({ ...clash, offset: 0 });
  return { options, problems };
}

type Problem = Omit<OptionProblem, 'offset'>;

/** `session = "a"`, as in Python. In a guide it may be the option of another tool. */
function blanksAround({ key, value, spread }: Word, dialect: string): Problem | undefined {
  if (!spread || (dialect === 'guide' && !isKey(key))) return undefined;
  const quoted = /\s/.test(value ?? '') ? `"${value}"` : value;
  return {
    rule: 'option/blanks',
    message: `There are blanks around the \`=\` of \`${key}\`.`,
    hint: `Write \`${key}=${quoted}\`.`,
  };
}

function problemOf({ key, value }: Word, before: FenceOptions, dialect: string): Problem | undefined {
  if (!isKey(key)) {
    if (dialect === 'guide' && (value === undefined || nearestWord(key, keys) === undefined)) return undefined;
    return {
      rule: 'option/unknown',
      message: `\`${key}\` is not an option of a Python fence.${didYouMean(key, keys)}`,
      hint: `The options are ${keys.map((known) => `\`${rules[known].sample}\``).join(', ')}.`,
    };
  }
  const { takes, sample } = rules[key];
  // The name of a session in a guide may be any word.
  const accepts = dialect === 'guide' && key === 'session' ? (text: string) => /\S/.test(text) : rules[key].accepts;
  if (before[key] !== undefined) {
    return { rule: 'option/repeated', message: `\`${key}\` is given twice.`, hint: 'Keep one of them.' };
  }
  const quote = /^["“”]/.exec(value ?? '')?.[0];
  if (quote !== undefined) {
    const what =
      quote === '"' ? `The quote of \`${key}\` is never closed.` : `The quotes of \`${key}\` are printed ones.`;
    return { rule: 'option/value', message: what, hint: `Write \`${sample}\`.` };
  }
  if (value === undefined || !accepts(value)) {
    const found = value === undefined || value === '' ? 'has no value' : `cannot be \`${value}\``;
    return { rule: 'option/value', message: `\`${key}\` ${found}: it takes ${takes}.`, hint: `Write \`${sample}\`.` };
  }
  return undefined;
}

function clashOf({ illustrative, session, raises, tolerance }: FenceOptions): Problem | undefined {
  if (illustrative === undefined) return undefined;
  const other =
    session !== undefined
      ? 'session'
      : raises !== undefined
        ? 'raises'
        : tolerance !== undefined
          ? 'tolerance'
          : undefined;
  return other === undefined
    ? undefined
    : {
        rule: 'option/clash',
        message: `An \`illustrative\` fence is never run, so \`${other}\` has no effect.`,
        hint: `Remove \`${other}\`, or remove \`illustrative\` and let it run.`,
      };
}

/** Splits at blanks, keeping `"quoted text"` after an equals sign together. */
function words(text: string): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(/([^\s=]+)(?:(\s*=(?:\s+(?!\s|[\w-]+=))?)(?:"([^"]*)"|("[^"]*$|\S*)))?|\S+/g)) {
    const [whole, key = whole, sign = '=', quoted, bare] = match;
    found.push({ offset: match.index, key, value: quoted ?? bare, spread: sign !== '=' && (quoted ?? bare) !== '' });
  }
  return found;
}
