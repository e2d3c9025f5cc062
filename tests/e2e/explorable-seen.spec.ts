import { expect, type Locator, type Page } from '@playwright/test';
import { explore, frame, guessByKey, lessonsWithExplorables, openTogether } from './explorables.ts';
import { test } from './warm.ts';

/** What a window of 1280 × 720 shows of a page, with some of the text around. */
const mostHeight = 640;

for (const [path, explorables] of lessonsWithExplorables('seen whole')) {
  test(`the explorables of ${path} are seen whole, nothing in them moves, and they fit a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 });
    const elements = await openTogether(page, path, explorables);
    for (const [i, element] of elements.entries()) {
      await test.step(explorables[i]?.id ?? '', () => expectToStayInPlace(page, element));
    }
    // As it was opened: what was answered is asked again, and the controls are behind the question.
    await page.evaluate(() => sessionStorage.clear());
    const again = await openTogether(page, path, explorables);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await page.evaluate(() => {
        document.body.style.paddingBlockEnd = '1000px';
      });
      for (const [i, element] of again.entries()) {
        await test.step(`${explorables[i]?.id} at ${width} px`, () => expectToFit(page, element, width));
      }
    }
    for (const [width, height] of [
      [360, 740],
      [740, 360],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const [i, element] of again.entries()) {
        const covered = await element.evaluate(coveredControls);
        expect(covered, `${explorables[i]?.id} at ${width} × ${height}`).toEqual([]);
      }
    }
  });
}

async function expectToStayInPlace(page: Page, element: Locator): Promise<void> {
  await element.scrollIntoViewIfNeeded();
  const first = await boxesOf(element);
  expect(first['it']?.[3], 'its height').toBeLessThanOrEqual(mostHeight);
  expect(await element.evaluate(leavesOwnBox), 'what is cut off').toEqual([]);
  for (const act of waysThrough(page, element)) {
    await act();
    await frame(page);
    expect(shifted(first, await boxesOf(element))).toEqual([]);
    expect(await element.evaluate(leavesOwnBox)).toEqual([]);
  }
}

/** With its picture in view beside each of its controls. */
async function expectToFit(page: Page, element: Locator, width: number): Promise<void> {
  for (const act of [() => showQuestion(element), () => explore(element)]) {
    await act();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expect(await element.evaluate(besideLegend), 'options beside the question of their choice').toEqual([]);
    expect(await element.evaluate(controlsWithoutPicture)).toEqual([]);
  }
  expect(await element.evaluate(widerFolds), 'folds wider than the window').toEqual([]);
}

/** The folds that a long line makes wider than their explorable when they are open: there is no way to see its end. */
function widerFolds(root: Element): (string | null)[] {
  const { right } = root.getBoundingClientRect();
  const folds = [...root.querySelectorAll<HTMLDetailsElement>('.explorable-fold')];
  const wider = folds.filter((fold) => {
    fold.open = true;
    const isWider = fold.getBoundingClientRect().right > right + 1;
    fold.open = false;
    return isWider || fold.dataset['held'] !== undefined;
  });
  return wider.map((fold) => fold.textContent);
}

/** The controls beside which, when each is at the lower edge of the window, a tenth of the picture or more is hidden. */
function controlsWithoutPicture(root: Element): string[] {
  const parts = root.querySelectorAll('.explorable-panel :is(.ask-bar, .control:enabled)');
  const shown = [...parts].filter((part) => part.checkVisibility());
  return shown.flatMap((part) => {
    part.scrollIntoView({ block: 'end' });
    const picture = root.querySelector('.explorable-picture')?.getBoundingClientRect();
    const row = root.querySelector('.explorable-pictures')?.getBoundingClientRect();
    if (picture === undefined || row === undefined) return ['there is no picture'];
    const across = Math.min(picture.right, row.right, innerWidth) - Math.max(picture.left, row.left, 0);
    const down = Math.min(picture.bottom, row.bottom, innerHeight) - Math.max(picture.top, row.top, 0);
    const share = (Math.max(across, 0) * Math.max(down, 0)) / (picture.width * picture.height);
    return share < 0.9 ? [`${part.className}: ${share.toFixed(2)} of the picture`] : [];
  });
}

/** The controls over which the picture lies once the window has come back to them, as it does for the focus. */
function coveredControls(root: Element): string[] {
  const parts = [...root.querySelectorAll('.explorable-panel :is(button, input):enabled, .explorable-more summary')];
  const shown = parts.filter((part) => part.checkVisibility({ visibilityProperty: true }));
  return shown.flatMap((part) => {
    scrollTo(0, document.documentElement.scrollHeight);
    part.scrollIntoView({ block: 'nearest' });
    const { top, bottom } = part.getBoundingClientRect();
    const picture = root.querySelector('.explorable-pictures')?.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    return picture && picture.top < middle && middle < picture.bottom ? [part.outerHTML.slice(0, 80)] : [];
  });
}

async function showQuestion(element: Locator): Promise<void> {
  const tab = element.locator('[data-do=question]');
  if ((await tab.count()) > 0 && (await tab.isVisible())) await tab.click();
}

/** The options of a guess that do not begin below the question of their choice. */
function besideLegend(element: Element): (string | null)[] {
  const legend = element.querySelector('.ask-guess .choice-fields legend');
  const top = legend?.getBoundingClientRect().bottom ?? 0;
  const options = [...element.querySelectorAll('.ask-guess .choice-fields .option')];
  return options.filter((one) => one.getBoundingClientRect().top < top - 1).map((one) => one.textContent);
}

/** Through the guess and its answer to the controls, to their ends, along the run, and back. */
function waysThrough(page: Page, element: Locator): (() => Promise<unknown>)[] {
  // To the ends of its sliders, as Home and End bring them there: `explorable-tour.spec.ts` presses the keys.
  const slide = (selector: string, to: 'min' | 'max') => () =>
    element.locator(selector).evaluateAll((sliders, to) => {
      for (const slider of sliders) {
        if (!(slider instanceof HTMLInputElement)) continue;
        slider.value = slider[to];
        slider.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }, to);
  const controls = '.explorable-controls [type=range]:enabled';
  return [
    () => guessByKey(element),
    () => element.locator('[data-do=check]').click(),
    () => explore(element),
    slide(controls, 'max'),
    slide('[data-part=scrubber]', 'max'),
    slide(controls, 'min'),
    slide('[data-part=scrubber]', 'min'),
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
