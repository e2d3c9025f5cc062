import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { localAddress } from '../site-address.ts';

/** An Astro integration that writes `sitemap.xml`, with the absolute address of each page that was built. */
export function writeSitemap(base: string): AstroIntegration {
  let origin = localAddress;
  return {
    name: 'write-sitemap',
    hooks: {
      'astro:config:done': ({ config, logger }) => {
        origin = config.site ?? localAddress;
        if (origin === localAddress)
          logger.info(
            `Absolute addresses begin with ${localAddress}. Before you publish, set SITE_URL to the site's own.`,
          );
      },
      'astro:build:done': ({ dir, pages }) => {
        const paths = pages.map(({ pathname }) => pathname).filter((path) => !/^(?:404|book)\/?$/.test(path));
        writeFileSync(fileURLToPath(new URL('sitemap.xml', dir)), sitemap(new URL(base, origin), paths));
      },
    },
  };
}

/**
 * A sitemap as XML.
 *
 * @param home the address of the first page
 * @param paths of all pages, from there
 */
export function sitemap(home: URL, paths: readonly string[]): string {
  const addresses = paths.map((path) => new URL(path, home).href.replaceAll('&', '&amp;')).sort();
  const entries = addresses.map((address) => `<url><loc>${address}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`;
}
