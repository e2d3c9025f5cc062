import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onlyExplorables, onlyHeader } from './only-explorables.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/**
 * Serves a built site as the plainest of hosts would: files under `base`, `index.html` for a folder, `404.html` for
 * everything else, and no header beyond the type. A test may ask for a lesson with only some of its explorables.
 */
export function staticServer(folder: string, base: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileFor(folder, base, decodeURIComponent(pathname));
    const found = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, { 'content-type': types[extname(found)] ?? 'application/octet-stream' });
    const only = request.headers[onlyHeader];
    if (typeof only === 'string' && found.endsWith('.html')) response.end(shortened(found, only));
    else createReadStream(found).pipe(response);
  });
}

const shortPages = new Map<string, string>();

function shortened(file: string, ids: string): string {
  const key = `${file} ${ids}`;
  const page = shortPages.get(key) ?? onlyExplorables(readFileSync(file, 'utf8'), ids.split(','));
  shortPages.set(key, page);
  return page;
}

function fileFor(folder: string, base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const inside = join(folder, normalize(`/${pathname.slice(base.length)}`));
  const file = pathname.endsWith('/') ? join(inside, 'index.html') : inside;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

// Playwright starts this file: `node tests/e2e/static-server.ts <folder> <base> <port>`.
if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [folder = 'dist', base = '/', port = '4321'] = process.argv.slice(2);
  staticServer(folder, base).listen(Number(port), '127.0.0.1');
}
