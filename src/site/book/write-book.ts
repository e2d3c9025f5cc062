import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import { hrefUnder } from '../../core/href-under.ts';
import { localAddress } from '../site-address.ts';
import { type BookChapter, bookChapter } from './book-chapter.ts';

/**
 * An Astro integration that puts the built lessons into the built page of the book: each into the chapter of its name, its
 * solutions and its addresses at the end.
 */
export function writeBook(base: string): AstroIntegration {
  let origin = localAddress;
  return {
    name: 'write-book',
    hooks: {
      'astro:config:done': ({ config }) => {
        origin = config.site ?? localAddress;
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const file = join(folder, 'book', 'index.html');
        const { document } = parseHTML(readFileSync(file, 'utf8'));
        const places = [...document.querySelectorAll('[data-chapter]')];
        const chapters = places.map((place) => {
          const id = place.getAttribute('data-chapter') ?? '';
          return { id, page: new URL(hrefUnder(base)(`/guide/${id}/`), origin).href };
        });
        for (const chapter of chapters)
          fill(document, chapter.id, bookChapter(articleOf(folder, chapter.id), chapter, chapters));
        writeFileSync(file, document.toString());
      },
    },
  };
}

/** The text in the built page of a lesson. */
function articleOf(folder: string, lesson: string): Element {
  const { document } = parseHTML(readFileSync(join(folder, 'guide', lesson, 'index.html'), 'utf8'));
  const article = document.querySelector('article.prose');
  if (!article) throw new Error(`The page of the lesson ${lesson} has no text for the book (article.prose).`);
  return article;
}

/** Puts the parts of a chapter into their places. A place for which there is nothing goes, with its title. */
function fill(book: Document, lesson: string, { text, solutions, links }: BookChapter): void {
  for (const [part, html] of Object.entries({ chapter: text, solutions, links })) {
    const place = book.querySelector(`[data-${part}="${lesson}"]`);
    if (!place) throw new Error(`The book has no place for the ${part} of ${lesson} (src/pages/book.astro).`);
    if (html === '') place.closest('section')?.remove();
    else place.innerHTML = html;
  }
}
