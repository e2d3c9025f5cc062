import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build, type Rolldown } from 'vite';
import { readSiteFiles } from './read-site-files.ts';
import type { SiteFiles } from './site-files.ts';

const entry = fileURLToPath(new URL('./service-worker.ts', import.meta.url));

/** An Astro integration that adds the service worker to the built site, with the digests of the files that it may cache. */
export function keepSite(): AstroIntegration {
  return {
    name: 'keep-site',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        writeFileSync(join(folder, 'service-worker.js'), await serviceWorker(readSiteFiles(folder)));
      },
    },
  };
}

/** The program of the service worker for a site with these files. */
export async function serviceWorker(site: SiteFiles): Promise<string> {
  const bundles = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'serviceWorker' } },
  })) as Rolldown.RolldownOutput[];
  const program = bundles.flatMap(({ output }) => output).find(({ type }) => type === 'chunk') as Rolldown.OutputChunk;
  return `const siteFiles = ${JSON.stringify(site)};\n${program.code}`;
}
