import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import { hrefUnder } from '../../core/href-under.ts';
import { localAddress } from '../site-address.ts';
import { twinnedPages, twinOf } from '../twinned-pages.ts';
import { pageMarkdown } from './page-markdown.ts';

/** An Astro integration that writes pages as Markdown that have no other source than themselves (`twinned-pages.ts`). */
export function writeTwins(base: string): AstroIntegration {
  let origin = localAddress;
  return {
    name: 'write-twins',
    hooks: {
      'astro:config:done': ({ config }) => {
        origin = config.site ?? localAddress;
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const { path } of twinnedPages) {
          const { document } = parseHTML(readFileSync(join(folder, path, 'index.html'), 'utf8'));
          const main = document.querySelector('main');
          if (!main) throw new Error(`The page ${path} has no <main>, of which its Markdown is made.`);
          const address = new URL(hrefUnder(base)(path), origin).href;
          writeFileSync(join(folder, twinOf(path)), pageMarkdown(main, address));
        }
      },
    },
  };
}
