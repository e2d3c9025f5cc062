import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { explorables } from '../../src/explorables/explorables.ts';
import type { Position } from '../../src/explorables/kit/state-link.ts';
import { shortenNumbers } from '../../src/figures/render/shorten-numbers.ts';
import { isWhole, sampleOf } from '../depth.ts';
import { cover, traitsOf } from '../explorables/explorable-traits.ts';
import { type ElementTree, elementTree } from '../figures/element-tree.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { onlyHeader } from './only-explorables.ts';
import { lessonPaths, pageUrl, siteFile } from './sites.ts';

/** One explorable as it stands in a page of the built site. */
export interface PlacedExplorable {
  readonly path: string;
  readonly id: string;
  readonly runs: boolean;
  readonly traits: ReadonlySet<string>;
}

/** Every explorable of the site, wherever a lesson shows it: a new one is toured without another line here. */
export const placed: readonly PlacedExplorable[] = (await Promise.all(lessonPaths.map(placedIn))).flat();

async function placedIn(path: string): Promise<PlacedExplorable[]> {
  const tags = readFileSync(siteFile(`${path.slice(1)}index.html`), 'utf8').matchAll(/<calculus-explorable [^>]*>/g);
  return Promise.all(
    [...tags].map(async ([tag]) => {
      const element = parseHTML(tag).document.querySelector('calculus-explorable');
      const attribute = (name: string) => element?.getAttribute(name) ?? '';
      const load = explorables[attribute('data-name')];
      if (load === undefined) throw new Error(`${path} shows ${tag}, which no definition has`);
      const [explorable, position] = [await load(), JSON.parse(attribute('data-initial')) as Position];
      const runs = explorable.speed !== undefined;
      return { path, id: attribute('id'), runs, traits: traitsOf(explorable, position) };
    }),
  );
}

/**
 * As few explorables as have every trait whose name begins with one of these words: `handle`, `run: none`. What goes
 * through the element that draws them all is shown by one of each kind.
 */
export function oneOfEach(...words: readonly string[]): PlacedExplorable[] {
  return cover(placed, ({ traits }) => withWords(traits, words));
}

/** The same, and all explorables in a whole run. */
export function touredBy(...words: readonly string[]): readonly PlacedExplorable[] {
  return isWhole ? placed : oneOfEach(...words);
}

/** Lessons that show one of each kind; all that show explorables in a whole run. */
export function lessonsBy(...words: readonly string[]): readonly string[] {
  const shown = Map.groupBy(placed, ({ path }) => path);
  const paths = [...shown.keys()];
  if (isWhole) return paths;
  const traitsIn = (path: string) => new Set((shown.get(path) ?? []).flatMap(({ traits }) => [...traits]));
  return cover(paths, (path) => withWords(traitsIn(path), words));
}

/** Some lessons with their explorables, for a family of tests that goes through all of a lesson; in a whole run every one. */
export function lessonsWithExplorables(family: string): readonly (readonly [path: string, PlacedExplorable[]])[] {
  return sampleOf(family, [...Map.groupBy(placed, ({ path }) => path)], ([path]) => path);
}

function withWords(traits: ReadonlySet<string>, words: readonly string[]): ReadonlySet<string> {
  return new Set([...traits].filter((trait) => words.some((word) => trait.startsWith(word))));
}

/** The explorable with the most traits: for what does not depend on any of them. */
export const richest: PlacedExplorable = placed.reduce((a, b) => (b.traits.size > a.traits.size ? b : a));

/** For what the element that draws them all does: one, and in a whole run one with each kind of control, handle and run. */
export const drawn: readonly PlacedExplorable[] = isWhole ? oneOfEach('control', 'handle', 'run') : [richest];

/** Opens the lesson at an explorable and waits until it is alive. */
export async function openInLesson(page: Page, { path, id }: PlacedExplorable, query = ''): Promise<Locator> {
  await page.goto(`${pageUrl(path)}${query}#${id}`);
  const element = page.locator(`[id="${id}"]`);
  await element.scrollIntoViewIfNeeded();
  await whenLive(element);
  await fontsArrived(page);
  return element;
}

/** Waits until an explorable is alive, with the pointer in motion: in view at the opening, it waits for a sign of a reader. */
export async function whenLive(element: Locator): Promise<void> {
  const { mouse } = element.page();
  let x = 0;
  await expect(async () => {
    x = 1 - x;
    await mouse.move(x, 0);
    expect(await element.getAttribute('data-live')).toBe('ready');
  }).toPass({ intervals: [50] });
}

/**
 * Opens an explorable in its lesson's page, from which all else was taken out: most of what a test would wait for is the
 * layout of the lesson. Play takes a step when the test calls {@link tick}, and not by the clock.
 */
