import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium } from '@playwright/test';
import { preview } from 'astro';
import { timeFrames, wake } from './bench-frames.ts';
import { findChromium } from './find-chromium.ts';
import { root } from './run-command.ts';

/**
 * Measures the explorables of the built site in Chromium: their heights, the JavaScript of a lesson before and after they
 * are loaded, and the work from an input to its frame. `npm run bench explorables [part of an id] [inputs]`
 */
const wanted = process.argv[2] ?? '';
const inputs = Number(process.argv[3] ?? 100);
/** Slowdowns: none, and that of a cheap phone. */
const slowdowns = [1, 4] as const;

if (!existsSync(`${root}/dist/index.html`)) throw new Error('There is no built site. Run `npm run build` first.');

const server = await preview({ root, logLevel: 'error' });
const origin = `http://localhost:${server.port}`;
const browser = await chromium.launch({
  executablePath: findChromium(process.env),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});

try {
  const lessons = await explorablesByLesson(browser);
  console.log('Heights in a window of 1280 × 720, and on a phone 360 px wide');
  for (const [path, ids] of lessons) {
    const [wide, narrow] = [await heightsIn(browser, path, 1280), await heightsIn(browser, path, 360)];
    ids.forEach((id, i) => {
      console.log(`${id.padEnd(32)} ${wide[i]} px  ${narrow[i]} px`);
    });
  }
  console.log('\nJavaScript of a lesson, gzip: as it opens, and with all its explorables loaded');
  for (const [path, ids] of lessons) {
    const { before, after } = await weigh(browser, path, ids);
    console.log(`${path.padEnd(32)} ${kilobytes(before)} → ${kilobytes(after)}`);
  }
  console.log('\nScript, style and layout in ms of the processor, by all controls in turn: to the frame, and after it');
  for (const [path, ids] of lessons) {
    for (const id of ids.filter((one) => one.includes(wanted))) {
      for (const slowdown of slowdowns) {
        const { frame, after } = await timeFrames(browser, { address: origin + path, id }, { slowdown, inputs });
        const shown = [frame, after].map((one) => `${middle(one, 0.5)} (95 %: ${middle(one, 0.95)})`.padEnd(20));
        console.log(`${id.padEnd(32)} ${slowdown}×  ${shown.join(' ')}`);
      }
    }
  }
} finally {
  await browser.close();
  await server.stop();
}

async function explorablesByLesson(within: Browser): Promise<[path: string, ids: string[]][]> {
  const page = await within.newPage({ javaScriptEnabled: false });
  await page.goto(`${origin}/`);
  const links = await page
    .locator('a[href*="/guide/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  const paths = [...new Set(links.map((href) => new URL(href ?? '', origin).pathname))];
  const lessons: [string, string[]][] = [];
  for (const path of paths) {
    await page.goto(origin + path);
    lessons.push([path, await page.locator('calculus-explorable').evaluateAll((all) => all.map(({ id }) => id))]);
  }
  await page.close();
  return lessons.filter(([, ids]) => ids.length > 0);
}

async function heightsIn(within: Browser, path: string, width: number): Promise<number[]> {
  const page = await within.newPage({ viewport: { width, height: 720 } });
  // Opened at a place, a page is laid out whole.
  await page.goto(`${origin}${path}#main`);
  const heights = await page
    .locator('calculus-explorable')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().height)));
  await page.close();
  return heights;
}

async function weigh(within: Browser, path: string, ids: readonly string[]) {
  const page = await within.newPage({ viewport: { width: 1280, height: 720 } });
  const scripts: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js'))
      scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  const loaded = async () => (await Promise.all(scripts)).reduce((sum, bytes) => sum + bytes, 0);
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  const before = await loaded();
  for (const id of ids) await wake(page, id);
  await page.waitForLoadState('networkidle');
  // Later responses are not counted, and the body of one could not be read of a page that is closed.
  page.removeAllListeners('response');
  const after = await loaded();
  await page.close();
  return { before, after };
}

function middle(sorted: readonly number[], part: number): string {
  return (sorted[Math.min(Math.floor(part * sorted.length), sorted.length - 1)] ?? Number.NaN).toFixed(1);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(6)} kB`;
}
