import { expect, type Locator } from '@playwright/test';
import { at } from '../../src/core/at.ts';
import { isWhole } from '../depth.ts';
import {
  drawn,
  frame,
  lessonsBy,
  oneOfEach,
  openAlone,
  openControls,
  placed,
  stateOf,
  touredBy,
  whenLive,
} from './explorables.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { pageUrl } from './sites.ts';
import { test } from './warm.ts';

const withDescent = placed.find(({ id }) => id === 'explorable-descent-1d');

for (const explorable of touredBy('handle', 'question')) {
  test(`${explorable.id} in ${explorable.path} is dragged, and what is dragged stays under the pointer`, async ({
    page,
  }) => {
    const element = await openAlone(page, explorable);
    for (const handle of await element.locator('.handle').all()) {
      if (!(await handle.isVisible())) continue;
      await handle.scrollIntoViewIfNeeded();
      // A guess may lie on what it is a guess of, and is taken first.
      if (!(await handle.evaluate(isOnTop))) continue;
      const before = await stateOf(element);
      const [x, y] = await centreOf(handle);
      const by = await roomAround(handle);
      await page.mouse.move(x, y);
      await page.mouse.down();
      for (const part of [0.3, 0.7, 1]) await page.mouse.move(x + part * by[0], y + part * by[1]);
      await frame(page);
      const [nowX, nowY] = await centreOf(handle);
      await page.mouse.up();
      await frame(page);
      expect(await stateOf(element)).not.toBe(before);
      const off = Math.min(Math.abs(nowX - x - by[0]), Math.abs(nowY - y - by[1]));
      expect(off, 'from the pointer, along the way that it can go').toBeLessThan(12);
    }
  });
}

for (const explorable of touredBy('control', 'question: order')) {
  test(`${explorable.id} in ${explorable.path} has controls of every kind that work`, async ({ page }) => {
    const element = await openControls(page, explorable);
    const controls = element.locator('.explorable-controls');
    const changes = async (act: () => Promise<unknown>) => {
      const before = await stateOf(element);
      await act();
      await frame(page);
      expect(await stateOf(element)).not.toBe(before);
    };
    for (const number of await controls.locator('[type=number]').all()) {
      // Some wait for a choice to be made.
      if (await number.isDisabled()) continue;
      const [low, high] = [await number.getAttribute('min'), await number.getAttribute('max')].map(Number);
      const other = String(Number(await number.inputValue()) === high ? low : high);
      await changes(() => number.fill(other));
      expect(Number(await number.inputValue())).toBe(Number(other));
      await element.locator('[data-do=reset]').click();
      await frame(page);
    }
    for (const box of await controls.locator('[type=checkbox]').all()) await changes(() => box.click());
    for (const which of await controls.locator('[data-part=which]:enabled').all()) {
      await which.selectOption({ index: 1 });
      const group = which.locator('xpath=ancestor::*[@data-control]');
      for (const slider of await group.locator('[type=range]').all()) {
        await changes(async () => {
          await slider.press('Home');
          await slider.press('Shift+ArrowRight');
        });
      }
    }
    for (const list of await element.locator('[data-part=order]').all()) {
      await element.locator('[data-do=question]').click();
      const items = () => list.locator('.order-item').allInnerTexts();
      const before = await items();
      await list.locator('[data-move="-1"]').nth(1).click();
      expect(await items()).toEqual([before[1], before[0], ...before.slice(2)]);
      await element.locator('[data-do=reset]').click();
      await frame(page);
      expect(await items()).toEqual(before);
    }
  });
}

// What follows belongs to the element that draws them all.

for (const explorable of drawn) {
  test(`${explorable.id} lets a swipe over its picture scroll the page`, async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    const element = await openAlone(page, explorable);
    const picture = element.locator('.explorable-picture').first();
    await picture.evaluate((one) => one.scrollIntoView({ block: 'center' }));
    const spot = await freeSpot(picture);
    const before = { scroll: await page.evaluate(() => scrollY), state: await stateOf(element) };
    const session = await context.newCDPSession(page);
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [spot] });
    for (let y = spot.y; y > spot.y - 160; y -= 20) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: spot.x, y }] });
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before.scroll + 60);
    expect(await stateOf(element)).toBe(before.state);
    await context.close();
  });
}

for (const explorable of drawn) {
  test(`${explorable.id} lights what belongs together, to the pointer and to the keyboard`, async ({ page }) => {
    const element = await openControls(page, explorable);
    const term = await element.locator('[data-part=equation] [data-term]').first().getAttribute('data-term');
    const own = `[data-term="${term}"]`;
    await element.locator(`[data-part=equation] ${own}`).first().hover();
    await expect(element.locator(`[data-part=equation] ${own}`).first()).toHaveClass(/is-lit/);
    await expectLit(element, own);
    await page.mouse.move(0, 0);
    await expect(element.locator('.is-lit')).toHaveCount(0);
    const readout = element.locator('.readout[data-term]').first();
    await readout.focus();
    await expect(readout).toHaveClass(/is-lit/);
    await page.keyboard.press('Enter');
    await expect(readout).toHaveAttribute('aria-pressed', 'true');
    await readout.blur();
    await expect(readout).toHaveClass(/is-lit/);
    await element.locator('.explorable-controls input:enabled').first().focus();
    const kept = `[data-term="${await readout.getAttribute('data-term')}"]`;
    // At the ends the equation has other signs and other numbers of digits: it is set anew, after the rest.
    for (const key of ['ArrowRight', 'Home', 'End']) {
      await page.keyboard.press(key);
      await frame(page);
      await stateOf(element);
      await expectLit(element, kept);
    }
  });
}

