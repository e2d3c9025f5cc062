import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { pageSections, type Section } from './page-sections.ts';

/** A page of the built site, as the search reads it. */
export interface SearchPage {
  /** Its path from the base of the site: `guide/derivatives/`. */
  readonly path: string;
  readonly title: string;
  readonly sections: readonly Section[];
}

/** Pages without a text of their own: questions and results of the lessons, all lessons as a book, and an empty cell. */
const notSearched = /^(?:404|review|verification|book|playground)\/?$/;

/**
 * The pages of a built site in the order in which they are read: the lessons, the pages of the reference, the glossary, and
 * the rest.
 *
 * @param folder of the built site
 * @param paths of its pages, from there
 */
export function searchPages(folder: string, paths: readonly string[]): SearchPage[] {
  return paths
    .filter((path) => !notSearched.test(path))
    .map((path) => {
      const { document } = parseHTML(readFileSync(join(folder, path, 'index.html'), 'utf8'));
      const sections = pageSections(document);
      // Not the heading: the notes for teachers on a lesson have that of the lesson.
      const title = document.querySelector('meta[property="og:title"]')?.getAttribute('content');
      return { path, title: title ?? sections[0]?.heading ?? '', sections, rank: rankOf(path, document) };
    })
    .sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1));
}

/** The number of a lesson; whatever is no lesson comes after all of them. */
function rankOf(path: string, document: Document): number {
  const data = JSON.parse(document.querySelector('[type="application/ld+json"]')?.textContent ?? '{}');
  if (path.startsWith('guide/')) return data.position;
  return path.startsWith('reference/') ? 1000 : path.startsWith('glossary') ? 2000 : 3000;
}
