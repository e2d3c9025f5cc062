import { searchKey } from './search-key.ts';

/** The places of symbols, names and terms of the guide, as its search reads them. */
export interface Places {
  /** Address from the base of the site, page, and heading. */
  readonly places: readonly (readonly [address: string, page: string, heading: string])[];
  /** By key (`searchKey`): what it stands for, and the number of its place. */
  readonly keys: Readonly<Record<string, readonly (readonly [what: string, place: number])[]>>;
}

/** A place that a query leads to. */
export interface FoundPlace {
  /** The symbol, name or term that is there. */
  readonly what: string;
  readonly address: string;
  readonly page: string;
  readonly heading: string;
}

const mostPlaces = 6;

/** The places of what a query names; then, from two letters on, of what begins with it. */
export function findInPlaces({ places, keys }: Places, query: string): FoundPlace[] {
  const wanted = searchKey(query);
  if (wanted === '') return [];
  const longer = wanted.length < 2 ? [] : Object.keys(keys).filter((key) => key.startsWith(wanted) && key !== wanted);
  const found = new Map<string, FoundPlace>();
  for (const key of [wanted, ...longer.sort((a, b) => a.length - b.length)])
    for (const [what, at] of Object.hasOwn(keys, key) ? (keys[key] ?? []) : []) {
      const [address = '', page = '', heading = ''] = places[at] ?? [];
      if (!found.has(what + address)) found.set(what + address, { what, address, page, heading });
    }
  return [...found.values()].slice(0, mostPlaces);
}
