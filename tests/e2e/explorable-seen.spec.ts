import { expect, type Locator, type Page, test } from '@playwright/test';
import { explore, frame, guessByKey, openAlone, placed } from './explorables.ts';

/** What a window of 1280 × 720 shows of a page, with some of the text around. */
const mostHeight = 640;

for (const explorable of placed) {
  test(`${explorable.id} in ${explorable.path} is seen whole, and nothing in it moves`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const element = await openAlone(page, explorable);
    await page.evaluate(() => document.fonts.ready);
    const first = await boxesOf(element);
    expect(first['it']?.[3], 'its height').toBeLessThanOrEqual(mostHeight);
    expect(await element.evaluate(leavesOwnBox), 'what is cut off').toEqual([]);
    for (const act of waysThrough(page, element)) {
      await act();
      await frame(page);
      expect(shifted(first, await boxesOf(element))).toEqual([]);
      expect(await element.evaluate(leavesOwnBox)).toEqual([]);
    }
  });

  test(`${explorable.id} in ${explorable.path} fits a phone, with its picture in view`, async ({ page }) => {
    const element = await openAlone(page, explorable);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await page.evaluate(() => {
        document.body.style.paddingBlockEnd = '1000px';
      });
      for (const act of [() => Promise.resolve(), () => explore(element)]) {
        await act();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        for (const part of await element.locator('.explorable-panel :is(.ask-bar, .control:enabled)').all()) {
          if (!(await part.isVisible())) continue;
          await part.evaluate((one) => one.scrollIntoView({ block: 'end' }));
          await expect(element.locator('.explorable-picture').first()).toBeInViewport({ ratio: 0.9 });
        }
      }
    }
  });
}

/** Through the guess and its answer to the controls, to their ends, along the run, and back. */
function waysThrough(page: Page, element: Locator): (() => Promise<unknown>)[] {
  const toAll = (key: string) => async () => {
    for (const slider of await element.locator('.explorable-controls [type=range]:enabled').all())
      await slider.press(key);
  };
  const scrubber = element.locator('[data-part=scrubber]');
  const scrub = async (key: string) => {
    if ((await scrubber.count()) > 0) await scrubber.press(key);
  };
  return [
    () => guessByKey(element),
    () => element.locator('[data-do=check]').click(),
    () => explore(element),
    toAll('End'),
    () => scrub('End'),
    toAll('Home'),
    () => scrub('Home'),
    () => element.locator('[data-do=reset]').click(),
    () => page.mouse.move(0, 0),
  ];
}

/** What lies elsewhere than before, by more than a pixel: fractions are set in fractions of one. */
function shifted(before: Boxes, after: Boxes): string[] {
  return Object.entries(before).flatMap(([name, box]) => {
    const now = after[name] ?? [];
    return box.every((side, i) => Math.abs(side - (now[i] ?? Number.NaN)) <= 1) ? [] : [`${name}: ${box} → ${now}`];
  });
}

type Boxes = Readonly<Record<string, readonly number[]>>;

/** Where the parts of an explorable are in it, in whole pixels. */
async function boxesOf(element: Locator): Promise<Boxes> {
  return element.evaluate((root) => {
    const { left, top } = root.getBoundingClientRect();
    const parts = {
      it: root,
      ...Object.fromEntries(
        ['pictures', 'time', 'controls', 'readouts', 'actions'].map((name) => [
          name,
          root.querySelector(`[data-part=${name}]`),
        ]),
      ),
    };
    return Object.fromEntries(
      Object.entries(parts).flatMap(([name, part]) => {
        const box = part?.getBoundingClientRect();
        return box ? [[name, [box.left - left, box.top - top, box.width, box.height].map(Math.round)]] : [];
      }),
    );
  });
}

/** The parts whose content is larger than they are, or that reach beyond the explorable. */
function leavesOwnBox(root: Element): string[] {
  const whole = root.getBoundingClientRect();
  const parts = root.querySelectorAll('.explorable-time, .panel-cards, .ask, .control, .readout, .explorable-more');
  return [...parts].flatMap((part) => {
    const { left, right, bottom } = part.getBoundingClientRect();
    const isOut = left < whole.left - 1 || right > whole.right + 1 || bottom > whole.bottom + 1;
    const isCut = part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0;
    return isOut || isCut ? [part.className] : [];
  });
}
