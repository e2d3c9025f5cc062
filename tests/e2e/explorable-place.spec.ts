import { expect, type Locator, type Page } from '@playwright/test';
import { isWhole, onlyWhole } from '../depth.ts';
import {
  drawn,
  explore,
  frame,
  guessByKey,
  oneOfEach,
  openAlone,
  openControls,
  openInLesson,
  type PlacedExplorable,
  placed,
  stateOf,
  tick,
  whenLive,
} from './explorables.ts';
import { pageUrl } from './sites.ts';
import { test } from './warm.ts';

for (const explorable of isWhole ? oneOfEach('question') : drawn) {
  test(`${explorable.id} in ${explorable.path} judges no guess before it is made or while another state is shown`, async ({
    page,
  }) => {
    const element = await openAlone(page, explorable);
    await test.step('before it is made, and at Enter', async () => {
      const verdict = element.locator('[data-part=verdict]');
      await element.locator('[data-do=check]').click();
      await expect(verdict).toHaveText(/guess/);
      await expect(verdict).not.toHaveText(/^(Right|Not quite)/);
      await expect(element.locator('[data-part=answer]')).not.toHaveAttribute('open');
      for (const input of await element.locator('[data-part=guess] input').all()) await input.press('Enter');
      await expect(verdict, 'Enter checks, and is no guess').not.toHaveText(/^(Right|Not quite)/);
      await guessByKey(element);
      const inputs = element.locator('[data-part=guess] input');
      if ((await inputs.count()) > 0) await inputs.last().press('Enter');
      else await element.locator('[data-do=check]').click();
      await expect(verdict).toHaveText(/^(Right|Not quite)\. \S/);
      await element.locator('[data-do=reset]').click();
      await expect(verdict).toHaveText('');
      const handle = element.locator('.handle.is-guess');
      if ((await handle.count()) === 0) return;
      await handle.press('ArrowRight');
      await handle.press('ArrowUp');
      await handle.press('Enter');
      await expect(verdict).toHaveText(/^(Right|Not quite)\. \S/);
      await element.locator('[data-do=reset]').click();
    });
    await test.step('while another state is shown', async () => {
      const link = await linkElsewhere(page, explorable);
      await page.evaluate(() => sessionStorage.clear());
      await openAlone(page, explorable, link);
      const back = element.locator('[data-do=question]');
      await expect(back).toContainText('another state');
      await expect(element.locator('[data-do=check]')).toBeHidden();
      for (const one of await element.locator('[data-part=guess] :is(input, button)').all()) {
        await expect(one).toBeDisabled();
      }
      await expect(element.locator('.handle.is-guess')).toHaveCount(0);
      const height = await heightOf(element);
      await back.click();
      await expect(back).toHaveText('Question');
      await expect(element.locator('[data-do=check]')).toBeEnabled();
      await frame(page);
      expect(await heightOf(element), 'nothing moves when one takes the place of the other').toBe(height);
      await guessByKey(element);
      await element.locator('[data-do=check]').click();
      await expect(element.locator('[data-part=verdict]')).toHaveText(/^(Right|Not quite)\. \S/);
    });
  });
}

for (const explorable of drawn) {
  test(`${explorable.id} keeps its position after a reload, and takes that of a link`, async ({ page }) => {
    const element = await openAlone(page, explorable);
    const initial = await stateOf(element);
    const link = await linkElsewhere(page, explorable);
    const elsewhere = await stateOf(element);
    expect(elsewhere).not.toBe(initial);
    await element.locator('.explorable-controls [type=range]:enabled').first().press('Shift+ArrowLeft');
    await frame(page);
    const moved = await stateOf(element);
    // At once, before anything has come to rest.
    await page.goto(`${pageUrl(explorable.path)}#${explorable.id}`);
    await page.reload();
    await expectState(page, explorable, moved);
    await openAlone(page, explorable, link);
    await expectState(page, explorable, elsewhere);
    await page.reload();
    await expectState(page, explorable, elsewhere);
    await element.locator('[data-do=reset]').click();
    await expect.poll(() => page.evaluate(() => location.search)).toBe('');
    await page.reload();
    await expectState(page, explorable, initial);
  });
}

const withSlider = placed.filter(({ id }) => /secant-tangent$|descent-1d$|saddle$/.test(id));
const running = placed.filter(({ id }) => /secant-tangent$|descent-1d$/.test(id));

test('there are explorables to be swiped over and played', () => {
  expect([withSlider.length, running.length]).toEqual([3, 2]);
});

