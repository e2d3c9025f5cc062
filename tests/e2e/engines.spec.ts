import { expect } from '@playwright/test';
import { findEngines } from '../../scripts/find-engines.ts';
import type { Engine } from '../engines/engine.ts';
import { openFirefox } from '../engines/open-firefox.ts';
import { openWebKit } from '../engines/open-webkit.ts';
import { Reader } from '../engines/reader.ts';
import { startTimeout } from './cell.ts';
import { InterferedSite, noNetwork } from './keeping-server.ts';
import { test } from './warm.ts';

const { firefox, webkit } = findEngines(process.env);

/** The engines beside that of all other browser tests, by name, and how to open each if it is installed. */
const engines: Readonly<Record<string, (() => Promise<Engine>) | undefined>> = {
  Firefox: firefox === undefined ? undefined : () => openFirefox(firefox),
  WebKitGTK: webkit && (() => openWebKit(webkit)),
};

const lesson = '/guide/derivatives/';
const fonts = ['Source Serif 4 Variable', 'Source Sans 3 Variable', 'KaTeX_Main'];
const cell = 'python-cell[data-example="nudge"]';
const otherCell = 'python-cell[data-example="shrinking-nudge"]';
const exercise = 'checked-exercise[data-name="numerical-derivative"]';
const exerciseCell = 'python-cell[data-example="exercise-numerical-derivative"]';
const explorable = '#explorable-secant-tangent';
const slider = '#secant-tangent-x';

for (const [name, open] of Object.entries(engines)) {
  // One page for all of it: Python starts once.
  test(`${name}: a lesson is read, run, stopped, explored, practised, and opened without a network`, async () => {
    test.skip(open === undefined, `${name} is not installed`);
    test.setTimeout(4 * startTimeout);
    const site = new InterferedSite();
    await site.start();
    const engine = await open?.();
    if (engine) await useLesson(engine, site).finally(() => engine.close());
    await site.stop();
  });
}

async function useLesson(engine: Engine, site: InterferedSite): Promise<void> {
  const reader = new Reader(engine);
  await test.step('a lesson is read', async () => {
    await engine.open(site.origin + lesson);
    await reader.sees('h1', /Derivatives/);
    const sizes = ['main .katex', 'main figure svg'].map((one) => engine.evaluate(heightOf, one));
    for (const height of await Promise.all(sizes)) expect(height).toBeGreaterThan(10);
    await expect.poll(() => engine.evaluate(loadedFonts)).toEqual(expect.arrayContaining(fonts));
    // Shortened for newer browsers only, the styles lost this in Safari.
    expect(await engine.evaluate(lineUnder, '.lesson-menu-button')).toBe('underline');
  });
  await test.step('a cell runs and prints', async () => {
    await reader.pressesButton(cell, 'Run');
    await reader.sees(`${cell} .cell-status`, /same as the lesson/);
    await reader.sees(`${cell} .cell-output`, /\d/);
  });
  await test.step('a run is stopped', async () => {
    await reader.writes(otherCell, 'while True: pass');
    await reader.pressesButton(otherCell, 'Run');
    await reader.pressesButton(otherCell, 'Stop');
    await reader.sees(`${otherCell} .cell-status`, /^Stopped after .+ s\.$/);
  });
  await test.step('an explorable moves by keyboard', async () => {
    await reader.pressesButton(explorable, 'Controls');
    const before = await engine.evaluate(partsOf, explorable);
    await reader.presses(slider, 'Home', 'ArrowRight');
    const unchanged = async () => {
      const now = await engine.evaluate(partsOf, explorable);
      return Object.keys(before).filter((part) => now[part] === before[part]);
    };
    await expect.poll(unchanged, { timeout: startTimeout }).toEqual([]);
    expect(await engine.evaluate(inputValue, slider)).toBe('1');
  });
  await test.step('an exercise answers a wrong and a right answer', async () => {
    const feedback = `${exercise} .exercise-feedback`;
    await reader.pressesButton(exerciseCell, 'Check');
    await reader.sees(feedback, /Not yet/);
    await reader.writes(exerciseCell, 'numerical_derivative = lambda f, x: (f(x + 1e-5) - f(x - 1e-5)) / 2e-5');
    await reader.pressesButton(exerciseCell, 'Check');
    await reader.sees(feedback, /Right/);
  });
  await test.step('the lesson, once opened, works without a network', async () => {
    await expect.poll(() => engine.evaluate(workerState), { timeout: startTimeout }).toBe('activated');
    // What the page was made of at first was fetched before the worker answered for it.
    await engine.open(site.origin + lesson);
    await expect.poll(() => engine.evaluate(notKept), { timeout: startTimeout }).toEqual([]);
    site.interfere = noNetwork;
    await engine.open(site.origin + lesson);
    await reader.pressesButton(cell, 'Run');
    await reader.sees(`${cell} .cell-status`, /same as the lesson/);
  });
}

function heightOf(selector: string): number {
  return document.querySelector(selector)?.getBoundingClientRect().height ?? 0;
}

/** The families of which the page has fetched a font: `src/site/font-script.ts` brings them. */
function loadedFonts(): string[] {
  const loaded = [...document.fonts].filter(({ status }) => status === 'loaded');
  return loaded.map(({ family }) => family.replaceAll('"', ''));
}

/** The content of the parts of an explorable that follow its sliders. */
function partsOf(explorable: string): Record<string, string> {
  const names = ['pictures', 'equation', 'readouts', 'sentence'];
  const content = (name: string) => document.querySelector(`${explorable} [data-part="${name}"]`)?.innerHTML ?? '';
  return Object.fromEntries(names.map((name) => [name, content(name)]));
}

function inputValue(input: string): string | undefined {
  return document.querySelector<HTMLInputElement>(input)?.value;
}

function lineUnder(link: string): string {
  const element = document.querySelector(link);
  return element ? getComputedStyle(element).textDecorationLine : `there is no ${link}`;
}

function workerState(): string | undefined {
  return navigator.serviceWorker.controller?.state;
}

/** The addresses of the files of the page that its service worker has not kept. */
async function notKept(): Promise<string[]> {
  const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  const kept = new Set(all.flat().map(({ url }) => url));
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
  return [location.href, ...loaded].filter((url) => url.startsWith(location.origin) && !kept.has(url));
}
