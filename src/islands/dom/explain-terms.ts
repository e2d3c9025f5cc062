import '../../styles/components/term-card.css';
import type { Definition, Definitions } from '../../core/definitions.ts';
import { makeElement } from './make-element.ts';
import { signOfReader } from './sign-of-reader.ts';

/**
 * Shows the definition of a term of the glossary beside it: once a pointer moves onto it, while it has the focus, and after
 * a tap, which without a script would follow the link. Escape closes it, and so does a tap elsewhere. Definitions are
 * fetched at the first sign of a reader: a page with all of them would be longer for everyone.
 *
 * @param address of the definitions
 */
export function explainTerms(page: Document, address: string): void {
  const card = new TermCard(signOfReader().then(() => readDefinitions(address)));
  const termOf = ({ target }: Event) =>
    target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : undefined;
  // A page that scrolls or grows under a resting pointer enters words as well: nobody pointed at those, and a card that
  // was closed over one stays closed.
  let resting = { clientX: -1, clientY: -1 };
  const hasMoved = ({ clientX, clientY }: PointerEvent) => clientX !== resting.clientX || clientY !== resting.clientY;
  page.addEventListener('pointermove', ({ clientX, clientY }) => {
    resting = { clientX, clientY };
  });
  page.addEventListener('pointerover', (event) => {
    const term = termOf(event);
    if (event.pointerType !== 'mouse') return;
    if (term && (hasMoved(event) || card.isFor(term))) void card.show(term);
    else if (!card.holds(event.target)) card.hideSoon();
    else card.stay();
  });
  page.addEventListener('focusin', (event) => {
    const term = termOf(event);
    if (term?.matches(':focus-visible')) void card.show(term);
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
      void card.show(term);
    } else if (!card.holds(event.target)) card.hide();
  });
}

/** The definitions; none if they cannot be fetched, and a term is then a link and nothing more. */
async function readDefinitions(address: string): Promise<Definitions> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.json() : {};
  } catch {
    return {};
  }
}

class TermCard {
  readonly #definitions: Promise<Definitions>;
  readonly #card = makeElement('div', { className: 'term-card', id: 'term-card', hidden: true });
  #term: HTMLAnchorElement | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(definitions: Promise<Definitions>) {
    this.#definitions = definitions;
  }

  isFor(term: HTMLAnchorElement): boolean {
    return this.#term === term;
  }

  holds(target: EventTarget | null): boolean {
    return target instanceof Node && this.#card.contains(target);
  }

  async show(term: HTMLAnchorElement): Promise<void> {
    this.stay();
    if (this.#term === term) return;
    this.hide();
    this.#term = term;
    const definition = (await this.#definitions)[new URL(term.href).hash.slice(1)];
    // Another one may have been asked for, or none.
    if (!definition || this.#term !== term) return;
    // The browser would show the title of a symbol as well.
    term.removeAttribute('title');
    const more = makeElement('a', { href: term.href }, 'In the glossary');
    this.#card.replaceChildren(makeElement('p', {}, explanationOf(term, definition)), makeElement('p', {}, more));
    this.#card.hidden = false;
    term.setAttribute('aria-describedby', this.#card.id);
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

/** A formula is explained with its symbol and how that is read. */
function explanationOf(term: HTMLElement, { words, symbol }: Definition): string {
  return symbol && term.classList.contains('term-symbol') ? `${symbol}: ${words}` : words;
}
