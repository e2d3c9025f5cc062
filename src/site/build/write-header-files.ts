import { readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headerFiles, headerRules } from './host-headers.ts';

/** An Astro integration that adds to the built site the files in which static hosts look for the headers of its files. */
export function writeHeaderFiles(base: string): AstroIntegration {
  return {
    name: 'write-header-files',
    hooks: {
      'astro:build:done': ({ dir }) => {
        for (const { name, text } of headerFiles(headerRules(workerIn(dir)), base))
          writeFileSync(fileURLToPath(new URL(name, dir)), text);
      },
    },
  };
}

/** The file of Python's worker in a built site. */
function workerIn(dir: URL): string {
  const workers = readdirSync(new URL('_astro/', dir)).filter((name) => /^browser-worker.*\.js$/.test(name));
  const [worker] = workers;
  if (worker === undefined || workers.length > 1)
    throw new Error(
      `The built site has ${workers.length} files _astro/browser-worker*.js instead of 1: adapt src/site/build/write-header-files.ts.`,
    );
  return `_astro/${worker}`;
}
