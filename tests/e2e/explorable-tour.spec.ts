import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { isWhole } from '../depth.ts';
import {
  drawingsOf,
  explore,
  frame,
  guessByKey,
  guessControl,
  lessonsBy,
  oneOfEach,
  openAlone,
  openControls,
  type PlacedExplorable,
  placed,
  richest,
  shortenedDrawingsOf,
  stateOf,
  tick,
  touredBy,
  whenLive,
} from './explorables.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { pageUrl } from './sites.ts';
import { test } from './warm.ts';

test('the lessons show explorables', () => {
  expect(placed.length).toBeGreaterThan(1);
  expect(placed.map(({ id }) => id)).toContain(richest.id);
  for (const words of ['control', 'handle', 'question', 'run', 'pictures', 'equation'])
    expect(oneOfEach(words).length).toBeGreaterThan(0);
});

for (const explorable of touredBy('question', 'run')) {
  test(`${explorable.id} in ${explorable.path} is answered and moved with the keyboard alone, and has names and values for a screen reader`, async ({
    page,
  }) => {
    const element = await openAlone(page, explorable);
    const sentence = element.locator('[data-part=sentence]');
    await test.step('names and values', async () => {
      const title = await element.locator('.explorable-title').innerText();
      await expect(page.getByRole('group', { name: title, exact: true })).toHaveAttribute('id', explorable.id);
      for (const slider of await element.getByRole('slider').all()) {
        await expect(slider).toHaveAccessibleName(/\w/);
        expect(await slider.evaluate((one) => one.getAttribute('aria-valuetext') ?? one.getAttribute('value'))).toMatch(
          /\d/,
        );
      }
      await expect(sentence).toHaveRole('status');
    });
    await guessByKey(element);
    await answer(element, async (check) => {
      await check.focus();
      await page.keyboard.press('Enter');
    });
    await test.step('the effect of a change is announced', async () => {
      const before = (await sentence.textContent()) ?? '';
      expect(before).toMatch(/\d/);
      const control = element.locator('.explorable-controls [type=range]:enabled').first();
      const start = await control.inputValue();
      await control.press('Home');
      await control.press('Shift+ArrowRight');
      if ((await control.inputValue()) === start) await control.press('Home');
      await expect(sentence).not.toHaveText(before);
      // It is silent while the changes go on.
      await expect(sentence).not.toHaveAttribute('aria-live', 'off');
    });
    for (const slider of await element.locator('.handle, .explorable-controls [type=range]:enabled').all()) {
      await expectKeysToMove(page, element, slider);
    }
    for (const radio of await element.locator('.explorable-controls .choice-fields').all()) {
      await radio.locator('[type=radio]:checked').focus();
      await expectChange(page, element, () => page.keyboard.press('ArrowDown'));
    }
    if (oneOfEach('run').includes(explorable) && explorable.runs) {
      await expectSteps(page, element, (action) => press(page, element, action));
    }
    await test.step('Tab reaches everything once', async () => {
      // Where it is asked, the question can be answered.
      await press(page, element, 'reset');
      await frame(page);
      const reached = await tabStops(page, element);
      expect(reached).toEqual([...new Set(reached)]);
      expect(reached.length).toBe(await element.evaluate(countFocusable));
    });
    await test.step('the tables, and axe', async () => {
      await explore(element);
      await element.evaluate((root) => {
        for (const fold of root.querySelectorAll('details')) fold.open = true;
      });
      for (const table of await element.getByRole('table').all()) {
        await expect(table).toHaveAccessibleName(/\w/);
        expect(await table.getByRole('columnheader').count()).toBeGreaterThan(1);
        expect(await table.getByRole('rowheader').count()).toBeGreaterThan(0);
      }
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .include(`[id="${explorable.id}"]`)
        .exclude('.katex-html')
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });
  });
}

// What follows belongs to the element that draws them all: one explorable of each kind that matters shows it.
for (const explorable of oneOfEach('handle', 'run')) {
  test(`${explorable.id} in ${explorable.path} is answered and moved with clicks alone`, async ({ page }) => {
    const element = await openAlone(page, explorable);
    await guessControl(element).click();
    await answer(element, (check) => check.click());
    for (const picture of await element.locator('.takes-clicks').all()) {
      await expectChange(page, element, async () => picture.click({ position: await placeBesideHandles(picture) }));
    }
    await element.locator('[data-do=reset]').click();
    if (explorable.runs) await expectSteps(page, element, (action) => element.locator(`[data-do=${action}]`).click());
  });
}

