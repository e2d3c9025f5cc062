import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hrefUnder } from '../../core/href-under.ts';
import { holdBack } from './held-back.ts';
import { holdBackFormulas } from './held-back-formulas.ts';
import { rewritePages } from './rewrite-pages.ts';

/**
 * An Astro integration that moves out of built pages what they are shown without: of a lesson what nobody sees when it opens
 * (`held-back.ts`), of each page the TeX of its formulas (`held-back-formulas.ts`). It comes after whatever reads pages.
 */
export function splitPages(base: string): AstroIntegration {
  const href = hrefUnder(base);
  return {
    name: 'split-pages',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const nameFile = (kind: string) => (held: readonly string[]) => href(`/${writeHeld(folder, kind, held)}`);
        rewritePages(dir, (page, file) => {
          const lesson = /^guide[\\/]([^\\/]+)[\\/]/.exec(file)?.[1];
          const html = lesson === undefined ? page : holdBack(page, inBook(lesson, href), nameFile('rest')).html;
          return holdBackFormulas(html, nameFile('formulas')).html;
        });
      },
    },
  };
}

function inBook(lesson: string, href: (path: string) => string) {
  return { chapter: href(`/book/#${lesson}`), answers: href(`/book/#${lesson}.solutions`) };
}

/** Writes a file whose name has a digest of what is in it. */
function writeHeld(folder: string, kind: string, held: readonly string[]): string {
  const text = JSON.stringify(held);
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const name = `_astro/${kind}.${digest}.json`;
  writeFileSync(join(folder, name), text);
  return name;
}
