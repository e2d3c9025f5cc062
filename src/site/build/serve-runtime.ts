import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { hrefUnder } from '../../core/href-under.ts';
import { pyodideFolder, readSources } from '../../python/interpreter/runtime-folder.ts';
import {
  type FullPackages,
  type PageRuntime,
  type PageRuntimeFileName,
  pageRuntimeFiles,
} from '../../python/page/page-runtime.ts';

const moduleName = 'virtual:python-runtime';

/**
 * Serves the files of Python in the page, below `python/<digest>/` in the built site and in `astro dev`, and the
 * module `virtual:python-runtime`, whose `runtime` has their addresses and sizes.
 *
 * @param base the base path of the site
 * @param full packages that the page offers in addition
 */
export function serveRuntime(base: string, full?: FullPackages): AstroIntegration {
  const contents = readContents();
  const path = `python/${sha256(Buffer.concat([...contents.values()])).slice(0, 16)}/`;
  const runtime: PageRuntime = {
    folder: hrefUnder(base)(`/${path}`),
    files: [...contents].map(([name, bytes]) => {
      const unpacked = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
      return { name, bytes: bytes.length, sha256: sha256(unpacked) };
    }),
    full,
  };
  return {
    name: 'serve-runtime',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [runtimeModule(runtime)] } });
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(runtime.folder, (request, response, next) => {
          const bytes = contents.get(request.url?.slice(1) as PageRuntimeFileName);
          if (bytes) response.setHeader('Content-Type', 'application/octet-stream').end(bytes);
          else next();
        });
      },
      'astro:build:done': ({ dir }) => {
        const folder = join(fileURLToPath(dir), path);
        mkdirSync(folder, { recursive: true });
        for (const [name, bytes] of contents) writeFileSync(join(folder, name), bytes);
      },
    },
  };
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readContents(): Map<PageRuntimeFileName, Buffer> {
  const read = (name: string) =>
    name === 'sources.json' ? Buffer.from(JSON.stringify(readSources())) : readFileSync(join(pyodideFolder, name));
  return new Map(
    pageRuntimeFiles.map((name) => [
      name,
      name.endsWith('.gz') ? gzipSync(read(name.slice(0, -'.gz'.length)), { level: 9 }) : read(name),
    ]),
  );
}

/** The virtual module, from which the page has the addresses and sizes of the files before it fetches any. */
function runtimeModule(runtime: PageRuntime) {
  const id = `\0${moduleName}`;
  return {
    name: 'python-runtime',
    resolveId: (name: string) => (name === moduleName ? id : undefined),
    load: (name: string) => (name === id ? `export const runtime = ${JSON.stringify(runtime)};` : undefined),
  };
}
