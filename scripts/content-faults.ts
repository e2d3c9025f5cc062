import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCollection, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { didYouMean } from '../src/core/nearest-word.ts';
import { formatPlace } from '../src/core/place.ts';

/** The shape of a value: a text, which may have to be one `among` others, or, with `keys` or `each`, what is inside. */
interface Shape {
  readonly takes: string;
  readonly accepts?: (text: string) => boolean;
  readonly among?: { readonly kind: string; readonly names: readonly string[] };
  readonly keys?: Readonly<Record<string, Shape>>;
  readonly optional?: readonly string[];
  readonly each?: Shape;
  readonly least?: number;
}

const text: Shape = { takes: 'some text' };
const list = (each: Shape, least = 0): Shape => ({
  takes: least > 0 ? `a list of at least ${least}` : 'a list',
  each,
  least,
});
const named = (kind: string, names: readonly string[]): Shape => ({
  takes: `the name of a ${kind}`,
  among: { kind, names },
});

const keyed = (keys: Readonly<Record<string, Shape>>, optional: readonly string[] = []): Shape => ({
  takes: 'keys and values',
  keys,
  optional,
});

/** A day that readers may want to know of, and the page that it is about. */
const news = keyed({
  date: { takes: 'a day such as 2026-11-29', accepts: isDay },
  title: text,
  summary: text,
  path: { takes: 'the address of a page, such as /review/', accepts: (path) => /^\/(?:[a-z0-9-]+\/)*$/.test(path) },
});

/** An entry of the glossary. */
function wordShape(lesson: Shape, term: Shape): Shape {
  const slug = {
    takes: 'a name in lower case with hyphens',
    accepts: (written: string) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(written),
  };
  const more = { notation: text, aloud: text, symbol: text, symbolIn: list(lesson), see: list(term) };
  return keyed({ term: text, slug, definition: text, lesson, ...more }, Object.keys(more));
}

/** The notes on a lesson for teachers. */
function notesShape(lesson: Shape): Shape {
  const misconceptions = list(keyed({ belief: text, meet: text }), 3);
  return keyed({ needs: list(lesson), ask: list(text, 3), misconceptions, signs: list(text, 2), stuck: list(text, 2) });
}

