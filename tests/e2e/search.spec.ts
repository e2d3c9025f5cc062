import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { findInPlaces, type Places } from '../../src/core/find-in-places.ts';
import { searchKey } from '../../src/core/search-key.ts';
import { greekLetters, symbolNames } from '../../src/core/symbol-names.ts';
import { onlyWhole } from '../depth.ts';
import { anchorsIn, documentOf } from './built-page.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { InterferedSite, noNetwork } from './keeping-server.ts';
import { originOf, pageUrl, siteFile, sites } from './sites.ts';
import { test } from './warm.ts';

const places: Places = JSON.parse(readFileSync(siteFile('search/places.json'), 'utf8'));
/** The lessons in their order, as the first page lists them. */
const lessons = () =>
  [...documentOf('/').querySelectorAll('[data-lesson-link]')].map((link) => {
    const path = `guide/${link.getAttribute('data-lesson-link')}/`;
    return { path, document: documentOf(path) };
  });
const quickReference = () => documentOf('/reference/quick-reference/');
const glossary = () => documentOf('/glossary/');

/** What is visible in the formulas of a page, sign by sign. */
const signsOf = (document: Document) =>
  [...document.querySelectorAll('main math :is(mi, mo)')].map((one) => one.textContent);
const codeOf = (document: Document) =>
  [...document.querySelectorAll('main code')].map((one) => one.textContent).join('\n');
const pageOf = (query: string, what = query) =>
  findInPlaces(places, query)
    .filter((found) => found.what === what)
    .map(({ address }) => address.replace(/#.*/, ''));

test('every sign and Greek letter of the formulas has a name, and both find its first lesson', () => {
  const inLessons = lessons().map(({ path, document }) => ({ path, signs: signsOf(document) }));
  const all = [...inLessons.flatMap(({ signs }) => signs), ...[quickReference(), glossary()].flatMap(signsOf)];
  const signs = new Set(all.filter((sign) => /^[^\p{ASCII}\p{C}\s]$/u.test(sign)));
  expect(signs.size).toBeGreaterThan(20);
  expect([...signs].filter((sign) => greekLetters.has(sign)).length).toBeGreaterThan(8);
  for (const sign of signs) {
    expect(symbolNames(sign), `src/core/symbol-names.ts has no name for ${sign}`).not.toEqual([]);
    const first = inLessons.find(({ signs }) => signs.includes(sign));
    for (const query of [sign, ...symbolNames(sign)]) {
      if (first) expect(pageOf(query, sign), query).toContain(first.path);
      else expect(findInPlaces(places, query).length, query).toBeGreaterThan(0);
    }
  }
});

test('every name of NumPy in the quick reference finds its first lesson, with and without np', () => {
  const inLessons = lessons().map(({ path, document }) => ({ path, code: codeOf(document) }));
  const names = new Set(codeOf(quickReference()).match(/\bnp\.[\w.]*\w/g));
  expect(names.size).toBeGreaterThan(20);
  for (const name of names) {
    const first = inLessons.find(({ code }) => new RegExp(`\\b${name.replaceAll('.', '\\.')}(?![\\w.])`).test(code));
    for (const query of [name, name.slice('np.'.length)])
      expect(pageOf(query, name)[0], query).toBe(first?.path ?? 'reference/quick-reference/');
  }
});

test('every term of the glossary, and every notation, finds its entry', () => {
  const entries = [...glossary().querySelectorAll('.entry')];
  expect(entries.length).toBeGreaterThan(50);
  for (const entry of entries) {
    const term = entry.querySelector('dt')?.textContent ?? '';
    const found = findInPlaces(places, term).map(({ address }) => address);
    expect(found, term).toContain(`glossary/#${entry.id}`);
  }
  for (const [query, slug] of Object.entries({
    "f'(x)": 'derivative',
    '∇ f': 'gradient',
    '∂f/∂x': 'partial-derivative',
    'x^T': '',
  }))
    if (slug)
      expect(
        findInPlaces(places, query).map(({ address }) => address),
        query,
      ).toContain(`glossary/#${slug}`);
});

test('every place has its anchor, and is in front of what it is the place of', () => {
  for (const [address] of places.places) {
    const [path = '', anchor] = address.split('#');
    if (anchor) expect(anchorsIn(`/${path}`), address).toContain(decodeURIComponent(anchor));
  }
  expect(searchKey('X^⊤')).toBe(searchKey('x⊤'));
});

async function search(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search the guide' }).fill(query);
  await expect(page.locator('.search-status')).toHaveText(/\d+ places?|Nothing for/);
}

for (const site of sites) {
  test(`${site.name}: / opens the search, which fetches nothing before; arrows and Enter lead to a heading`, async ({
    page,
  }) => {
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname.slice(site.base.length)));
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(`${originOf(site)}${site.base}guide/start/`);
    // By then the page has fetched all that it fetches on its own.
    await page.mouse.move(1, 1);
    await expect(page.locator('body')).not.toHaveAttribute('data-rest');
    expect(fetched.filter((path) => /^search\/|search-dialog/.test(path))).toEqual([]);
    await page.keyboard.press('/');
    await search(page, 'nabla');
    const first = page.getByRole('link', { name: /∇/ }).first();
    await expect(first).toHaveAttribute('href', new RegExp(`^${site.base}guide/gradients/#`));
    await search(page, 'learning rate');
    await expect(page.locator('.search-excerpt mark').first()).toHaveText(/learning|rate/i);
    // A formula is found once, and reads as text.
    expect(await page.locator('.search-results').textContent()).not.toMatch(/\\[a-z]+|annotation/);
    // A key that is pressed before the new results are there means these, and not the old ones.
    await page.getByRole('searchbox', { name: 'Search the guide' }).fill('np.linspace');
    await page.keyboard.press('ArrowDown');
    await expect(page.locator('.search-results a').first()).toBeFocused();
    await expect(page.locator('.search-results a').first()).toHaveText(/linspace/);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/guide\/refresher\/#/);
    expect(problems).toEqual([]);
  });
}

