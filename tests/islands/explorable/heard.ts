import { hiddenByStyles } from '../aloud/hidden-by-styles.ts';
import { readAloud } from '../aloud/read-aloud.ts';

/** What no screen reader reads: what is not shown, the drawing of a formula, the marks of a picture. */
const unread = [
  '[hidden]',
  'details:not([open]) > :not(summary)',
  '[aria-hidden=true]',
  'annotation',
  '[role=img] > :not(title, desc)',
  ...hiddenByStyles(),
].join(', ');
const live = ':is([role=status], [role=alert], [aria-live], output):not([aria-live=off])';

/** An explorable for somebody who does not see it: what is read, and what is announced. */
export class Heard {
  readonly #root: HTMLElement;
  #last: ReadonlyMap<string, string>;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#last = liveTexts(perceived(root));
  }

  /** Elements of the explorable, or all of it, from their first word to their last. */
  read(selector: string): Promise<string[]> {
    const root = perceived(this.#root);
    const parts = root.matches(selector) ? [root] : [...root.querySelectorAll(selector)];
    return readAloud(parts.map(({ outerHTML }) => outerHTML).join(''));
  }

  /** The texts that the live regions have announced since the last call. */
  announced(): string[] {
    const [before, now] = [this.#last, liveTexts(perceived(this.#root))];
    this.#last = now;
    return [...now].filter(([part, text]) => text !== '' && text !== before.get(part)).map(([, text]) => text);
  }
}

/** The texts of the live regions, by what they are of. */
function liveTexts(root: Element): ReadonlyMap<string, string> {
  const regions = [...root.querySelectorAll(live)];
  const keyOf = (region: Element, i: number) => region.getAttribute('data-part') ?? `${region.className} ${i}`;
  return new Map(regions.map((region, i) => [keyOf(region, i), region.textContent.trim()]));
}

/** A copy without what is not read, in which the inputs say whether they are checked and disabled. */
function perceived(root: HTMLElement): Element {
  const copy = root.cloneNode(true) as Element;
  const [inputs, copies] = [root, copy].map((one) => [...one.querySelectorAll<HTMLInputElement>('input')]);
  inputs?.forEach((input, i) => {
    copies?.[i]?.toggleAttribute('checked', input.checked);
    copies?.[i]?.toggleAttribute('disabled', input.disabled || input.closest('fieldset[disabled]') !== null);
  });
  for (const element of copy.querySelectorAll(unread)) element.remove();
  return copy;
}
