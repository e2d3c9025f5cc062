import { expect, type Locator } from '@playwright/test';
import { frame, lessonsWithExplorables, openTogether } from './explorables.ts';
import { test } from './warm.ts';

/** How many places along a slider are tried. */
const places = 7;

for (const [path, explorables] of lessonsWithExplorables('names')) {
  test(`the names of guesses and answers in ${path} cover no words of the pictures`, async ({ page }) => {
    const elements = await openTogether(page, path, explorables);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 740 });
      for (const [i, element] of elements.entries()) {
        const title = `${explorables[i]?.id} at ${width} px`;
        await test.step(title, async () => expect(await guessAll(element), title).toEqual([]));
      }
    }
  });
}

/** Makes each guess, or some along a slider, and checks it. Returns what is covered after each. */
async function guessAll(element: Locator): Promise<string[]> {
  const covered: string[] = [];
  const choices = await element.locator('.ask-guess [type=radio]').count();
  const count = (await element.locator('.ask-guess').count()) === 0 ? 0 : choices || places;
  for (let i = 0; i < count; i++) {
    await element.evaluate(guessOnce, i / (count - 1));
    await frame(element.page());
    // The guess before this one may have left the answer in place of the button.
    await element.locator('[data-do=check]').dispatchEvent('click');
    await frame(element.page());
    covered.push(...(await element.evaluate(coveredWords)));
  }
  return covered;
}

/** Brings the control of the guess to a part of what it can be, as a reader's input would. */
function guessOnce(root: Element, part: number): void {
  const radios = [...root.querySelectorAll<HTMLInputElement>('.ask-guess [type=radio]')];
  const slider = root.querySelector<HTMLInputElement>('.ask-guess [type=range]');
  const radio = radios[Math.round(part * (radios.length - 1))];
  if (radio) radio.checked = true;
  else if (slider) slider.value = String(Number(slider.min) + part * (Number(slider.max) - Number(slider.min)));
  else root.querySelector<HTMLElement>('.ask-guess [data-move="1"]')?.click();
  for (const type of ['input', 'change']) (radio ?? slider)?.dispatchEvent(new Event(type, { bubbles: true }));
}

/** The names that hide words of the picture or another name, or that reach out of the picture. */
function coveredWords(root: Element): string[] {
  const boxOf = (one: Element) => one.getBoundingClientRect();
  const names = [...root.querySelectorAll('.answer-mark span')];
  const words = [...root.querySelectorAll('.explorable-picture svg :is(text, tspan):not(:has(tspan))')];
  if (names.length === 0) return ['there are no names'];
  return names.flatMap((name, i) => {
    const own = boxOf(name);
    const picture = boxOf(name.closest('.explorable-picture') ?? root);
    const hides = [...words, ...names.slice(0, i)].filter((other) => {
      const box = boxOf(other);
      const across = Math.min(own.right, box.right) - Math.max(own.left, box.left);
      const down = Math.min(own.bottom, box.bottom) - Math.max(own.top, box.top);
      return across > 1 && down > 1;
    });
    const out = Math.max(
      picture.left - own.left,
      own.right - picture.right,
      picture.top - own.top,
      own.bottom - picture.bottom,
    );
    return [
      ...hides.map((other) => `${name.textContent} over ${other.textContent}`),
      ...(out > 1 ? [`${name.textContent} out of the picture`] : []),
    ];
  });
}
