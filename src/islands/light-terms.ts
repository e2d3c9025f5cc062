/**
 * Lights what means the same: the term of the equation, the mark, the number, the column of the table and the line of
 * code that carry one `data-term`. Pointing lights for as long as it points; pressing a number, or Enter on it, keeps
 * the light on. Returns what lights again after something was drawn anew.
 */
export function lightTerms(root: HTMLElement): () => void {
  let [pointed, kept]: (string | undefined)[] = [undefined, undefined];
  const show = (): void => {
    const term = pointed ?? kept;
    root.toggleAttribute('data-lit', term !== undefined && isDrawn(root, term));
    for (const element of root.querySelectorAll<HTMLElement>('[data-term]')) {
      element.classList.toggle('is-lit', element.dataset['term'] === term);
      if (element.matches('.readout')) makeKey(element, element.dataset['term'] === kept);
    }
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

function makeKey(readout: HTMLElement, pressed: boolean): void {
  readout.setAttribute('role', 'button');
  readout.tabIndex = 0;
  readout.setAttribute('aria-pressed', String(pressed));
}