/** The parts of a lesson that have moved. */
function movedShape(names: readonly string[]): Shape {
  const takes = 'a lesson, `#` and a part of it';
  const each = { takes, accepts: (place: string) => /^[a-z0-9-]+#.+$/.test(place), among: { kind: 'lesson', names } };
  return { takes: 'a map', each };
}

/**
 * The mistakes in the data of a guide: its words, its notes for teachers, its moved parts and its news, each as
 * `file:line:column`, what is wrong, and what to write. The site reads them with the schemas of `src/content.config.ts`.
 *
 * @param root the folder with `content`
 */
export function contentFaults(root: string): string[] {
  const lessons = readdirSync(join(root, 'content/guide')).flatMap(
    (name) => /^\d+-(.+)\.mdx$/.exec(name)?.slice(1) ?? [],
  );
  const lesson = named('lesson', lessons);
  const files = ['glossary', 'teaching', 'moved', 'news'].map((name) => new DataFile(root, `content/${name}.yaml`));
  const [glossary, teaching, moved, told] = files;
  const terms = glossary?.items().flatMap((item) => (isMap(item) ? String(item.get('slug') ?? '') : [])) ?? [];
  glossary?.repeated('slug');
  glossary?.checkItems(wordShape(lesson, named('term', terms)));
  teaching?.checkEntries(notesShape(lesson), lessons);
  teaching?.requireAll(lessons);
  moved?.checkEntries(movedShape(lessons), lessons);
  told?.checkEntries(news, undefined);
  return files.flatMap(({ faults }) => faults);
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A file of data, and what was found in it. */
class DataFile {
  readonly faults: string[] = [];
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #root: unknown;

  constructor(root: string, file: string) {
    this.#file = file;
    const path = join(root, file);
    if (!existsSync(path)) return;
    const parsed = parseDocument(readFileSync(path, 'utf8'), { lineCounter: this.#lines });
    this.#root = parsed.contents;
    const starts = new Set(parsed.errors.map(({ pos }) => pos[0]));
    for (const start of starts) {
      const message = parsed.errors.find(({ pos }) => pos[0] === start)?.message ?? '';
      const what = message.replace(/ at line \d+, column \d+:[\s\S]*$/, '.');
      this.#report(start, what, 'Write `key: value`, one a line; put a value that holds `: ` in quotes.');
    }
    if (parsed.errors.length > 0) this.#root = undefined;
  }

  items(): readonly unknown[] {
    return isSeq(this.#root) ? this.#root.items : [];
  }

  checkItems(shape: Shape): void {
    for (const item of this.items()) this.#check(item, shape, 'An entry');
  }

  checkEntries(shape: Shape, names: readonly string[] | undefined): void {
    for (const { key, value } of isMap(this.#root) ? this.#root.items : []) {
      const name = textOf(key) ?? '';
      if (names && !names.includes(name)) this.#unknown(key, 'lesson', { name, names });
      this.#check(value ?? key, shape, `\`${name}\``);
    }
  }

  requireAll(names: readonly string[]): void {
    if (!isMap(this.#root)) return;
    for (const name of names.filter((one) => !(this.#root as YAMLMap).has(one)))
      this.#report(0, `The lesson \`${name}\` has no notes.`, `Write \`${name}:\` and its notes, as for the others.`);
  }

  repeated(key: string): void {
    const seen = new Set<string>();
    for (const item of this.items()) {
      const value = isMap(item) ? (item.get(key, true) as Node | undefined) : undefined;
      const name = textOf(value);
      if (name !== undefined && seen.has(name))
        this.#report(value?.range?.[0], `Two entries have the ${key} \`${name}\`.`, 'Give each its own.');
      if (name !== undefined) seen.add(name);
    }
  }

  #check(node: unknown, shape: Shape, subject: string): void {
    const { takes, keys, each, least = 0, among, accepts } = shape;
    if (keys && isMap(node)) this.#checkKeys(node, shape, subject);
    else if (each && partsOf(node).length >= least && isCollection(node)) {
      for (const part of partsOf(node)) this.#check(part ?? node, each, `Each part of ${subject}`);
    } else if (keys || each || !isRight(textOf(node), accepts)) {
      this.#report(startOf(node), `${subject} takes ${takes}.`, `Write ${takes} here.`);
    } else {
      const name = textOf(node)?.replace(/#.*$/, '') ?? '';
      if (among && !among.names.includes(name)) this.#unknown(node, among.kind, { name, names: among.names });
    }
  }

  #checkKeys(map: YAMLMap, { keys = {}, optional = [] }: Shape, subject: string): void {
    for (const { key, value } of map.items) {
      const name = textOf(key) ?? '';
      const shape = keys[name];
      if (shape) this.#check(value ?? key, shape, `\`${name}\``);
      else
        this.#report(startOf(key), `\`${name}\` is no key here.${didYouMean(name, Object.keys(keys))}`, listOf(keys));
    }
    for (const name of Object.keys(keys).filter((one) => !optional.includes(one) && !map.has(one)))
      this.#report(map.range?.[0], `${subject} lacks \`${name}\`.`, `Write \`${name}:\` and ${keys[name]?.takes}.`);
  }

  #unknown(node: unknown, kind: string, { name, names }: { readonly name: string; readonly names: readonly string[] }) {
    const hint =
      names.length > 30 ? `Name one that there is.` : `There are ${names.map((one) => `\`${one}\``).join(', ')}.`;
    this.#report(startOf(node), `There is no ${kind} \`${name}\`.${didYouMean(name, names)}`, hint);
  }

  #report(offset: number | undefined, message: string, hint: string): void {
    const { line, col } = this.#lines.linePos(offset ?? 0);
    const place = formatPlace({ file: this.#file, line: Math.max(line, 1), column: Math.max(col, 1) });
    this.faults.push(`${place}  ${message}\n    ${hint}`);
  }
}

function partsOf(node: unknown): readonly unknown[] {
  return isSeq(node) ? node.items : isMap(node) ? node.items.map(({ value }) => value) : [];
}

function isRight(written: string | undefined, accepts: Shape['accepts']): boolean {
  return written !== undefined && written.trim() !== '' && (accepts?.(written) ?? true);
}

function listOf(keys: object): string {
  return `The keys are ${Object.keys(keys)
    .map((key) => `\`${key}\``)
    .join(', ')}.`;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | undefined)?.range?.[0];
}

/** The text of a scalar, as it is written; `undefined` for what is none. */
function textOf(node: unknown): string | undefined {
  return isScalar(node) ? (node.source ?? String(node.value ?? '')) : undefined;
}