export async function openAlone(page: Page, explorable: PlacedExplorable, query = ''): Promise<Locator> {
  await page.addInitScript(intervalsByHand);
  // By the server, and not by a route: with one, the browser asks the test about each of the page's fifty files.
  await page.setExtraHTTPHeaders({ [onlyHeader]: explorable.id });
  return openInLesson(page, explorable, query);
}

/** As {@link openAlone}, with several explorables of a lesson. */
export async function openTogether(
  page: Page,
  path: string,
  explorables: readonly PlacedExplorable[],
): Promise<Locator[]> {
  await page.setExtraHTTPHeaders({ [onlyHeader]: explorables.map(({ id }) => id).join() });
  await page.goto(pageUrl(path));
  const elements = explorables.map(({ id }) => page.locator(`[id="${id}"]`));
  for (const element of elements) {
    await element.scrollIntoViewIfNeeded();
    await whenLive(element);
  }
  await fontsArrived(page);
  return elements;
}

/**
 * What an explorable shows now, as text: its numbers and its picture. Where the pointer happens to be lights a term, which
 * is left out.
 */
export async function stateOf(element: Locator): Promise<string> {
  // An equation of a new form follows the rest.
  await expect(element.locator('[data-part=equation]')).not.toHaveAttribute('aria-busy');
  const words = await element
    .locator('[data-part=readouts], [data-part=equation] .katex-html, [data-part=step]')
    .evaluateAll((all) => all.map((part) => part.textContent));
  const pictures = shortened(await element.locator('[data-part=pictures]').evaluate(elementTree));
  const unlit = JSON.stringify(pictures)
    .replaceAll('"class":"is-lit",', '')
    .replaceAll(' is-lit', '')
    .replaceAll('"class":"",', '');
  return [...words, unlit].join('\n');
}

/** Drawings as plain data, to be compared with those of another page. */
export async function drawingsOf(pictures: Locator): Promise<ElementTree[]> {
  return Promise.all((await pictures.all()).map((picture) => picture.evaluate(elementTree)));
}

/** Drawings of a live explorable as plain data, to be compared with those of the build. */
export async function shortenedDrawingsOf(pictures: Locator): Promise<ElementTree[]> {
  return Promise.all((await pictures.all()).map(async (picture) => shortened(await picture.evaluate(elementTree))));
}

/** A drawing with its coordinates shortened as the build shortens them: in the browser they are exact. */
function shortened({ name, attributes, children }: ElementTree): ElementTree {
  const short: Record<string, string> = { ...attributes };
  shortenNumbers({
    getAttributeNames: () => Object.keys(short),
    getAttribute: (key) => short[key] ?? null,
    setAttribute: (key, value) => {
      short[key] = value;
    },
  });
  return {
    name,
    attributes: short,
    children: children.map((child) => (typeof child === 'string' ? child : shortened(child))),
  };
}

/** Waits for the next frame to be drawn. */
export async function frame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Shows the controls, as a reader does before a guess or after it. */
export async function explore(element: Locator): Promise<void> {
  const tab = element.locator('[data-do=controls]');
  if ((await tab.count()) > 0) await tab.click();
  await frame(element.page());
}

/** As {@link openAlone}, with the controls instead of the question. */
export async function openControls(page: Page, explorable: PlacedExplorable, query = ''): Promise<Locator> {
  const element = await openAlone(page, explorable, query);
  await explore(element);
  return element;
}

/** What a guess can be made with: a slider, a choice, or a button that moves a thing up. */
export function guessControl(element: Locator): Locator {
  return element.locator('[data-part=guess]').locator('[type=range], [type=radio], [data-move="1"]').first();
}

/** Makes a guess with the keyboard. */
export async function guessByKey(element: Locator): Promise<void> {
  const control = guessControl(element);
  const kind = await control.evaluate((one) => (one instanceof HTMLInputElement ? one.type : 'button'));
  await control.press({ range: 'ArrowRight', radio: ' ' }[kind] ?? 'Enter');
}

/** Puts what is called at intervals into the hands of the test. */
function intervalsByHand(): void {
  const intervals = new Map<number, () => void>();
  let count = 0;
  Object.assign(window, {
    intervals,
    setInterval: (act: () => void) => {
      count += 1;
      intervals.set(count, act);
      return count;
    },
    clearInterval: (id: number) => intervals.delete(id),
  });
}

/** Lets one interval pass. Returns how many were waiting for it. */
export function tick(page: Page): Promise<number> {
  return page.evaluate(() => {
    const intervals: (() => void)[] = [...Reflect.get(window, 'intervals').values()];
    for (const act of intervals) act();
    return intervals.length;
  });
}
