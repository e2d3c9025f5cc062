import { expect, type Locator, type Page } from '@playwright/test';
import { fontsArrived } from './fetched-fonts.ts';
import { laidOutUrl, lessonPaths, pageUrl } from './sites.ts';
import { test } from './warm.ts';

const path = '/guide/gradients/';

test('the list of lessons is at hand without a script, by keyboard, and knows the current one', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pageUrl(path));
  const button = page.getByRole('button', { name: 'Lessons' });
  await button.focus();
  await page.keyboard.press('Enter');
  const menu = page.locator('#lesson-menu');
  await expect(menu.locator('ol a')).toHaveCount(lessonPaths.length);
  // Each is numbered as on its own page.
  await expect(menu.locator('ol')).toHaveJSProperty('start', 0);
  await expect(menu.locator('[aria-current=page]')).toHaveText(/Gradients/);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await button.click();
  await menu.getByRole('link', { name: 'Derivatives' }).click();
  await expect(page).toHaveURL(pageUrl('/guide/derivatives/'));
  await context.close();
});

test('the list of lessons says what was read, and fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(pageUrl(path));
  await fontsArrived(page);
  // A section is read when the next one has come into view after it.
  const headings = page.locator('.prose > h2');
  for (const i of [0, 1]) await headings.nth(i).scrollIntoViewIfNeeded();
  const menu = page.locator('#lesson-menu');
  // What was read is written down when the menu opens, by a script that comes after the page.
  await expect
    .poll(async () => {
      await page.evaluate(() => document.querySelector<HTMLElement>('#lesson-menu')?.hidePopover());
      await page.getByRole('button', { name: 'Lessons' }).click();
      return (await menu.locator('.lesson-menu-read').allTextContents()).join();
    })
    .toMatch(/^\d+ sections? read$/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('the contents mark the section that is read, and a heading is a link to itself', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(pageUrl(path));
  const rail = page.getByRole('navigation', { name: 'On this page' });
  const last = rail.getByRole('link').last();
  await last.click();
  await expect(rail.locator('[aria-current=location]')).toHaveCount(1);
  await expect(last).toHaveAttribute('aria-current', 'location');
  const heading = page.locator('.prose > h2').nth(1);
  const id = await heading.getAttribute('id');
  await expect(heading).toHaveAccessibleName((await heading.innerText()).trim());
  await heading.getByRole('link').click();
  await expect(page).toHaveURL(pageUrl(`${path}#${id}`));
  await expect(rail.locator('[aria-current=location]')).toHaveAttribute('href', `#${id}`);
});

test('the contents mark the section at which a page opens, and none at the top of one', async ({ page }) => {
  await page.addInitScript(() => {
    window.IntersectionObserver = class extends IntersectionObserver {
      constructor(act: IntersectionObserverCallback, options?: IntersectionObserverInit) {
        super((places, observer) => {
          act(places, observer);
          if (places.some(({ target }) => target.id === 'checkpoint')) document.documentElement.dataset['placed'] = '';
        }, options);
      }
    };
  });
  await page.setViewportSize({ width: 1280, height: 800 });
  const current = page.getByRole('navigation', { name: 'On this page' }).locator('[aria-current=location]');
  const open = async (hash: string) => {
    await page.goto('about:blank');
    await page.goto(pageUrl(path + hash));
    await expect(page.locator('html')).toHaveAttribute('data-placed');
  };
  await open('');
  const ids = await page.locator('.prose > h2').evaluateAll((all) => all.map(({ id }) => id));
  // The last sections are in blocks that are not laid out yet.
  await expect(page.locator('html')).toHaveAttribute('data-layout');
  await expect(current).toHaveCount(0);
  for (const id of [ids[1], 'checkpoint']) {
    await open(`#${id}`);
    await expect(current).toHaveAttribute('href', `#${id}`);
  }
});

test('a term shows its definition to a pointer and to the focus, within the window, and Escape closes it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(pageUrl(path));
  await fontsArrived(page);
  const term = page.locator('a.term', { hasText: 'directional derivative' }).first();
  const definitions = await (await page.request.get(pageUrl('/glossary/definitions.json'))).json();
  const definition: string = definitions['directional-derivative'].words;
  const card = page.locator('#term-card');
  await pointUntilShown(page, term, card);
  await expect(card).toContainText(definition);
  await expect(term).toHaveAccessibleDescription(/In the glossary/);
  const box = await card.boundingBox();
  expect(box && box.x >= 0 && box.x + box.width <= 320).toBe(true);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await page.mouse.move(0, 0);
  await term.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(term).toBeFocused();
  await expect(page.locator('#term-card')).toContainText(definition);
});

test('a card that was closed stays closed while only the page moves under the pointer', async ({ page }) => {
  await page.goto(laidOutUrl(path));
  const term = page.locator('a.term', { hasText: 'directional derivative' }).first();
  const card = page.locator('#term-card');
  await pointUntilShown(page, term, card);
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  // The word leaves the pointer and comes back, as it does when something above it grows: browsers enter it anew then, when
  // they come to it.
  await term.evaluate((word) => {
    document.documentElement.style.setProperty('overflow-anchor', 'none');
    word.addEventListener('pointerover', () => word.setAttribute('data-entered', ''));
  });
  for (const [margin, isUnder] of [
    ['400px', false],
    ['', true],
  ] as const) {
    await page.evaluate((margin) => {
      document.body.style.marginBlockStart = margin;
    }, margin);
    await expect.poll(() => term.evaluate((word) => word.matches(':hover'))).toBe(isUnder);
  }
  await expect(term).toHaveAttribute('data-entered');
  await expect(card).toBeHidden();
  await page.mouse.move(0, 0);
  await term.hover();
  await expect(card).toBeVisible();
});

test('the picture of the first page is moved by slider, pointer, Step and Play', async ({ page }) => {
  await page.goto(pageUrl('/'));
  await fontsArrived(page);
  const live = page.locator('.hero-live');
  const said = live.locator('output');
  await page.mouse.move(5, 5);
  await expect(said).toHaveText(/^Step 0: x is 2\.100/);
  await live.getByRole('slider').press('ArrowLeft');
  await expect(said).toHaveText(/^Step 0: x is 2\.090/);
  await live.getByRole('button', { name: 'Step' }).click();
  await expect(said).toHaveText(/^Step 1: x is 1\.850/);
  // With reduced motion the whole walk is there at once.
  await live.getByRole('button', { name: 'Play' }).click();
  await expect(said).toHaveText('Step 100: x is 1.225, and the slope there is 0.000.');
  const box = await live.locator('svg').boundingBox();
  await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) * 0.3, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(said).toHaveText(/^Step 0: x is −0\.\d+/);
});

/** Points at a term until its card shows, which it does at once: the program that listens comes after the page. */
async function pointUntilShown(page: Page, term: Locator, card: Locator): Promise<void> {
  const isShown = async () => {
    await page.mouse.move(0, 0);
    await term.hover();
    return card.isVisible();
  };
  await expect.poll(isShown).toBe(true);
}
