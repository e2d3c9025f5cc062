import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { kinds, pageBytes } from '../src/site/budgets/page-bytes.ts';
import { buildSite, rootBuild } from './build-site.ts';
import { findChromium } from './find-chromium.ts';
import { root } from './run-command.ts';

/** Times of the loading of a page in milliseconds, as the browser reports them; `shift` is a score. */
interface Paint {
  readonly first: number;
  readonly largest: number;
  readonly shift: number;
  readonly blocked: number;
}

/**
 * States for every page what it loads at first, by kind and compressed, and how it is painted on a slow phone: medians of
 * some visits with an empty cache, at 1.6 Mbit/s, 150 ms to the server and a processor four times slower than this one.
 */
export async function benchLoad(visits: number): Promise<void> {
  if ((await buildSite(rootBuild)) !== 0) throw new Error('The site could not be built.');
  const folder = join(root, 'dist');
  const server = serveCompressed(folder).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath: findChromium(process.env), args: ['--no-sandbox'] });
  const header = ['page', ...kinds, 'all, kB', 'first paint', 'largest, ms', 'shift', 'blocked, ms'];
  console.log(header.map(pad).join(''));
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isPage).sort()) {
    const bytes = pageBytes(folder, file, '/');
    const counted = kinds.map((kind) => bytes[kind].bytes / 1000);
    const all = counted.reduce((sum, one) => sum + one, 0);
    const paints: Paint[] = [];
    for (let i = 0; i < visits; i++) paints.push(await visit(browser, origin + file.replace(/index\.html$/, '')));
    const { first, largest, shift, blocked } = medianOf(paints);
    const painted = [first.toFixed(0), largest.toFixed(0), shift.toFixed(3), blocked.toFixed(0)];
    console.log([file, ...[...counted, all].map((one) => one.toFixed(1)), ...painted].map(pad).join(''));
  }
  await browser.close();
  server.close();
}

const isPage = (file: string) => file.endsWith('index.html');

function pad(text: string, i: number): string {
  return i === 0 ? text.padEnd(40) : text.padStart(13);
}

async function visit(browser: Browser, address: string): Promise<Paint> {
  const screen = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true };
  const context = await browser.newContext({ ...screen, serviceWorkers: 'block' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const paint = { first: 0, largest: 0, shift: 0, blocked: 0 };
    Object.assign(globalThis, { paint });
    const watch = (type: string, note: (entry: PerformanceEntry & { readonly value?: number }) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    watch('paint', ({ name, startTime }) => {
      if (name === 'first-contentful-paint') paint.first = startTime;
    });
    watch('largest-contentful-paint', ({ startTime }) => {
      paint.largest = startTime;
    });
    watch('layout-shift', ({ value = 0 }) => {
      paint.shift += value;
    });
    watch('longtask', ({ startTime, duration }) => {
      if (startTime >= paint.first) paint.blocked += duration - 50;
    });
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const paint = await page.evaluate(() => (globalThis as unknown as { paint: Paint }).paint);
  await context.close();
  return paint;
}

function medianOf(paints: readonly Paint[]): Paint {
  const middle = (read: (paint: Paint) => number) =>
    paints.map(read).sort((a, b) => a - b)[Math.floor(paints.length / 2)] ?? Number.NaN;
  return {
    first: middle(({ first }) => first),
    largest: middle(({ largest }) => largest),
    shift: middle(({ shift }) => shift),
    blocked: middle(({ blocked }) => blocked),
  };
}

/** Serves a built site as a host does: text compressed. */
function serveCompressed(folder: string): Server {
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const type = types[extname(name)];
    try {
      const bytes = readFileSync(join(folder, name));
      response.writeHead(200, {
        'content-type': type ?? 'application/octet-stream',
        ...(type && { 'content-encoding': 'gzip' }),
      });
      response.end(type ? gzipSync(bytes) : bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
}

/** The types of the files that are compressed. */
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
