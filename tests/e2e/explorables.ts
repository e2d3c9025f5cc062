import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { shortenNumbers } from '../../src/figures/render/shorten-numbers.ts';
import { isWhole } from '../depth.ts';
import { type ElementTree, elementTree } from '../figures/element-tree.ts';
import { lessonPaths, pageUrl, siteFile } from './sites.ts';

/** One explorable as it stands in a page of the built site. */
export interface PlacedExplorable {
  readonly path: string;
  readonly id: string;
  readonly runs: boolean;
  /** Whether it runs, and which sorts of controls it has: what the element that draws it does differently. */
  readonly kind: string;
  /** How its question is answered: by a choice, an order, or a number of sliders. */
  readonly question: string;
}

/** Every explorable of the site, wherever a lesson shows it: a new one is toured without another line here. */
export const placed: readonly PlacedExplorable[] = lessonPaths.flatMap((path) => {
  const { document } = parseHTML(readFileSync(siteFile(`${path.slice(1)}index.html`), 'utf8'));
  return [...document.querySelectorAll('calculus-explorable')].map((element) => {
    const has = (selector: string) => element.querySelector(selector) !== null;
    const runs = has('[data-part=scrubber]');
    const controls = ['.choice-fields', '[type=text]', '[type=checkbox]'].filter((one) =>
      has(`.explorable-controls ${one}`),
    );
    const sliders = element.querySelectorAll('[data-part=guess] [type=range]').length;
    const question = ['[type=radio]', '.order-item'].find((one) => has(`[data-part=guess] ${one}`)) ?? `${sliders}`;
    return { path, id: element.id, runs, kind: `${runs} ${controls.join()}`, question };
  });
});

/** The first explorable of each kind. */
export const onePerKind: readonly PlacedExplorable[] = firstOfEach(({ kind }) => kind);

/** What goes through the element that draws them all, and not through what each says: all of them in a whole run. */
export const toured: readonly PlacedExplorable[] = isWhole ? placed : onePerKind;

/** The first explorable of each kind of question. */
export const onePerQuestion: readonly PlacedExplorable[] = firstOfEach(({ question }) => question);

function firstOfEach(keyOf: (explorable: PlacedExplorable) => string): PlacedExplorable[] {
  return [...Map.groupBy(placed, keyOf).values()].flatMap(([first]) => first ?? []);
}

/** Opens the lesson at an explorable and waits until it is alive. */
export async function openInLesson(page: Page, { path, id }: PlacedExplorable, query = ''): Promise<Locator> {
  await page.goto(`${pageUrl(path)}${query}#${id}`);
  const element = page.locator(`[id="${id}"]`);
  await element.scrollIntoViewIfNeeded();
  await page.locator(`[id="${id}"][data-live=ready]`).waitFor();
  return element;
}

/**
 * Opens an explorable in its lesson's page, from which all else was taken out: most of what a test would wait for is the
 * layout of the lesson. Play takes a step when the test calls {@link tick}, and not by the clock.
 */
export async function openAlone(page: Page, explorable: PlacedExplorable, query = ''): Promise<Locator> {
  const body = pageOf(explorable);
  await page.addInitScript(intervalsByHand);
  await page.route(
    ({ pathname }) => pathname === explorable.path,
    (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
  return openInLesson(page, explorable, query);
}

/** The page of a lesson with nothing in its main part but one explorable, what that stands in, and the scripts. */
function pageOf({ path, id }: PlacedExplorable): string {
  const known = pages.get(path + id);
  if (known !== undefined) return known;
  const { document } = parseHTML(readFileSync(siteFile(`${path.slice(1)}index.html`), 'utf8'));
  let kept: Element | null = document.getElementById(id);
  while (kept?.parentElement && kept.tagName !== 'MAIN') {
    for (const other of [...kept.parentElement.children]) {
      if (other === kept || other.tagName === 'SCRIPT') continue;
      // A script stands where it is first needed, which may be in one of these.
      other.replaceWith(...other.querySelectorAll('script'));
    }
    kept = kept.parentElement;
  }
  const html = document.toString();
  pages.set(path + id, html);
  return html;
}

const pages = new Map<string, string>();

/**
 * What an explorable shows now, as text: its numbers and its picture. Where the pointer happens to be lights a term, which
 * is left out.
 */
export async function stateOf(element: Locator): Promise<string> {
  const words = await element
    .locator('[data-part=readouts], [data-part=equation], [data-part=step]')
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
