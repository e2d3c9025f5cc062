import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const source = fileURLToPath(new URL('./service-worker.js', import.meta.url));

/** An Astro integration that adds the service worker to the built site, with the digests of the files that it may cache. */
export function keepSite(): AstroIntegration {
  return {
    name: 'keep-site',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        writeFileSync(join(folder, 'service-worker.js'), serviceWorker(siteDigests(folder)));
      },
    },
  };
}

/** The source of the service worker for a site with these files. */
export function serviceWorker(digests: Readonly<Record<string, string>>): string {
  return readFileSync(source, 'utf8').replace('/* digests */ {}', () => JSON.stringify(digests));
}

/**
 * The files of a built site by their addresses below its base, each with the first 32 digits of its SHA-256 digest. The
 * address of a page is its folder. The files of Python are left out: the page stores them itself.
 */
export function siteDigests(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('python/') && path !== 'service-worker.js')
    .sort();
  return Object.fromEntries(
    paths.map((path) => {
      const digest = createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex');
      return [path.replace(/(^|\/)index\.html$/, '$1'), digest.slice(0, 32)];
    }),
  );
}
