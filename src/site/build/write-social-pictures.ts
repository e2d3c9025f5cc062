import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { socialPath } from '../social-path.ts';
import { socialPicture } from './social-picture.ts';

/** An Astro integration that draws the social picture of each page that names one, from the page's own title and summary. */
export function writeSocialPictures(): AstroIntegration {
  return {
    name: 'write-social-pictures',
    hooks: {
      'astro:build:done': async ({ dir, pages }) => {
        // The page for wrong addresses has no address of its own, and is another kind of file.
        for (const { pathname } of pages.filter((page) => !/^404\/?$/.test(page.pathname))) {
          const { document } = parseHTML(headOf(new URL(`${pathname}index.html`, dir)));
          const read = (name: string) => document.querySelector(`meta[property="og:${name}"]`)?.getAttribute('content');
          const [title, summary] = [read('title'), read('description')];
          if (!title || !summary || !read('image')) continue;
          const file = fileURLToPath(new URL(socialPath(pathname).slice(1), dir));
          mkdirSync(dirname(file), { recursive: true });
          const svg = await socialPicture({ title, summary });
          writeFileSync(file, await sharp(Buffer.from(svg)).png({ palette: true, colours: 32 }).toBuffer());
        }
      },
    },
  };
}

/** The metadata is in the head, which is a small part of a page. */
function headOf(page: URL): string {
  const html = readFileSync(page, 'utf8');
  return `${html.slice(0, html.indexOf('</head>'))}</head></html>`;
}
