import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { glossaryPath } from './glossary-path.ts';
import { unknownTerm } from './unknown-term.ts';

export type GlossaryTerm = CollectionEntry<'glossary'>['data'];

/** Terms that begin with the same letter. */
export interface Letter {
  readonly letter: string;
  readonly terms: readonly GlossaryTerm[];
}

/** The path of a term in the glossary, from the root of the site. */
export function termPath({ slug }: GlossaryTerm): string {
  return `${glossaryPath}#${slug}`;
}

/** All terms in alphabetical order. */
export async function termsInOrder(): Promise<GlossaryTerm[]> {
  const entries = await getCollection('glossary');
  return entries.map(({ data }) => data).toSorted((a, b) => a.term.localeCompare(b.term, 'en'));
}

/** The glossary as Markdown. */
export async function glossaryMarkdown(): Promise<string> {
  const entries = (await termsInOrder()).map(({ term, notation, aloud, definition }) => {
    const sign = notation ? `\n\n${notation}${aloud ? ` (read “${aloud}”)` : ''}` : '';
    return `## ${term}${sign}\n\n${definition}\n`;
  });
  return `# Glossary\n\n${entries.join('\n')}`;
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
