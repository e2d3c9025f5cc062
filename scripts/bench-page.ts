import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { buildSite, rootBuild } from './build-site.ts';
import { findChromium } from './find-chromium.ts';
import { root } from './run-command.ts';

/**
 * Times Python in the page against stock Pyodide, in the same browser and in turns: from the first Run to the output with
 * an empty cache and with a warm one, a Run when Python is up, and the duration of Stop. Both are served with
 * headers that allow caching, and each visit starts a new browser, with a profile on disk that the second visit reuses.
 * Prints medians, ratios and bytes.
 */
export async function benchPage(runs: number): Promise<void> {
  if ((await buildSite(rootBuild)) !== 0) throw new Error('The site could not be built.');
  const server = await serve();
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const measures: Measures = new Map();
  const folder = join(root, '.cache', 'bench');
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < runs; i++) {
    for (const { name, visit } of contestants) {
      const profile = mkdtempSync(join(folder, 'profile-'));
      for (const cache of caches) {
        const browser = await open(profile);
        const note = (what: string, value: number) => add(measures, `${name}, ${what}`, value);
        server.sent = 0;
        await visit(browser, { origin, cache }, note);
        note(`${cache}, kB sent`, server.sent / 1000);
        await browser.close();
      }
      rmSync(profile, { recursive: true });
    }
  }
  server.close();
  report(measures, runs);
}

const caches = ['empty cache', 'warm cache'] as const;

type Measures = Map<string, number[]>;
type Note = (what: string, value: number) => void;
interface Occasion {
  /** The server's address. */
  readonly origin: string;
  /** Whether there was a visit before. */
  readonly cache: (typeof caches)[number];
}
type Visit = (browser: BrowserContext, occasion: Occasion, note: Note) => Promise<void>;

function add(measures: Measures, name: string, value: number): void {
  measures.set(name, [...(measures.get(name) ?? []), value]);
}

function open(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath: findChromium(process.env),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
}

const contestants: readonly { readonly name: string; readonly visit: Visit }[] = [
  { name: 'ours', visit: visitOurs },
  { name: 'stock', visit: visitStock },
];

/** Both run the first cell of this lesson. */
const lesson = '/guide/derivatives/';

async function visitOurs(browser: BrowserContext, { origin, cache }: Occasion, note: Note): Promise<void> {
  const page = await browser.newPage();
  await page.goto(origin + lesson, { waitUntil: 'networkidle' });
  note(cache, await page.evaluate(runFirstCell));
  for (let i = 0; i < 5; i++) note('Python is up', await page.evaluate(runFirstCell));
  if (cache === 'warm cache') for (const code of endless) await stopAndRun(page, code, note);
  // The cache for the next visit is written after the output is shown.
  await page.waitForTimeout(2000);
}

/** Milliseconds from Run to the result, measured in the page. */
async function runFirstCell(): Promise<number> {
  const cell = document.querySelector('python-cell');
  const began = performance.now();
  cell?.removeAttribute('data-judged');
  cell?.querySelector<HTMLButtonElement>('.cell-run')?.click();
  while (!cell?.hasAttribute('data-judged') || cell.hasAttribute('data-running')) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return performance.now() - began;
}

/** Programs that do not end, by the names under which they are reported. */
const endless: readonly { readonly name: string; readonly code: string }[] = [
  { name: 'while True: pass', code: 'while True:\n    pass' },
  { name: 'a flood of prints', code: 'while True:\n    print()' },
  {
    name: 'a long array operation',
    code: 'import numpy as np\na = np.ones((600, 600))\na @ a @ a @ a',
  },
];

async function stopAndRun(page: Page, { name, code }: (typeof endless)[number], note: Note): Promise<void> {
  const cell = page.locator('python-cell').first();
  await cell.evaluate((element, text) => Reflect.get(element, 'propose').call(element, text), code);
  await cell.locator('.cell-run').click();
  await cell.locator('.cell-status', { hasText: 'Running' }).waitFor();
  await page.waitForTimeout(1000);
  note(
    `Stop of ${name}`,
    await cell.evaluate(async (element) => {
      const began = performance.now();
      element.querySelector<HTMLButtonElement>('.cell-stop')?.click();
      while (element.hasAttribute('data-running')) await new Promise((resolve) => setTimeout(resolve, 1));
      return performance.now() - began;
    }),
  );
  await cell.evaluate((element) => Reflect.get(element, 'propose').call(element, 'print(1)'));
  note(`Run after Stop of ${name}`, await page.evaluate(runFirstCell));
}

async function visitStock(browser: BrowserContext, { origin, cache }: Occasion, note: Note): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${origin}/stock/`);
  note(cache, await page.evaluate(startStock));
  for (let i = 0; i < 5; i++) note('Python is up', await page.evaluate(runStock));
  await page.waitForTimeout(2000);
}

/** Runs in the page. */
async function startStock(): Promise<number> {
  const began = performance.now();
  const worker = new Worker('/stock/worker.mjs', { type: 'module' });
  Object.assign(window, { worker });
  await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  return performance.now() - began;
}

/** Runs in the page. */
async function runStock(): Promise<number> {
  const worker: Worker = Reflect.get(window, 'worker');
  const began = performance.now();
  worker.postMessage('run');
  await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  return performance.now() - began;
}

/** Stock Pyodide as in its documentation: a worker that loads it and runs the same code. */
function stockFile(name: string): string | Buffer {
  if (name === '') return '<!doctype html><title>stock</title>';
  if (name !== 'worker.mjs') return readFileSync(join(root, 'node_modules', 'pyodide', name));
  const html = readFileSync(join(root, 'dist', lesson, 'index.html'), 'utf8');
  return `import { loadPyodide } from './pyodide.mjs';
    const code = ${JSON.stringify(firstCode(html))};
    const python = await loadPyodide({ stdout: () => {} });
    const run = () => { python.runPython(code); postMessage('ran'); };
    onmessage = run;
    run();`;
}

function firstCode(html: string): string {
  return parseHTML(html).document.querySelector('python-cell .code-source')?.textContent ?? '';
}

/** Serves the built site and stock Pyodide with headers that allow caching, and counts the bytes that it sends. */
async function serve(): Promise<Server & { sent: number }> {
  const server = Object.assign(
    createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
      const isStock = pathname.startsWith('/stock/');
      let body: string | Buffer;
      try {
        body = isStock ? stockFile(pathname.slice('/stock/'.length)) : readFileSync(join(root, 'dist', name));
      } catch {
        response.writeHead(404).end();
        return;
      }
      server.sent += body.length;
      const isPage = name.endsWith('.html');
      response.writeHead(200, {
        'content-type': types[extname(name)] ?? 'application/octet-stream',
        'cache-control': isPage ? 'no-cache' : 'max-age=31536000, immutable',
      });
      response.end(body);
    }),
    { sent: 0 },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

function report(measures: Measures, runs: number): void {
  const median = (name: string) => {
    const sorted = [...(measures.get(name) ?? [])].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  console.log(
    `Python in Chromium; medians of ${runs} first and second visits (least to most), in ms unless stated otherwise`,
  );
  for (const [name, all] of measures) {
    const spread = `${Math.min(...all).toFixed(0)} – ${Math.max(...all).toFixed(0)}`;
    console.log(`${name.padEnd(46)} ${median(name).toFixed(0).padStart(6)}  (${spread})`);
  }
  for (const cache of caches) {
    console.log(`stock ÷ ours, ${cache}: ${(median(`stock, ${cache}`) / median(`ours, ${cache}`)).toFixed(2)}`);
  }
}
