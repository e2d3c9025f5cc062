import { expect, type Locator } from '@playwright/test';
import { setEquation } from '../../src/explorables/kit/set-equation.ts';
import { frame, openAlone, touredBy } from './explorables.ts';
import { test } from './warm.ts';

/** What is printed of an equation: a text by its ink, the line of a fraction, or the line under a term. */
interface Box {
  readonly what: string;
  /** The terms that it is in, by their order; a line under a term begins with that term. */
  readonly terms: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

for (const explorable of touredBy('equation')) {
  test(`${explorable.id} in ${explorable.path}: what is set live sits as if it had been set anew`, async ({ page }) => {
    const element = await openAlone(page, explorable);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await element.locator('[data-do=reset]').click();
      for (const act of waysFrom(element)) {
        await act();
        await frame(page);
        // An equation of a new form follows its picture, at the latest when the changes rest.
        await expect(element.locator('[data-part=sentence]')).not.toHaveAttribute('aria-live', 'off');
        const tex = (await element.locator('[data-part=equation] annotation').textContent()) ?? '';
        const [live, fresh] = await element.locator('[data-part=equation]').evaluate(boxesOfBoth, setEquation(tex));
        expect(live?.map(({ what }) => what)).toEqual(fresh?.map(({ what }) => what));
        const moved = live?.filter((box, i) => !isNear(box, fresh?.[i]));
        expect(moved, `${tex} at ${width} px`).toEqual([]);
        expect(overlaps(live ?? []), `${tex} at ${width} px`).toEqual([]);
      }
    }
  });
}

/** To the initial state, its ends, somewhere between, past the answer, and along the run. */
function waysFrom(element: Locator): (() => Promise<unknown>)[] {
  const sliders = element.locator('.explorable-controls [type=range]:enabled');
  const toAll = (key: string) => async () => {
    for (const slider of await sliders.all()) await slider.press(key);
  };
  const scrub = async (key: string) => {
    const scrubber = element.locator('[data-part=scrubber]');
    if ((await scrubber.count()) > 0) await scrubber.press(key);
  };
  const open = () => element.locator('[data-part=answer]').evaluate((fold) => fold.toggleAttribute('open', true));
  return [
    () => Promise.resolve(),
    open,
    toAll('Home'),
    () => scrub('End'),
    toAll('Shift+ArrowRight'),
    toAll('End'),
    () => scrub('Home'),
    () => scrub('Shift+ArrowRight'),
  ];
}

/** The boxes of an equation as it stands, and of the same TeX set anew in its place. */
function boxesOfBoth(equation: Element, html: string): [live: Box[], fresh: Box[]] {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('no canvas to measure letters with');
  const termsAround = (root: Element, node: Element | null): number[] => {
    const terms = [...root.querySelectorAll('[data-term]')];
    return terms.flatMap((term, i) => (term.contains(node) ? [i] : [])).reverse();
  };
  const ink = (root: Element, text: Text): Box[] => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const rect = range.getBoundingClientRect();
    const words = text.data.replace(/[\s\u200b]/g, '');
    if (words === '' || rect.width === 0) return [];
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(text.parentElement as Element);
    context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const { fontBoundingBoxAscent, actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(words);
    const baseline = rect.top + fontBoundingBoxAscent;
    const [top, bottom] = [baseline - actualBoundingBoxAscent, baseline + actualBoundingBoxDescent];
    return [
      { what: words, terms: termsAround(root, text.parentElement), left: rect.left, right: rect.right, top, bottom },
    ];
  };
  const lineUnder = (root: Element, one: Element): Box => {
    const { left, right, bottom } = one.getBoundingClientRect();
    const top = bottom - Number.parseFloat(getComputedStyle(one).borderBottomWidth);
    const what = one.hasAttribute('data-term') ? 'a line under a term' : 'the line of a fraction';
    return { what, terms: termsAround(root, one), left, right, top, bottom };
  };
  const boxesOf = (root: Element): Box[] => {
    const { left, top } = root.getBoundingClientRect();
    const half = root.querySelector('.katex-html') ?? root;
    const walker = document.createTreeWalker(half, NodeFilter.SHOW_TEXT);
    const boxes = [...half.querySelectorAll('[data-term], .frac-line')].map((one) => lineUnder(half, one));
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) boxes.push(...ink(half, node as Text));
    return boxes.map((box) => ({
      ...box,
      left: box.left - left,
      right: box.right - left,
      top: box.top - top,
      bottom: box.bottom - top,
    }));
  };
  equation.scrollLeft = 0;
  const live = boxesOf(equation);
  const other = equation.cloneNode() as Element;
  other.innerHTML = html;
  equation.replaceWith(other);
  const fresh = boxesOf(other);
  other.replaceWith(equation);
  return [live, fresh];
}

function isNear(box: Box, other: Box | undefined): boolean {
  const sides = ['left', 'right', 'top', 'bottom'] as const;
  return other !== undefined && sides.every((side) => Math.abs(box[side] - other[side]) <= 0.5);
}

/** Which letters and lines lie on one another; a line under a term keeps clear of all but its own letters. */
function overlaps(boxes: readonly Box[]): string[] {
  // Italic letters lean over their neighbours.
  const across = 2;
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => {
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      const clear = keepsClear(a, b) || keepsClear(b, a) ? 1.5 : -0.5;
      return wide > across && -high < clear ? [`${a.what} is ${(-high).toFixed(1)} px from ${b.what}`] : [];
    }),
  );
}

/** Whether a line stands under a term that the other is no part of. */
function keepsClear(line: Box, other: Box): boolean {
  return line.what === 'a line under a term' && !other.terms.includes(line.terms[0] ?? -1);
}
