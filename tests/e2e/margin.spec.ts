import { expect } from '@playwright/test';
import { sampleOf } from '../depth.ts';
import { fontsArrived } from './fetched-fonts.ts';
import { laidOutUrl, lessonPaths } from './sites.ts';
import { test } from './warm.ts';

/** What stands in the margin of a lesson, and what reaches into it. */
const inMargin = '.prose > .display + .aloud, figcaption, .explorable, .derivative-rules .table';

for (const path of sampleOf('margin', lessonPaths)) {
  test(`${path}: what stands in a wide margin is in the window, and lies on nothing else`, async ({ page }) => {
    await page.goto(laidOutUrl(path));
    await fontsArrived(page);
    for (const width of [1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const { count, faults } = await page.evaluate(faultsInMargin, inMargin);
      expect(count, 'notes in the margin').toBeGreaterThan(0);
      expect(faults, `at ${width} px`).toEqual([]);
    }
  });
}

function faultsInMargin(selector: string): { count: number; faults: string[] } {
  const edge = document.querySelector('.prose')?.getBoundingClientRect().right ?? 0;
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
  const boxes = all
    .map((element) => ({
      words: (element.textContent ?? '').trim().slice(0, 40),
      box: element.getBoundingClientRect(),
    }))
    .filter(({ box }) => box.right > edge + 1);
  const faults = boxes.flatMap(({ words, box }, i) => {
    const others = boxes.slice(i + 1).filter((other) => {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      return across > 0 && down > 0;
    });
    return [
      ...(box.right > innerWidth ? [`“${words}” leaves the window`] : []),
      ...others.map((other) => `“${words}” lies on “${other.words}”`),
    ];
  });
  return { count: boxes.length, faults };
}