// To swipe takes long, and all sliders are the same element.
for (const explorable of isWhole ? withSlider : withSlider.slice(0, 1)) {
  test(
    `${explorable.id}: a swipe up or down that begins on a slider scrolls and sets nothing`,
    onlyWhole,
    async ({ browser }) => {
      const context = await browser.newContext({
        viewport: { width: 360, height: 740 },
        hasTouch: true,
        isMobile: true,
      });
      const page = await context.newPage();
      const element = await openControls(page, explorable);
      await page.evaluate(() => {
        document.body.style.paddingBlock = '2000px';
      });
      const session = await context.newCDPSession(page);
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[] = []) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints });
      const says = () => element.locator('[data-part=readouts]').innerText();
      const swipe = async (range: Locator, by: readonly [number, number]) => {
        await range.evaluate((one) => one.scrollIntoView({ block: 'center' }));
        const box = await range.boundingBox();
        if (box === null) throw new Error('a slider that is not to be seen');
        const [x, y] = [box.x + 0.3 * box.width, box.y + box.height / 2];
        await touch('touchStart', [{ x, y }]);
        for (const part of [0.1, 0.3, 0.6, 1]) await touch('touchMove', [{ x: x + part * by[0], y: y + part * by[1] }]);
        await touch('touchEnd');
        await frame(page);
      };
      for (const range of await element.locator('[type=range]').all()) {
        await element.locator('[data-do=reset]').click();
        await frame(page);
        if (!(await range.isVisible()) || (await range.isDisabled())) continue;
        const current = () => range.inputValue();
        for (const by of [
          [0, -160],
          [25, -160],
          [-20, 150],
        ] as const) {
          const before = { value: await current(), says: await says() };
          await range.evaluate((one) => one.scrollIntoView({ block: 'center' }));
          const scroll = await page.evaluate(() => scrollY);
          await swipe(range, by);
          await expect.poll(() => page.evaluate(() => scrollY)).not.toBe(scroll);
          expect({ value: await current(), says: await says() }).toEqual(before);
        }
        await range.press('End');
        const before = await current();
        await swipe(range, [20, 3]);
        const slid = await current();
        expect(slid, 'a swipe sideways sets it').not.toBe(before);
        await range.press('End');
        await range.tap();
        expect(await current(), 'a tap sets it').not.toBe(before);
      }
      await context.close();
    },
  );
}

// All run by the same clock.
for (const explorable of isWhole ? running : running.slice(0, 1)) {
  test(`${explorable.id} plays only while it can be seen`, async ({ page }) => {
    const element = await openControls(page, explorable);
    await page.evaluate(() => {
      document.body.style.paddingBlockEnd = '3000px';
    });
    await element.locator('[data-part=scrubber]').press('Home');
    await element.locator('[data-do=play]').click();
    expect(await tick(page)).toBe(1);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => tick(page), 'out of the window').toBe(0);
    await expect(element.locator('[data-do=play]')).toHaveText('Pause');
    await element.evaluate((one) => one.scrollIntoView());
    await expect.poll(() => tick(page), 'back in the window').toBe(1);
    const hide = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { configurable: true, value });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await hide(true);
    expect(await tick(page), 'behind another tab').toBe(0);
    await hide(false);
    expect(await tick(page)).toBe(1);
  });
}

test('a link carries only its own explorable', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const explorable = named('descent-1d');
  const element = await openAlone(page, explorable, '?basins.start=1&descent-1d.step=7&from=elsewhere');
  await element.locator('[data-do=link]').click();
  await expect(element.locator('[data-part=said]')).toHaveText('The link is copied.');
  for (const link of [await page.evaluate(() => navigator.clipboard.readText()), page.url()]) {
    const address = new URL(link);
    expect([...address.searchParams.keys()].filter((key) => !key.startsWith('descent-1d.'))).toEqual([]);
    expect(address.searchParams.get('descent-1d.step')).toBe('7');
    expect(address.hash).toBe('#explorable-descent-1d');
  }
});

test('where nothing may be stored, all else works', async ({ page }) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  const explorable = named('descent-1d');
  const element = await openAlone(page, explorable);
  const initial = await stateOf(element);
  await explore(element);
  await element.locator('[data-part=scrubber]').press('End');
  await frame(page);
  expect(await stateOf(element)).not.toBe(initial);
  await page.reload();
  await expectState(page, explorable, initial);
  expect(errors).toEqual([]);
});

for (const name of isWhole ? ['secant-tangent', 'descent-1d'] : ['descent-1d']) {
  test(`Back returns from the cell to where ${name} showed its Python`, async ({ page }) => {
    const explorable = named(name);
    const element = await openInLesson(page, explorable);
    const link = element.locator('[data-do=python]');
    for (let time = 0; time < 2; time++) {
      await link.evaluate((one) => one.scrollIntoView({ block: 'center' }));
      const top = await topOf(link);
      await link.click();
      await expect(page.locator('python-cell:focus-within')).toBeInViewport();
      expect(new URL(page.url()).hash).toBe(await link.getAttribute('href'));
      await page.goBack();
      await expect(link).toBeFocused();
      await expect.poll(async () => Math.abs((await topOf(link)) - top)).toBeLessThan(2);
      expect(new URL(page.url()).pathname).toBe(explorable.path);
    }
  });
}

function named(name: string): PlacedExplorable {
  const found = placed.find(({ id }) => id === `explorable-${name}`);
  if (found === undefined) throw new Error(`no lesson shows ${name}`);
  return found;
}

/** Brings an explorable to another state, and returns the part of a link that says it. */
async function linkElsewhere(page: Page, explorable: PlacedExplorable): Promise<string> {
  const element = page.locator(`[id="${explorable.id}"][data-live=ready]`);
  if ((await element.count()) === 0) await openAlone(page, explorable);
  await explore(element);
  const slider = element.locator('.explorable-controls [type=range]:enabled').first();
  const before = await stateOf(element);
  for (const key of ['Home', 'End']) {
    await slider.press(key);
    await frame(page);
    if ((await stateOf(element)) !== before) break;
  }
  await element.locator('[data-do=link]').click();
  await expect(element.locator('[data-part=said]')).toHaveText(/link is/);
  return page.evaluate(() => location.search);
}

async function expectState(page: Page, { id }: PlacedExplorable, state: string): Promise<void> {
  const element = page.locator(`[id="${id}"]`);
  await whenLive(element);
  await expect.poll(() => stateOf(element)).toBe(state);
}

async function heightOf(element: Locator): Promise<number> {
  return element.evaluate((one) => one.getBoundingClientRect().height);
}

async function topOf(element: Locator): Promise<number> {
  return element.evaluate((one) => one.getBoundingClientRect().top);
}
