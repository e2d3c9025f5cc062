import { expect, type Page } from '@playwright/test';
import { surfaces } from '../../src/site/site-facts.ts';
import { isWhole } from '../depth.ts';
import { onePageOfEachKind, pageUrl } from './sites.ts';
import { test } from './warm.ts';

const light = 'rgb(253, 253, 251)';
const dark = 'rgb(21, 23, 27)';

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const toldToBrowser = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')];
    return all.filter(({ media }) => matchMedia(media).matches).map(({ content }) => content);
  });

for (const system of isWhole ? (['light', 'dark'] as const) : (['dark'] as const)) {
  test(`on a ${system} system the switch goes through all three choices, and a choice holds on every page`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: system });
    await page.goto(pageUrl('/glossary/'));
    const ofSystem = system === 'light' ? light : dark;
    const expected = { 'as the system': ofSystem, light, dark };
    const button = page.locator('.site-theme');
    for (const choice of ['as the system', 'light', 'dark'] as const) {
      await expect(button).toHaveAccessibleName(`Colours: ${choice}`);
      expect(await background(page)).toBe(expected[choice]);
      const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
      expect(scheme).toBe(choice === 'as the system' ? 'light dark' : choice);
      expect(await toldToBrowser(page)).toEqual([expected[choice] === light ? surfaces.light : surfaces.dark]);
      // The other pages, and this one after a reload, begin with the choice: before their stylesheets arrive.
      for (const path of choice === 'as the system' ? [] : onePageOfEachKind) {
        await page.goto(pageUrl(path), { waitUntil: 'commit' });
        await page.locator('body').waitFor({ state: 'attached' });
        expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe(choice);
      }
      await page.goto(pageUrl('/glossary/'));
      await button.click();
    }
    await expect(button).toHaveAccessibleName('Colours: as the system');
    expect(await background(page)).toBe(ofSystem);
  });
}

test('another tab follows, paper stays white, and where nothing can be stored the choice holds for the page', async ({
  page,
  context,
}) => {
  await page.goto(pageUrl('/glossary/'));
  const other = await context.newPage();
  await other.goto(pageUrl('/'));
  const button = page.locator('.site-theme');
  await button.click();
  await button.click();
  await expect.poll(() => background(other)).toBe(dark);
  await expect(other.locator('.site-theme')).toHaveAccessibleName('Colours: dark');
  await page.emulateMedia({ media: 'print' });
  expect(await background(page)).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => {
    localStorage.clear();
    Storage.prototype.setItem = () => {
      throw new Error('refused');
    };
  });
  await button.click();
  await button.click();
  expect(await background(page)).toBe(light);
});
