import { expect } from '@playwright/test';
import { documentOf } from './built-page.ts';
import { lessonPaths, pageUrl } from './sites.ts';
import { test } from './warm.ts';

const path = '/glossary/';

test('has its words in the order of the alphabet, each with what it means and where it is taught', async ({ page }) => {
  await page.goto(pageUrl(path));
  const entries = await page.locator('.entry').evaluateAll((all) =>
    all.map((entry) => ({
      term: entry.querySelector('dfn')?.textContent ?? '',
      letter: entry.closest('.letter')?.querySelector('h2')?.textContent,
      definition: entry.querySelector('.entry-definition')?.textContent?.trim() ?? '',
      lesson: entry.querySelector('.entry-ways a')?.getAttribute('href') ?? '',
    })),
  );
  expect(entries.length).toBeGreaterThan(40);
  const terms = entries.map(({ term }) => term);
  expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, 'en')));
  expect(entries.filter(({ definition }) => !/^[A-Z].+[.)]$/s.test(definition))).toEqual([]);
  expect(entries.filter(({ term, letter }) => term.charAt(0).toUpperCase() !== letter)).toEqual([]);
  expect(entries.filter(({ lesson }) => !lessonPaths.includes(lesson))).toEqual([]);
});

test('shows notation as a formula, with how to read it aloud', async ({ page }) => {
  await page.goto(pageUrl(`${path}#gradient`));
  const entry = page.locator('.entry:target');
  await expect(entry).toBeInViewport();
  await expect(entry.locator('.entry-notation .katex')).toBeVisible();
  await expect(entry.locator('.aloud')).toContainText('nabla f');
  expect(await page.locator('main').innerText()).not.toContain('$');
});

test('is walked by its letters and by its own links', async ({ page }) => {
  await page.goto(pageUrl(path));
  await page.getByRole('navigation', { name: 'Letters' }).getByRole('link', { name: 'M' }).click();
  await expect(page.getByRole('heading', { name: 'M', exact: true })).toBeInViewport();
  await page.locator('#momentum').getByRole('link', { name: 'Adam' }).click();
  await expect(page.locator('#adam')).toBeInViewport();
});

test('is where the words of the lessons lead', async ({ page, request }) => {
  const definitions = await (await request.get(pageUrl('/glossary/definitions.json'))).json();
  let terms = 0;
  for (const lesson of lessonPaths) {
    const anchors = [...documentOf(lesson).querySelectorAll('a.term')].map(
      (term) => term.getAttribute('href')?.split('#')[1],
    );
    expect(anchors.filter((anchor) => !(anchor && definitions[anchor]))).toEqual([]);
    terms += anchors.length;
  }
  expect(terms).toBeGreaterThan(20);
  await page.goto(pageUrl('/guide/gradients/'));
  await page.locator('a.term', { hasText: 'directional derivative' }).first().click();
  await expect(page).toHaveURL(pageUrl('/glossary/#directional-derivative'));
  await expect(page.locator('#directional-derivative')).toBeInViewport();
});

test('is one of the links in the header, which marks the current page', async ({ page }) => {
  for (const [address, name] of [
    ['/guide/derivatives/', 'Lessons'],
    ['/reference/quick-reference/', 'Reference'],
    [path, 'Glossary'],
  ] as const) {
    await page.goto(pageUrl(address));
    const ways = page.getByRole('navigation', { name: 'Site' });
    await expect(ways.getByRole('button')).toHaveText('Lessons');
    await expect(ways.getByRole('link')).toHaveText(['Review', 'Reference', 'Glossary', 'Playground']);
    await expect(ways.locator(':scope > [aria-current]')).toHaveText(name);
  }
});
