import { setIfOther } from '../../core/patch-tree.ts';

/**
 * Highlights everything with the same `data-term`: the term of the equation, the mark, the number, the column of the table
 * and the line of code. Pointing highlights temporarily; pressing a number, or Enter on it, keeps the highlight. Returns
 * a function that highlights again after a new render.
 */
export function highlightTerms(root: HTMLElement): () => void {
  let [pointed, kept]: (string | undefined)[] = [undefined, undefined];
  const show = (): void => {
    const term = pointed ?? kept;
    for (const element of root.querySelectorAll<HTMLElement>('.is-lit')) {
      if (element.dataset['term'] !== term) element.classList.remove('is-lit');
    }
    for (const readout of root.querySelectorAll<HTMLElement>('.readout')) {
      const { term } = readout.dataset;
      if (term === undefined) removeKey(readout);
      else makeKey(readout, term === kept);
    }
    setFlag(root, 'data-lit', term !== undefined && isDrawn(root, term));
    if (term === undefined) return;
    for (const element of root.querySelectorAll(`[data-term="${term}"]`)) element.classList.add('is-lit');
  };
  const pointAt = ({ target }: Event): void => {
    pointed = termAt(target);
    show();
  };
  const press = ({ target }: Event): void => {
    const readout = target instanceof Element ? target.closest<HTMLElement>('.readout[data-term]') : null;
    if (readout === null) return;
    kept = kept === readout.dataset['term'] ? undefined : readout.dataset['term'];
    show();
  };
  root.addEventListener('pointerover', pointAt);
  root.addEventListener('pointerleave', () => {
    pointed = undefined;
    show();
  });
  root.addEventListener('focusin', pointAt);
  root.addEventListener('focusout', () => {
    pointed = undefined;
    show();
  });
  root.addEventListener('click', press);
  root.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (!(event.target instanceof Element) || !event.target.matches('.readout')) return;
    event.preventDefault();
    press(event);
  });
  return show;
}

function termAt(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-term]')?.dataset['term'] : undefined;
}

function isDrawn(root: HTMLElement, term: string): boolean {
  return root.querySelector(`.figure-moving [data-term="${term}"]`) !== null;
}

/** Makes a number a toggle button. */
function makeKey(readout: HTMLElement, pressed: boolean): void {
  setIfOther(readout, 'role', 'button');
  setIfOther(readout, 'tabindex', '0');
  setIfOther(readout, 'aria-pressed', String(pressed));
}

/** Makes a number plain text again: it may have replaced another one, and have no term. */
function removeKey(readout: HTMLElement): void {
  for (const name of ['role', 'tabindex', 'aria-pressed']) readout.removeAttribute(name);
}

function setFlag(element: Element, name: string, on: boolean): void {
  if (element.hasAttribute(name) !== on) element.toggleAttribute(name, on);
}
