import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { programsOf } from '../../core/programs-of.ts';
import { shownFonts } from '../fonts/shown-fonts.ts';
import { usedCharacters } from '../fonts/used-characters.ts';

/** The kinds of files that a page loads. */
export const kinds = ['HTML', 'CSS', 'JavaScript', 'fonts', 'images'] as const;
export type Kind = (typeof kinds)[number];

/** A file that a page loads, or a part of the page itself, with its bytes. */
export interface Item {
  readonly name: string;
  readonly bytes: number;
}

/** The files that a page loads before its reader does anything: bytes as sent, with gzip where it helps. */
export type PageBytes = Readonly<Record<Kind, { readonly bytes: number; readonly items: readonly Item[] }>>;

/**
 * Computes from the files of a built site what one of its pages loads. Programs that are imported later are not counted;
 * fonts are those that have a character of the page, wherever it is.
 *
 * @param folder of the built site
 * @param file of the page in it
 * @param base the path of the site, `/`
 */
export function pageBytes(folder: string, file: string, base: string): PageBytes {
  const html = readFileSync(join(folder, file), 'utf8');
  const { document } = parseHTML(html);
  const attributes = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((element) => (element.getAttribute(name) ?? '').slice(base.length));
  const styles = attributes('link[rel=stylesheet]', 'href');
  const scripts = new Set<string>();
  for (const address of programsOf(document)) addImports(folder, address.slice(base.length), scripts);
  const fonts = styles.flatMap((name) =>
    shownFonts(readFileSync(join(folder, name), 'utf8'), usedCharacters(document)),
  );
  const sized = (names: Iterable<string>, isText: boolean) =>
    [...names]
      .filter((name) => existsSync(join(folder, name)))
      .map((name) => ({ name, bytes: sent(folder, name, isText) }));
  return {
    HTML: {
      bytes: gzipSync(html).length,
      // Only a page that is too large is asked for them, and writing all elements takes as long as everything else.
      get items() {
        return partsOf(document);
      },
    },
    CSS: summed(sized(styles, true)),
    JavaScript: summed(sized(scripts, true)),
    fonts: summed(sized(new Set(fonts.map((name) => `_astro/${name}`)), false)),
    images: summed(sized(attributes('img[src]', 'src'), false)),
  };
}

/**
 * Computes the bytes of the programs of a page when all of its explorables are alive: those that it loads at first, what
 * draws explorables, and the explorables themselves.
 */
export function aliveBytes(folder: string, file: string, base: string): number {
  const { document } = parseHTML(readFileSync(join(folder, file), 'utf8'));
  const names = [...document.querySelectorAll('calculus-explorable')].map((one) => one.getAttribute('data-name') ?? '');
  const wanted = names.length > 0 ? ['live-explorable', ...names] : [];
  const programs = new Set<string>();
  for (const address of programsOf(document)) addImports(folder, address.slice(base.length), programs);
  for (const name of readdirSync(join(folder, '_astro')))
    if (wanted.includes(name.replace(/\.[\w-]{8}\.js$/, ''))) addImports(folder, `_astro/${name}`, programs);
  return [...programs].reduce((sum, name) => sum + sent(folder, name, true), 0);
}

function summed(items: readonly Item[]): PageBytes[Kind] {
  return { bytes: items.reduce((sum, { bytes }) => sum + bytes, 0), items };
}

function sent(folder: string, name: string, isText: boolean): number {
  const bytes = readFileSync(join(folder, name));
  return isText ? gzipSync(bytes).length : bytes.length;
}

/** Adds a program and what it imports at once. */
function addImports(folder: string, name: string, known: Set<string>): void {
  if (known.has(name) || !existsSync(join(folder, name))) return;
  known.add(name);
  const code = readFileSync(join(folder, name), 'utf8');
  for (const [, imported] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g))
    addImports(folder, `_astro/${imported}`, known);
}

/** The elements of a page that have a name and no such element around them, by their length before compression. */
function partsOf(document: Document): Item[] {
  const named = 'figure[id], calculus-explorable[id], .exercise, calculus-question[id], nav, table';
  return [...document.querySelectorAll(named)]
    .filter((element) => !element.parentElement?.closest(named))
    .map((element) => ({
      name: element.id || element.getAttribute('aria-labelledby') || element.localName,
      bytes: element.outerHTML.length,
    }));
}
