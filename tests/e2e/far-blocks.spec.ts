import { expect, type Page } from '@playwright/test';
import { lessonPaths, pageUrl } from './sites.ts';
import { test } from './warm.ts';

const [longest = ''] = lessonPaths.filter((path) => path.includes('gradient-descent'));

/** Opens a long page in a browser that never has time: what is far stays as it is at the opening. */
async function openBusy(page: Page): Promise<void> {
  await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }));
  await page.goto(pageUrl(longest));
}

/** The number of blocks of the text, and of those that are laid out now. */
function blocks(page: Page): Promise<{ readonly laidOut: number; readonly all: number }> {
  return page.locator('.prose > *, .checkpoint > *').evaluateAll((all) => {
    const contents = all.flatMap((block) => block.querySelector(':scope > :not(script, [hidden])') ?? []);
    const laidOut = contents.filter((one) => one.checkVisibility({ contentVisibilityAuto: true }));
    return { laidOut: laidOut.length, all: contents.filter((one) => one.checkVisibility()).length };
  });
}

test('what is far from the window is not laid out at the opening, on paper it is, and soon it is on the screen', async ({
  page,
  context,
}) => {
  await openBusy(page);
  const { laidOut, all } = await blocks(page);
  expect(laidOut).toBeLessThan(all / 3);
  await page.emulateMedia({ media: 'print' });
  const held = () =>
    page.locator('.prose > *').evaluateAll((all) => all.map((block) => getComputedStyle(block).contentVisibility));
  expect(new Set(await held())).toEqual(new Set(['visible']));
  const idle = await context.newPage();
  await idle.goto(pageUrl(longest));
  await expect.poll(async () => (await blocks(idle)).laidOut).toBe(all);
});

test('what is far is found by the browser’s search', async ({ page }) => {
  await openBusy(page);
  const far = page.locator('.prose > p:has(.katex)').last();
  const words = await far.evaluate((block) => {
    const [text] = [...block.childNodes].filter((node) => node.nodeType === 3 && (node.textContent ?? '').length > 20);
    return text?.textContent?.trim() ?? '';
  });
  expect(words.length).toBeGreaterThan(20);
  expect(await page.evaluate((text) => Reflect.get(window, 'find').call(window, text), words)).toBe(true);
  await expect(far).toBeInViewport();
});

test('a link into a block that is far leads to it, and it stays there while what is above comes near', async ({
  page,
}) => {
  await page.setViewportSize({ width: 412, height: 823 });
  await openBusy(page);
  const ids = await page
    .locator('.prose > :is(.exercise, .explorable, .example)[id], .prose > h2[id]')
    .evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(10);
  for (const id of [ids.at(-1), ids.at(-6), ids[1]]) {
    await page.evaluate((hash) => location.assign(`#${hash}`), id);
    const target = page.locator(`[id="${id}"]`);
    await expect(target).toBeInViewport();
    const top = () => target.evaluate((element) => Math.round(element.getBoundingClientRect().top));
    await expect.poll(top).toBeGreaterThanOrEqual(-1);
    await expect.poll(top).toBeLessThan(120);
  }
});

test('what stands in the margin beside a block can be seen and pressed', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openBusy(page);
  const mark = page.locator('.prose > .example .verdict').first();
  await mark.scrollIntoViewIfNeeded();
  const { isBeside, isOnTop } = await mark.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const block = element.closest('.prose > *')?.getBoundingClientRect();
    const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return { isBeside: left >= (block?.right ?? 0), isOnTop: element.contains(there) };
  });
  expect({ isBeside, isOnTop }).toEqual({ isBeside: true, isOnTop: true });
});
