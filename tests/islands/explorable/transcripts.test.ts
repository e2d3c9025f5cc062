import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { prepareExplorable, quiet } from '../../../src/islands/explorable/live-explorable.ts';
import { allExplorables, builtHtml, enter, fire, nextFrame, putIntoPage, usePages, within } from './explorable-page.ts';
import { Heard } from './heard.ts';

const folder = fileURLToPath(new URL('transcripts', import.meta.url));

/** What depends on the last bit of a processor: numbers of the size of rounding, and the step at which a walk stands still. */
const unsteady = [
  [/−?\d(?:\.\d+)? × 10⁻(?:¹[³⁴-⁹]|[²³⁴-⁹][⁰¹²³⁴-⁹])/g, '⟪tiny⟫'],
  [/(?<=slider, step \d+ of )\d+/g, '⟪last⟫'],
] as const;

usePages();

it.each(allExplorables)('$id: what a screen reader says on the way through it', async (explorable) => {
  const root = putIntoPage(builtHtml(explorable));
  (await prepareExplorable(root))();
  const heard = new Heard(root);
  const sections: string[] = [];
  const note = async (title: string, selector: string) => {
    const announced = heard.announced();
    for (const text of announced)
      expect(text, 'a sentence, which is understood without what is around it').toMatch(/[.?]$/);
    const spoken = [...announced.map((text) => `announced: ${text}`), ...(await heard.read(selector))];
    const text = [`## ${title}`, ...spoken].join('\n');
    sections.push(unsteady.reduce((so, [numbers, name]) => so.replace(numbers, name), text));
  };
  const press = (name: string) => {
    root.querySelector<HTMLElement>(`[data-do=${name}]`)?.click();
    settle();
  };
  const moved = (inside: string) => {
    const selector = move(root, inside);
    nextFrame();
    expect(heard.announced(), 'what is announced while more may follow').toEqual([]);
    settle();
    return selector;
  };
  await note('Read from the start', '.explorable');
  if (root.hasAttribute('data-asking')) {
    await note('A guess is made', moved('[data-part=guess]'));
    press('check');
    await note('Check', '.ask');
    press('explore');
    await note('Now try it', '.explorable > :not(.explorable-title, .explorable-pictures, .explorable-more)');
  }
  await note('The first control is moved', moved('[data-part=controls] .control:not([disabled])'));
  if (explorable.speed !== undefined) {
    const back = isAtEnd(within(root, '[data-part=scrubber]'));
    press(back ? 'back' : 'step');
    await note(back ? 'Back' : 'Step', '.time-scrubber, .explorable-words');
  }
  await expect(`${sections.join('\n\n')}\n`).toMatchFileSnapshot(join(folder, `${explorable.id}.txt`));
});

const isAtEnd = (input: HTMLInputElement) => input.value === input.getAttribute('max');

/** Lets the changes come to rest, after which they are announced. */
function settle(): void {
  nextFrame();
  vi.advanceTimersByTime(quiet);
}

/** Moves the first input, as a key does, of what a selector names. Returns the selector of the row of the input. */
function move(root: HTMLElement, inside: string): string {
  const inputs = ['[type=range]', '[type=radio]:not([checked])', '[type=checkbox]', '[data-move="1"]'];
  const input = within(root, `${inside} :is(${inputs})`);
  if (input.type === 'range') enter(input, input.valueAsNumber + (isAtEnd(input) ? -1 : 1));
  else if (input.localName === 'button') input.click();
  else {
    input.checked = true;
    fire(input, 'change');
  }
  for (const earlier of root.querySelectorAll('[data-moved]')) earlier.removeAttribute('data-moved');
  input.closest('.choice-fields, .option, .control-row, li')?.setAttribute('data-moved', '');
  return '[data-moved]';
}