for (const explorable of isWhole ? oneOfEach('handle', 'question', 'control') : oneOfEach('handle')) {
  test(`${explorable.id} in ${explorable.path} is answered and moved by touch at 360 px, and lets the page scroll`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    const element = await openAlone(page, explorable);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await element.evaluate(smallTargets)).toEqual([]);
    await guessControl(element).tap();
    await answer(element, (check) => check.tap());
    for (const picture of await element.locator('.takes-clicks').all()) {
      await expectChange(page, element, async () => picture.tap({ position: await placeBesideHandles(picture) }));
      expect(await picture.evaluate((one) => getComputedStyle(one).touchAction)).toBe('auto');
    }
    for (const handle of await element.locator('.handle').all()) {
      expect(await handle.evaluate((one) => getComputedStyle(one).touchAction)).toBe('none');
    }
    if (explorable.runs) await expectSteps(page, element, (action) => element.locator(`[data-do=${action}]`).tap());
    await context.close();
  });
}

test('an explorable has the state of its link, and the default one for a broken link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const element = await openControls(page, richest);
  const slider = element.locator('.explorable-controls [type=range]:enabled').first();
  await slider.press('Home');
  await slider.press('ArrowRight');
  await frame(page);
  const shown = await stateOf(element);
  await element.locator('[data-do=link]').click();
  await expect(element.locator('[data-part=said]')).toHaveText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  const again = other.locator(`[id="${richest.id}"]`);
  await whenLive(again);
  await frame(other);
  expect(await stateOf(again)).toBe(shown);
  const name = richest.id.replace('explorable-', '');
  const broken = await openAlone(page, richest, `?${name}.step=soon`);
  await expect(broken.locator('[data-part=said]')).toContainText('could not be read');
});