test('the search has a name, a status, and no fault that axe knows; Escape returns to the button', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(pageUrl('/glossary/'));
  await fontsArrived(page);
  const button = page.getByRole('button', { name: 'Search' });
  await button.click();
  await search(page, 'gradient');
  const axe = new AxeBuilder({ page }).include('dialog.search');
  expect((await axe.analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  // What is typed into a field or a cell, whose editor is in a shadow tree, is not a shortcut.
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<input id="typed" aria-label="typed"><div id="cell"></div>');
    const root = document.querySelector('#cell')?.attachShadow({ mode: 'open' });
    if (root) root.innerHTML = '<div id="edited" contenteditable="true"></div>';
  });
  await page.locator('#typed').press('/');
  await expect(page.locator('#typed')).toHaveValue('/');
  await page.locator('#edited').press('/');
  await expect(page.locator('#edited')).toHaveText('/');
  await expect(page.locator('dialog.search')).toBeHidden();
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });
  const site = new InterferedSite();
  test.beforeAll(() => site.start());
  test.afterAll(() => site.stop());

  test('a page whose search was opened once can be searched for anything', onlyWhole, async ({ page }) => {
    await page.goto(`${site.origin}/guide/start/`);
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
    await page.keyboard.press('/');
    await search(page, 'slope');
    const kept = async () =>
      page.evaluate(async () => {
        const names = await caches.keys();
        const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        const urls = keys.flat().map(({ url }) => url);
        return urls.filter((url) => /\/search\/|search-dialog|result-list/.test(url)).length;
      });
    const files = Object.keys(
      JSON.parse(/siteFiles = (\{.*\});/.exec(readFileSync(siteFile('service-worker.js'), 'utf8'))?.[1] ?? '{}').files,
    );
    const wanted = files.filter((file) => /^search\/|search-dialog|result-list/.test(file)).length;
    await expect.poll(kept).toBe(wanted);
    site.interfere = noNetwork;
    await page.reload();
    await page.keyboard.press('/');
    await search(page, 'backpropagation');
    await expect(page.locator('.search-excerpt mark').first()).toHaveText(/backprop/i);
  });
});