/** At one moment: a frame may come between two looks, and draw what has the term, too. */
async function expectLit(element: Locator, selector: string): Promise<void> {
  const [lit, all] = await element.evaluate((root, selector) => {
    const textsOf = (what: string) => [...root.querySelectorAll(what)].map((one) => one.outerHTML);
    return [textsOf('.is-lit'), textsOf(selector)] as const;
  }, selector);
  expect(lit).toEqual(all);
}

for (const explorable of isWhole ? oneOfEach('control') : drawn) {
  test(`${explorable.id} in ${explorable.path} is on paper what it is on the screen, with its numbers`, async ({
    page,
  }) => {
    const element = await openControls(page, explorable);
    const slider = element.locator('.explorable-controls [type=range]:enabled').first();
    await slider.press('Home');
    await slider.press('Shift+ArrowRight');
    await frame(page);
    const shown = await stateOf(element);
    await page.emulateMedia({ media: 'print' });
    expect(await stateOf(element)).toBe(shown);
    for (const part of ['equation', 'readouts', 'sentence']) {
      await expect(element.locator(`[data-part=${part}]`)).toBeVisible();
    }
    await expect(element.locator('.figure-plot').first()).toBeVisible();
    for (const pressed of await element.locator('button, input, .handle').all()) await expect(pressed).toBeHidden();
    const [answer, summary] = [element.locator('.ask-answer p'), element.locator('.ask-answer summary')];
    await expect(answer, 'an answer under a question that is still open').toBeHidden();
    await expect(summary).toBeHidden();
    await element.locator('[data-part=answer]').evaluate((fold) => fold.toggleAttribute('open', true));
    await expect(answer).toBeVisible();
    await expect(summary, 'there is nothing to press').toBeHidden();
  });
}

for (const explorable of drawn) {
  test(`${explorable.id} keeps its handles and its lights where the reader’s colors are forced`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const element = await openControls(page, explorable);
    for (const handle of await element.locator('.handle').all()) {
      const ring = await handle.evaluate((one) => {
        const { borderTopWidth, borderTopStyle } = getComputedStyle(one, '::before');
        return `${borderTopWidth} ${borderTopStyle}`;
      });
      expect(ring).toBe('2px solid');
    }
    const readout = element.locator('.readout[data-term]').first();
    await readout.hover();
    expect(await readout.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
  });
}

test('a link that somebody typed shows its state, and keeps what it does not name', async ({ page }) => {
  if (withDescent === undefined) throw new Error('no lesson shows descent-1d');
  const element = await openAlone(page, withDescent, '?descent-1d.rate=1.2');
  await expect(element.locator('[data-part=step]')).toHaveText(/^3 of /);
  await expect(element.locator('[data-part=readouts]')).toContainText('−10.976');
  const diverged = await openAlone(page, withDescent, '?descent-1d.rate=1.2&descent-1d.step=99');
  await expect(diverged.locator('[data-part=note]')).toHaveText(/^Diverged: .*\s×\s10⁶\. The walk is stopped here\./);
});

for (const path of lessonsBy('pictures')) {
  test(`${path} loads nothing of an explorable before it comes near, and each part once`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const loaded: string[] = [];
    page.on('response', (response) => {
      if (/live-explorable[^/]*\.js$/.test(response.url())) loaded.push(response.url());
    });
    await page.goto(pageUrl(path));
    await page.mouse.move(1, 1);
    await fontsArrived(page);
    await expect(page.locator('body')).not.toHaveAttribute('data-rest');
    const elements = page.locator('calculus-explorable');
    const tops = await elements.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    // One that is near comes alive now.
    for (const [i, top] of tops.entries()) if (top < 720) await whenLive(elements.nth(i));
    const live = await elements.evaluateAll((all) => all.map((one) => one.getAttribute('data-live') !== null));
    expect(live.filter((is, i) => is && at(tops, i) >= 1.5 * 720)).toEqual([]);
    if (tops.every((top) => top >= 1.5 * 720)) expect(loaded).toEqual([]);
    for (const element of await elements.all()) {
      await element.scrollIntoViewIfNeeded();
      await whenLive(element);
    }
    expect(loaded.length).toBe(1);
  });
}

async function centreOf(handle: Locator): Promise<[x: number, y: number]> {
  const box = await handle.boundingBox();
  if (box === null) throw new Error('a handle that is not to be seen');
  return [box.x + box.width / 2, box.y + box.height / 2];
}

function isOnTop(handle: Element): boolean {
  const { left, top, width, height } = handle.getBoundingClientRect();
  return document.elementFromPoint(left + width / 2, top + height / 2) === handle;
}

/** Some way from the handle towards the middle of its picture. */
async function roomAround(handle: Locator): Promise<[x: number, y: number]> {
  const [x, y] = await centreOf(handle);
  const box = await handle.locator('xpath=..').boundingBox();
  if (box === null) throw new Error('a picture that is not to be seen');
  const towards = (at: number, middle: number) => (at < middle ? 45 : -45);
  return [towards(x, box.x + box.width / 2), towards(y, box.y + box.height / 2)];
}

/** A place on a picture where no handle lies. */
async function freeSpot(picture: Locator): Promise<{ x: number; y: number }> {
  return picture.evaluate((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    const spots = [0.2, 0.5, 0.8].flatMap((across) =>
      [0.3, 0.5, 0.7].map((down) => ({ x: left + across * width, y: top + down * height })),
    );
    const free = spots.find(({ x, y }) => document.elementFromPoint(x, y)?.closest('.handle') === null);
    if (free === undefined) throw new Error('the picture is covered with handles');
    return free;
  });
}