for (const explorable of oneOfEach('pictures')) {
  test(`${explorable.id} in ${explorable.path} is saved as a file that needs nothing of the page`, async ({ page }) => {
    const element = await openAlone(page, explorable);
    const [svg] = await Promise.all([page.waitForEvent('download'), element.locator('[data-do=svg]').click()]);
    const text = Buffer.concat(await (await svg.createReadStream()).toArray()).toString();
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(text).not.toMatch(/var\(|undefined|NaN/);
    const [png] = await Promise.all([page.waitForEvent('download'), element.locator('[data-do=png]').click()]);
    const bytes = Buffer.concat(await (await png.createReadStream()).toArray());
    expect([bytes.subarray(1, 4).toString(), bytes.length > 5000]).toEqual(['PNG', true]);
  });
}

// In a unit test each has the picture that the build drew: `live-explorable.test.ts`.
for (const path of lessonsBy('run', 'pictures')) {
  const explorables = placed.filter((one) => one.path === path);
  test(`${path}: each is activated with the picture that the page was built with, and nothing moves`, async ({
    page,
    browser,
  }) => {
    const pictures = ({ id }: PlacedExplorable) => `[id="${id}"] .figure-plot`;
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const built = await plain.newPage();
    await built.goto(pageUrl(path));
    const before = await Promise.all(explorables.map((one) => drawingsOf(built.locator(pictures(one)))));
    for (const { id } of explorables) await expect(built.locator(`[id="${id}"] .needs-script`).first()).toBeHidden();
    await plain.close();
    await page.addInitScript(() => {
      Object.assign(window, { shifts: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          Object.assign(window, {
            shifts: Number(Reflect.get(window, 'shifts')) + Number(Reflect.get(entry, 'value')),
          });
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    // Without the mark of what lies under its marks, the browser draws the whole picture and not only these.
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        for (const ground of document.querySelectorAll('[data-ground]')) ground.removeAttribute('data-ground');
      });
    });
    // What moves when the fonts of the page come is another matter, and over before the script may come.
    let letCome = () => {};
    const mayCome = new Promise<void>((resolve) => {
      letCome = resolve;
    });
    await page.route(/\/live-explorable\./, async (route) => {
      await mayCome;
      await route.continue();
    });
    await page.goto(pageUrl(path));
    // Once there is a reader, the whole page is laid out, and asks for its fonts.
    await page.mouse.move(1, 1);
    await expect(page.locator('html')).not.toHaveAttribute('data-layout');
    await fontsArrived(page);
    await frame(page);
    await page.evaluate(() => Object.assign(window, { shifts: 0 }));
    letCome();
    for (const [i, explorable] of explorables.entries()) {
      const element = page.locator(`[id="${explorable.id}"]`);
      await element.scrollIntoViewIfNeeded();
      await whenLive(element);
      await frame(page);
      expect(await shortenedDrawingsOf(page.locator(pictures(explorable))), explorable.id).toEqual(before[i]);
    }
    expect(await page.evaluate(() => Reflect.get(window, 'shifts'))).toBe(0);
  });
}

/** Checks a guess: the answer is closed before, and open with a verdict after. */
async function answer(element: Locator, check: (button: Locator) => Promise<void>): Promise<void> {
  await expect(element.locator('[data-part=answer]')).not.toHaveAttribute('open');
  await check(element.locator('[data-do=check]'));
  await expect(element.locator('[data-part=verdict]')).toHaveText(/^(Right|Not quite)\. \S/);
  await expect(element.locator('[data-part=answer]')).toHaveAttribute('open');
  await element.locator('[data-do=explore]').press('Enter');
  await frame(element.page());
}

async function press(page: Page, element: Locator, action: string): Promise<void> {
  await element.locator(`[data-do=${action}]`).focus();
  await page.keyboard.press('Enter');
}

async function expectChange(page: Page, element: Locator, act: () => Promise<void>): Promise<void> {
  const before = await stateOf(element);
  await act();
  await frame(page);
  expect(await stateOf(element)).not.toBe(before);
}

/** A place in a picture that no handle covers: a press on a handle does not move it. */
async function placeBesideHandles(picture: Locator): Promise<{ x: number; y: number }> {
  const place = await picture.evaluate((one) => {
    const { left, top } = one.getBoundingClientRect();
    const boxes = [...one.querySelectorAll('.handle')].map((handle) => handle.getBoundingClientRect());
    return [150, 90, 210]
      .flatMap((x) => [70, 100].map((y) => ({ x, y })))
      .find(({ x, y }) =>
        boxes.every((box) => left + x < box.left || left + x > box.right || top + y < box.top || top + y > box.bottom),
      );
  });
  if (place === undefined) throw new Error('handles cover the picture');
  return place;
}

/** One step, ten steps, and both ends. */
async function expectKeysToMove(page: Page, element: Locator, slider: Locator): Promise<void> {
  const value = () => slider.getAttribute('aria-valuetext');
  const after = async (key: string) => {
    if (!(await slider.isVisible())) return '';
    await slider.press(key);
    await frame(page);
    return value();
  };
  await slider.focus();
  const low = await after('Home');
  const one = await after('ArrowRight');
  await after('Home');
  const ten = await after('Shift+ArrowRight');
  const high = await after('End');
  expect(new Set([low, one, ten, high]).size, String([low, one, ten, high])).toBeGreaterThanOrEqual(3);
  await press(page, element, 'reset');
  await frame(page);
}

async function expectSteps(page: Page, element: Locator, act: (action: string) => Promise<void>): Promise<void> {
  await act('reset');
  await frame(page);
  const step = async () => Number((await element.locator('[data-part=step]').innerText()).split(' ')[0]);
  // A run that is shown at its end begins there with a step back.
  const isAtEnd = (await step()) === Number(await element.locator('[data-part=scrubber]').getAttribute('max'));
  if (isAtEnd) await act('back');
  await frame(page);
  const start = await step();
  await act('step');
  await frame(page);
  expect(await step()).toBe(start + 1);
  await act('back');
  await frame(page);
  expect(await step()).toBe(start);
  // Played at its end, it begins anew.
  if (isAtEnd) await act('reset');
  await frame(page);
  const before = await step();
  await act('play');
  await frame(page);
  expect(await step(), 'the first step at once').not.toBe(before);
  const first = await step();
  expect(await tick(page), 'what would take the next step').toBe(1);
  await frame(page);
  expect(await step()).toBe(first + 1);
  await act('play');
  expect(await tick(page), 'what would take a step after Pause').toBe(0);
}

/** What Tab reaches inside, in order. */
async function tabStops(page: Page, element: Locator): Promise<string[]> {
  await element.evaluate((root) => root.querySelector<HTMLElement>('.handle, button, summary, input')?.focus());
  await page.keyboard.press('Shift+Tab');
  await element.evaluate((root) => {
    const all = [...root.querySelectorAll('*')];
    const stops: string[] = [];
    root.addEventListener('focusin', ({ target }) => stops.push(String(all.indexOf(target as Element))));
    Object.assign(window, { stops });
  });
  // Once more than there are stops, which leaves it.
  const most = (await element.evaluate(countFocusable)) + 1;
  for (let i = 0; i < most; i++) await page.keyboard.press('Tab');
  expect(await element.evaluate((root) => root.contains(document.activeElement))).toBe(false);
  return page.evaluate(() => Reflect.get(window, 'stops') as string[]);
}

function countFocusable(root: Element): number {
  const all = [...root.querySelectorAll<HTMLElement>('a[href], button, input, select, summary, [tabindex="0"]')];
  const radios = new Set<string>();
  return all.filter((one) => {
    if (!one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) return false;
    if (one.matches(':disabled')) return false;
    if (one.closest('details:not([open])') !== null && one.tagName !== 'SUMMARY') return false;
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
    const first = !radios.has(one.name);
    radios.add(one.name);
    return first;
  }).length;
}

/** Everything to be pressed that is smaller than a thumb. */
function smallTargets(root: Element): string[] {
  const targets = root.querySelectorAll(
    'button, a[href], select, summary, .option, .handle, input:not([type=radio], [type=checkbox])',
  );
  return [...targets].flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    const small = width > 0 && (height < 43.5 || (width < 43.5 && target.tagName !== 'SUMMARY'));
    return small ? [`${target.outerHTML.slice(0, 80)} is ${width} × ${height}`] : [];
  });
}
