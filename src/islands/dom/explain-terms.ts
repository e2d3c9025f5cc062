import { makeElement } from './make-element.ts';

/**
 * Shows the definition of a term of the glossary beside it: while a pointer rests on it, while it has the focus, and after
 * a tap, which without a script would follow the link. Escape closes it, and so does a tap elsewhere.
 */
export function explainTerms(page: Document): void {
  const card = new TermCard();
  const termOf = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : undefined;
  page.addEventListener('pointerover', (event) => {
    const term = termOf(event);
    if (event.pointerType !== 'mouse') return;
    if (term) card.show(term);
    else if (!card.holds(event.target)) card.hideSoon();
    else card.stay();
  });
  page.addEventListener('focusin', (event) => {
    const term = termOf(event);
    if (term?.matches(':focus-visible')) card.show(term);
    else if (!card.holds(event.target)) card.hide();
  });
  page.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') card.hide();
  });
  page.addEventListener('click', (event) => {
    const term = termOf(event);
    // A finger cannot rest on a word: its first tap shows the card, the second follows the link.
    const isTap = (event as PointerEvent).pointerType === 'touch';
    if (term && isTap && !card.isFor(term)) {
      event.preventDefault();
      card.show(term);
    } else if (!card.holds(event.target)) card.hide();
  });
}

class TermCard {
  readonly #card = makeElement('div', { className: 'term-card', id: 'term-card', hidden: true });
  #term: HTMLAnchorElement | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;

  isFor(term: HTMLAnchorElement): boolean {
    return this.#term === term;
  }

  holds(target: EventTarget | null): boolean {
    return target instanceof Node && this.#card.contains(target);
  }

  show(term: HTMLAnchorElement): void {
    this.stay();
    if (this.#term === term) return;
    this.hide();
    // The browser would show its title as well.
    const words = term.title;
    term.dataset['definition'] ??= words;
    term.removeAttribute('title');
    const more = makeElement('a', { href: term.href }, 'In the glossary');
    this.#card.replaceChildren(makeElement('p', {}, term.dataset['definition']), makeElement('p', {}, more));
    this.#card.hidden = false;
    term.setAttribute('aria-describedby', this.#card.id);
    this.#term = term;
    document.body.append(this.#card);
    this.#place(term);
  }

  hide(): void {
    this.stay();
    this.#card.hidden = true;
    this.#term?.removeAttribute('aria-describedby');
    this.#term = undefined;
  }

  /** Leaves time to move the pointer from the word onto the card. */
  hideSoon(): void {
    if (this.#term) this.#soon ??= setTimeout(() => this.hide(), 250);
  }

  stay(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
  }

  /** Below the word, or above it where there is no room; within the window. */
  #place(term: HTMLElement): void {
    const word = term.getClientRects()[0] ?? term.getBoundingClientRect();
    const card = this.#card.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(word.left, width - card.width - 8));
    const below = word.bottom + 6;
    const top = below + card.height > innerHeight ? word.top - card.height - 6 : below;
    this.#card.style.insetInlineStart = `${left + scrollX}px`;
    this.#card.style.insetBlockStart = `${Math.max(8, top) + scrollY}px`;
  }
}
