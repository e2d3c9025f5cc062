import { at } from '../../core/at.ts';
import type { Places } from '../../core/find-in-places.ts';
import { searchKey } from '../../core/search-key.ts';
import { symbolNames } from '../../core/symbol-names.ts';
import type { SearchPage } from './search-pages.ts';

const pythonName = /\b(?:np|plt|ax|rng)\.[A-Za-z_][\w.]*\w/g;
/** One character that nobody has on a keyboard. */
const isSign = /^[^\p{ASCII}\p{C}\s]$/u;
const glossary = 'glossary/';

/**
 * Where each symbol, Greek letter, name of NumPy or Matplotlib, and term of the glossary comes first.
 *
 * @param pages in the order in which they are read
 */
export function findPlaces(pages: readonly SearchPage[]): Places {
  const index = new PlaceIndex();
  for (const page of pages.filter(({ path }) => path !== glossary)) addPage(index, page);
  const entries = pages.find(({ path }) => path === glossary);
  if (entries) addGlossary(index, entries, pages);
  return index.written();
}

function addPage(index: PlaceIndex, page: SearchPage): void {
  for (const section of page.sections) {
    const place = index.place(page, section);
    const greek = section.text.match(/\p{Script=Greek}/gu) ?? [];
    for (const symbol of [...section.symbols, ...greek]) {
      // Letters of our own alphabet are names that a formula chooses: the glossary has those that mean one thing.
      if (!isSign.test(symbol)) continue;
      index.addFirst(symbol, [symbol, ...symbolNames(symbol)], place);
    }
    for (const name of section.code.flatMap((code) => code.match(pythonName) ?? [])) {
      const parts = name.split('.');
      index.addFirst(
        name,
        parts.map((_, i) => parts.slice(i).join('.')),
        place,
      );
    }
  }
}

/** A term is found by itself, by its notation, and by the first place of its notation. */
function addGlossary(index: PlaceIndex, glossaryPage: SearchPage, pages: readonly SearchPage[]): void {
  for (const entry of glossaryPage.sections.slice(1)) {
    if (!entry.text) continue;
    const place = index.place(glossaryPage, entry);
    index.addFirst(entry.heading, [entry.heading], place);
    for (const notation of entry.notations) {
      const first = firstWith(pages, searchKey(notation));
      if (first) index.addFirst(notation, [notation], index.place(first.page, first.section));
      index.add(entry.heading, [notation, ...symbolNames(notation)], place);
    }
  }
}

function firstWith(pages: readonly SearchPage[], key: string) {
  for (const page of pages)
    for (const section of page.sections)
      if (page.path !== glossary && section.formulas.some((formula) => searchKey(formula).includes(key)))
        return { page, section };
  return undefined;
}

class PlaceIndex {
  readonly #places: (readonly [string, string, string])[] = [];
  readonly #keys = new Map<string, (readonly [string, number])[]>();
  readonly #found = new Set<string>();

  place(page: SearchPage, { anchor, heading }: { anchor: string; heading: string }): number {
    const address = anchor ? `${page.path}#${anchor}` : page.path;
    const known = this.#places.findIndex(([other]) => other === address);
    return known >= 0 ? known : this.#places.push([address, page.title, heading]) - 1;
  }

  /** Adds the first place of something; what has one already keeps it. */
  addFirst(what: string, names: readonly string[], place: number): void {
    if (this.#found.has(what)) return;
    this.#found.add(what);
    this.add(what, names, place);
  }

  add(what: string, names: readonly string[], place: number): void {
    for (const key of new Set(names.map(searchKey)))
      this.#keys.set(key, [...(this.#keys.get(key) ?? []), [what, place]]);
  }

  /** Only the places that something leads to. */
  written(): Places {
    const used = [...new Set([...this.#keys.values()].flat().map(([, place]) => place))].sort((a, b) => a - b);
    const number = new Map(used.map((place, i) => [place, i]));
    return {
      places: used.map((place) => at(this.#places, place)),
      keys: Object.fromEntries(
        [...this.#keys].map(([key, found]) => [key, found.map(([what, place]) => [what, number.get(place) ?? 0])]),
      ),
    };
  }
}
