import { isMap, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { Diagnostic } from '../core/diagnostic.ts';
import { didYouMean } from '../core/nearest-word.ts';
import { codeOf, insteadOf, oddBlank } from '../core/odd-character.ts';
import type { Place } from '../core/place.ts';

/** The front matter of a lesson. */
export interface FrontMatter {
  readonly title: string;
  /** One sentence, shown in lists of lessons. */
  readonly summary: string;
  /** The skills a learner gains, each under its name: the text completes "you will be able to …". */
  readonly objectives: Readonly<Record<string, string>>;
  /** Reading and doing, in minutes. */
  readonly minutes: number;
  readonly prerequisites: readonly string[];
  /** Position in the guide, from 0. */
  readonly order: number;
}

interface KeyRule {
  readonly accepts: (value: unknown) => boolean;
  readonly takes: string;
  readonly sample: string;
}

/** Whether a word may name an objective, a question or a prediction: `central-difference`. */
export const isName = (word: string) => /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(word);
const isText = (value: unknown) => typeof value === 'string' && value.trim() !== '';
const isTextList = (value: unknown) => Array.isArray(value) && value.every(isText);
const isNamedTexts = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(([name, text]) => isName(name) && isText(text));
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isSentence = (value: unknown) =>
  isText(value) && /^[^.!?]*(?:[.!?](?!\s)[^.!?]*)*[.!?]$/.test(String(value).trim());

/** The values that each key of the front matter may have. */
export const frontMatterRules: Readonly<Record<keyof FrontMatter, KeyRule>> = {
  title: { accepts: isText, takes: 'some text', sample: 'title: Derivatives' },
  summary: {
    accepts: isSentence,
    takes: 'one sentence that ends with a full stop',
    sample: 'summary: How fast a function changes, and how to measure it.',
  },
  objectives: {
    accepts: isNamedTexts,
    takes: 'at least one text, each after a name in lower case and a colon',
    sample: 'objectives:\n  measure-slope: Measure a slope with two calls of a function',
  },
  minutes: {
    accepts: (value) => isCount(value) && value !== 0,
    takes: 'a whole number of minutes',
    sample: 'minutes: 25',
  },
  prerequisites: { accepts: isTextList, takes: 'a list of texts, or []', sample: 'prerequisites: []' },
  order: { accepts: isCount, takes: 'a whole number: the place in the guide', sample: 'order: 2' },
};

type Key = keyof FrontMatter;

/** The keys of each kind of page: a page of the reference has no objectives, duration or prerequisites. */
export const frontMatterKeys = {
  guide: Object.keys(frontMatterRules) as Key[],
  reference: ['title', 'summary', 'order'],
} as const satisfies Record<string, readonly Key[]>;

export type PageKind = keyof typeof frontMatterKeys;

export interface CheckedFrontMatter {
  /** Present when there are no diagnostics; with the keys of its kind of page. */
  readonly frontMatter?: Partial<FrontMatter>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Blanks at the beginning of a line, and after the colon of a key, that YAML takes for letters. */
const oddBlanks = new RegExp(`^[ \\t]*${oddBlank.source}|^[ ]*[\\w-]+:${oddBlank.source}`, 'gm');

/** Reads and checks the YAML between the `---` lines at the top of `text`; each wrong key has a diagnostic. */
export function checkFrontMatter(text: string, file: string, kind: PageKind): CheckedFrontMatter {
  const keys: readonly Key[] = frontMatterKeys[kind];
  const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  const top: Place = { file, line: 1, column: 1 };
  if (!block) {
    const hint = `Begin the file with a line of \`---\`, then ${keys.map((key) => `\`${key}\``).join(', ')}, then \`---\`.`;
    return {
      diagnostics: [{ rule: 'front-matter/missing', place: top, message: 'The page has no front matter.', hint }],
    };
  }
  const yaml = block[1] ?? '';
  const counter = new LineCounter();
  const parsed = parseDocument(yaml, { lineCounter: counter });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { file, line: line + 1, column: Math.max(col, 1) };
  };
  const blanks = [...yaml.matchAll(oddBlanks)].map(({ 0: before, index }): Diagnostic => {
    const blank = before.slice(-1);
    const message = `This blank is ${codeOf(blank)}, which is none in YAML.`;
    return {
      rule: 'front-matter/blank',
      place: placeAt(index + before.length - 1),
      message,
      hint: `${insteadOf(blank)}.`,
    };
  });
  if (blanks.length > 0) return { diagnostics: blanks };
  const syntax = parsed.errors.map(({ message, pos }): Diagnostic => {
    const hint =
      'Write `key: value`, one a line; put a value that holds `: ` or begins with a sign in straight quotes, `"…"`.';
    // The line that the parser states is counted from the beginning of the front matter.
    const what = message.replace(/ at line \d+, column \d+:[\s\S]*$/, '.');
    return { rule: 'front-matter/syntax', place: placeAt(pos[0]), message: what, hint };
  });
  if (syntax.length > 0) return { diagnostics: syntax };
  const map = isMap(parsed.contents) ? parsed.contents : undefined;
  const diagnostics = [
    ...unknownKeys(keys, map, placeAt),
    ...wrongValues(keys, { map, values: parsed.toJS() ?? {} }, { top, placeAt }),
  ];
  return diagnostics.length > 0 ? { diagnostics } : { frontMatter: parsed.toJS() as Partial<FrontMatter>, diagnostics };
}

function unknownKeys(keys: readonly Key[], map: YAMLMap | undefined, placeAt: (offset: number) => Place): Diagnostic[] {
  return (map?.items ?? [])
    .filter((pair) => !(keys as readonly string[]).includes(keyOf(pair)))
    .map((pair) => ({
      rule: 'front-matter/unknown',
      place: placeAt(offsetOf(pair.key)),
      message: `\`${keyOf(pair)}\` is not a key of this kind of page.${didYouMean(keyOf(pair), keys)}`,
      hint: `The keys are ${keys.map((key) => `\`${key}\``).join(', ')}.`,
    }));
}

/** Front matter that was parsed: the nodes, which have places, and their values. */
interface Parsed {
  readonly map: YAMLMap | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

interface Places {
  readonly top: Place;
  readonly placeAt: (offset: number) => Place;
}

function wrongValues(keys: readonly Key[], { map, values }: Parsed, { top, placeAt }: Places): Diagnostic[] {
  return keys.flatMap((key): Diagnostic[] => {
    const { accepts, takes, sample } = frontMatterRules[key];
    const pair = map?.items.find((item) => keyOf(item) === key);
    const hint = `Write, for example:\n${sample}`;
    if (!pair) return [{ rule: 'front-matter/missing', place: top, message: `\`${key}\` is missing.`, hint }];
    if (accepts(values[key])) return [];
    const place = placeAt(offsetOf(pair.value) ?? offsetOf(pair.key));
    return [{ rule: 'front-matter/value', place, message: `\`${key}\` takes ${takes}.`, hint }];
  });
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key);
}

function offsetOf(node: unknown): number {
  const range = (node as { range?: readonly number[] | null } | null)?.range;
  return range?.[0] ?? 0;
}
