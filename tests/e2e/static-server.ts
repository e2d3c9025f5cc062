import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';

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
 * everything else, and no header beyond the type.
 */
export function staticServer(folder: string, base: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileFor(folder, base, decodeURIComponent(pathname));
    const found = file ?? join(folder, '404.html');
    response.writeHead(file ? 200 : 404, { 'content-type': types[extname(found)] ?? 'application/octet-stream' });
    createReadStream(found).pipe(response);
  });
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
