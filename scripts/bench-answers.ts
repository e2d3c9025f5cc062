import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from '@playwright/test';
import { preview } from 'astro';
import { type LinePuzzle, solutionOf } from '../src/exercises/line-puzzle.ts';
import { findChromium } from './find-chromium.ts';
import { root } from './run-command.ts';

/**
 * Times the checks of the exercises of the built site in Chromium, once Python is up: from pressing Check to the answer
 * in the page. Each exercise is checked with its starter and with its solution. `npm run bench answers [runs of each]`
 */
export async function benchAnswers(runs: number): Promise<void> {
  if (!existsSync(`${root}/dist/index.html`)) throw new Error('There is no built site. Run `npm run build` first.');
  const server = await preview({ root, logLevel: 'error' });
  const browser = await chromium.launch({
    executablePath: findChromium(process.env),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  });
  try {
    const times = await checkAll(browser, `http://localhost:${server.port}`, runs);
    console.log(`\n${'all checks'.padEnd(40)} ${spread(times)}`);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function checkAll(browser: Browser, origin: string, runs: number): Promise<number[]> {
  const page = await browser.newPage();
  await page.goto(`${origin}/map/`);
  const links = await page
    .locator('a[href*="/guide/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  const all: number[] = [];
  console.log(`From Check to the answer, in ms: medians of ${runs} starters and ${runs} solutions (least to most)`);
  for (const path of new Set(links.map((href) => new URL(href, origin).pathname))) {
    await page.goto(origin + path);
    for (const name of await page
      .locator('checked-exercise')
      .evaluateAll((ones) => ones.map((one) => one.getAttribute('data-name') ?? ''))) {
      const times = await checkOne(page, name, runs);
      console.log(`${name.padEnd(40)} ${spread(times)}`);
      all.push(...times);
    }
  }
  return all;
}

/** The first check starts Python, and is not counted. */
async function checkOne(page: Page, name: string, runs: number): Promise<number[]> {
  const exercise = page.locator(`checked-exercise[data-name="${name}"]`);
  await exercise.scrollIntoViewIfNeeded();
  await exercise.locator('.exercise-check').waitFor();
  const cell = exercise.locator('python-cell[data-check]');
  const lines = (await cell.getAttribute('data-lines')) ?? '';
  const starter = await cell.evaluate((element): string => Reflect.get(element, 'code'));
  const times: number[] = [];
  for (const code of [starter, solutionOf(JSON.parse(lines) as LinePuzzle)]) {
    await cell.evaluate((element, text) => Reflect.get(element, 'propose').call(element, text), code);
    for (let i = 0; i <= runs; i++) {
      const took = await exercise.evaluate(pressCheck);
      if (i > 0) times.push(took);
    }
  }
  return times;
}

/** Milliseconds from Check to the answer, measured in the page. */
async function pressCheck(exercise: Element): Promise<number> {
  const feedback = exercise.querySelector('.exercise-feedback');
  const answered = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (feedback?.childElementCount === 0) return;
      observer.disconnect();
      resolve();
    });
    if (feedback) observer.observe(feedback, { childList: true });
  });
  const began = performance.now();
  exercise.querySelector<HTMLButtonElement>('.exercise-check')?.click();
  await answered;
  return performance.now() - began;
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const place = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN).toFixed(0);
  return `${place(0.5).padStart(6)}  (${place(0)} – ${place(1)}; 95 %: ${place(0.95)})`;
}
