import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { hrefUnder } from '../../core/href-under.ts';
import { findPlaces } from './places.ts';
import { type SearchPage, searchPages } from './search-pages.ts';

/** The files of Pagefind that our own search needs; the others are its ready-made interfaces. */
const needed = /^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|.*\.pf_\w+)$|^(?:index|fragment|filter)\//;

/**
 * An Astro integration that adds to the built site what its search reads: in `search/`, the index of Pagefind over the text,
 * and `places.json` with the places of symbols, names and terms.
 */
export function writeSearch(base: string): AstroIntegration {
  return {
    name: 'write-search',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        const folder = fileURLToPath(dir);
        const paths = pages.map(({ pathname }) => pathname.replace(/([^/])$/, '$1/'));
        const searched = searchPages(folder, paths);
        const write = (name: string, content: string | Uint8Array) => {
          const file = join(folder, 'search', name);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        };
        write('places.json', JSON.stringify(findPlaces(searched)));
        for (const { path, content } of await indexFiles(searched, base)) if (needed.test(path)) write(path, content);
      },
    },
  };
}

/** Pagefind's index of the pages: each is given as headings and plain text, so that a formula counts once. */
async function indexFiles(pages: readonly SearchPage[], base: string) {
  const { index, errors } = await createIndex({ forceLanguage: 'en', includeCharacters: signsIn(pages) });
  if (!index) throw new Error(`Pagefind did not start: ${errors.join(', ')}`);
  for (const page of pages) {
    const added = await index.addHTMLFile({ url: hrefUnder(base)(page.path), content: pageHtml(page) });
    if (added.errors.length > 0) throw new Error(`Pagefind did not index ${page.path}: ${added.errors.join(', ')}`);
  }
  const { files } = await index.getFiles();
  await close();
  return files;
}

/** The signs of formulas, which Pagefind would otherwise leave out of words. */
function signsIn(pages: readonly SearchPage[]): string {
  const text = pages.flatMap(({ sections }) => sections.flatMap(({ formulas }) => formulas)).join('');
  return [...new Set(text.match(/[^\p{ASCII}\p{L}\p{N}\s]/gu))].join('');
}

function pageHtml({ title, sections }: SearchPage): string {
  const [first, ...rest] = sections;
  const body = rest.map(
    ({ anchor, heading, text }) => `<h2 id="${anchor}">${escaped(heading)}</h2><p>${escaped(text)}</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>${escaped(title)}</title></head>
<body><main><h1>${escaped(title)}</h1><p>${escaped(first?.text ?? '')}</p>${body.join('')}</main></body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
