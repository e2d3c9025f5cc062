import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { unknownTerm } from './unknown-term.ts';

export type GlossaryTerm = CollectionEntry<'glossary'>['data'];

/** Terms that begin with the same letter. */
export interface Letter {
  readonly letter: string;
  readonly terms: readonly GlossaryTerm[];
}

/** Where the glossary stands, from the site's root. */
export const glossaryPath = '/glossary/';

/** Where a term stands, from the site's root. */
export function termPath({ slug }: GlossaryTerm): string {
  return `${glossaryPath}#${slug}`;
}

/** All terms in the order of the alphabet. */
export async function termsInOrder(): Promise<GlossaryTerm[]> {
  const entries = await getCollection('glossary');
  return entries.map(({ data }) => data).toSorted((a, b) => a.term.localeCompare(b.term, 'en'));
}

/** The terms under their first letters. */
export function underLetters(terms: readonly GlossaryTerm[]): Letter[] {
  const letters = Map.groupBy(terms, ({ term }) => term.charAt(0).toUpperCase());
  return [...letters].map(([letter, those]) => ({ letter, terms: those }));
}

/**
 * The term with a slug.
 *
 * @param place where the slug is used, as `file:line:column`, for the error
 * @throws if the glossary has no such term
 */
export async function findTerm(slug: string, place: string): Promise<GlossaryTerm> {
  const entry = await getEntry('glossary', slug);
  if (entry) return entry.data;
  const slugs = (await getCollection('glossary')).map(({ id }) => id);
  throw new Error(unknownTerm(slug, place, slugs));
}
