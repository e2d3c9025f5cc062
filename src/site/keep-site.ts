import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const source = fileURLToPath(new URL('./service-worker.js', import.meta.url));

/** Adds the service worker to the built site, with the digests of all that it may keep. */
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

/** The program of the service worker for a site with these files. */
export function serviceWorker(digests: Readonly<Record<string, string>>): string {
  return readFileSync(source, 'utf8').replace('/* digests */ {}', () => JSON.stringify(digests));
}

/**
 * The files of a built site by their addresses below its base, each with the first 32 digits of its SHA-256 digest. A page
 * stands under its folder's address. What Python is made of is not among them: the page keeps that.
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
