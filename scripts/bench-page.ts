import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { preview } from 'astro';
import { buildSite, rootBuild } from './build-site.ts';
import { root } from './run-command.ts';

/**
 * Times Python in the page against stock Pyodide, in the same browser and in turns: from the first Run to the output with
 * an empty cache and with a warm one, and a Run when Python is up. Prints medians and ratios.
 */
export async function benchPage(runs: number): Promise<void> {
  if ((await buildSite(rootBuild)) !== 0) throw new Error('The site could not be built.');
  const server = await preview({ root, logLevel: 'error' });
  const origin = `http://localhost:${server.port}`;
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const times: Record<string, number[]> = {};
  const note = (name: string, milliseconds: number) => {
    times[name] ??= [];
    times[name].push(milliseconds);
  };
  for (let i = 0; i < runs; i++) {
    const ours = await browser.newContext();
    await benchCell(ours, origin, note);
    await ours.close();
    const stock = await browser.newContext();
    await benchStock(stock, origin, note);
    await stock.close();
  }
  await browser.close();
  await server.stop();
  report(times, runs);
}

type Note = (name: string, milliseconds: number) => void;

async function benchCell(context: BrowserContext, origin: string, note: Note): Promise<void> {
  const page = await context.newPage();
  for (const visit of ['empty cache', 'warm cache']) {
    await page.goto(`${origin}/guide/derivatives/`);
    await page.locator('python-cell .cell-run').first().scrollIntoViewIfNeeded();
    note(`ours, ${visit}`, await runFirstCell(page));
  }
  for (let i = 0; i < 5; i++) note('ours, Python is up', await runFirstCell(page));
}

/** Milliseconds from the press of Run to the sentence that says how it went, on the page's own clock. */
function runFirstCell(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const cell = document.querySelector('python-cell');
    const began = performance.now();
    cell?.removeAttribute('data-judged');
    cell?.querySelector<HTMLButtonElement>('.cell-run')?.click();
    while (!cell?.hasAttribute('data-judged') || cell.hasAttribute('data-running')) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return performance.now() - began;
  });
}

const stockFiles: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>stock</title>',
  'worker.mjs': `import { loadPyodide } from './pyodide.mjs';
    const python = await loadPyodide();
    postMessage(python.runPython('sum(range(10))'));
    onmessage = ({ data }) => postMessage(python.runPython(data));`,
};

async function benchStock(context: BrowserContext, origin: string, note: Note): Promise<void> {
  const page = await context.newPage();
  await page.route('**/stock/**', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) || 'index.html';
    const body = stockFiles[name] ?? readFileSync(join(root, 'node_modules', 'pyodide', name));
    await route.fulfill({ body, contentType: typeOf(name) });
  });
  for (const visit of ['empty cache', 'warm cache']) {
    await page.goto(`${origin}/stock/index.html`);
    const time = await page.evaluate(async () => {
      const began = performance.now();
      const worker = new Worker('/stock/worker.mjs', { type: 'module' });
      await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
      return performance.now() - began;
    });
    note(`stock, ${visit}`, time);
  }
}

function typeOf(name: string): string {
  if (name.endsWith('.html')) return 'text/html';
  if (name.endsWith('.mjs')) return 'text/javascript';
  return name.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
}

function report(times: Readonly<Record<string, readonly number[]>>, runs: number): void {
  const median = (name: string) =>
    [...(times[name] ?? [])].sort((a, b) => a - b)[Math.floor((times[name]?.length ?? 0) / 2)] ?? 0;
  console.log(`From Run to the output in Chromium; medians of ${runs} visits (least to most), milliseconds`);
  for (const [name, all] of Object.entries(times)) {
    const spread = `${Math.min(...all).toFixed(0)} – ${Math.max(...all).toFixed(0)}`;
    console.log(`${name.padEnd(22)} ${median(name).toFixed(0).padStart(6)}  (${spread})`);
  }
  for (const visit of ['empty cache', 'warm cache']) {
    console.log(`stock ÷ ours, ${visit}: ${(median(`stock, ${visit}`) / median(`ours, ${visit}`)).toFixed(2)}`);
  }
}
