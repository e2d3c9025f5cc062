import '../../styles/components/search.css';
import { type FoundPlace, findInPlaces, type Places } from '../../core/find-in-places.ts';
import { makeElement } from '../dom/make-element.ts';
import { findPassages, type Passage } from './passages.ts';
import { resultItems } from './result-list.ts';

let shown: SearchDialog | undefined;

/** Opens the search of the site. */
export function openSearch(base: string): void {
  shown ??= new SearchDialog(base);
  shown.open();
}

/** A field, and below it what was found, as links: by the arrow keys, Tab or a pointer. Enter follows the first. */
class SearchDialog {
  readonly #base: string;
  readonly #input = makeElement('input', {
    type: 'search',
    className: 'search-input',
    autocomplete: 'off',
    spellcheck: false,
    placeholder: '∇, eta, np.linspace, learning rate',
    ariaLabel: 'Search the guide',
  });
  readonly #status = makeElement('p', { className: 'search-status', role: 'status' });
  readonly #results = makeElement('ul', { className: 'search-results' });
  readonly #dialog: HTMLDialogElement;
  #places: Promise<Places> | undefined;
  /** Counts the queries, so that the answer to an earlier one does not replace that to a later. */
  #asked = 0;
  /** Resolves when the results of the last change of the query are shown. */
  #answered: Promise<void> = Promise.resolve();

  constructor(base: string) {
    this.#base = base;
    const close = makeElement('button', { type: 'button', className: 'search-close' }, 'Close');
    const field = makeElement('div', { className: 'search-field' }, this.#input, close);
    this.#dialog = makeElement(
      'dialog',
      { className: 'search', ariaLabel: 'Search' },
      field,
      this.#status,
      this.#results,
    );
    close.addEventListener('click', () => this.#dialog.close());
    this.#input.addEventListener('input', () => {
      this.#answered = this.#ask();
    });
    this.#dialog.addEventListener('keydown', (event) => this.#move(event));
    this.#dialog.addEventListener('click', ({ target }) => {
      const onLink = target instanceof Element && target.closest('a') !== null;
      // Outside of the dialog's content there is its backdrop.
      if (onLink || target === this.#dialog) this.#dialog.close();
    });
    document.body.append(this.#dialog);
  }

  open(): void {
    if (this.#dialog.open) return;
    this.#dialog.showModal();
    this.#input.select();
    // From now on the search works without a network as well.
    navigator.serviceWorker?.controller?.postMessage({ keepBelow: 'search/' });
  }

  async #ask(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const query = this.#input.value.trim();
    if (query === '') return this.#show('', [], []);
    try {
      this.#places ??= this.#fetchPlaces();
      const places = findInPlaces(await this.#places, query);
      const signs = places.map(({ what }) => what).filter((what) => [...what].length === 1 && what !== query);
      // Where the words stand together comes first.
      const phrase = /\s/.test(query) ? [`"${query.replaceAll('"', '')}"`] : [];
      const passages = await findPassages(this.#base, [...phrase, query, ...signs.slice(0, 1)]);
      if (asked === this.#asked) this.#show(query, places, passages);
    } catch {
      this.#places = undefined;
      if (asked === this.#asked)
        this.#say('The index of the search could not be fetched. Check your connection, and type again.');
    }
  }

  async #fetchPlaces(): Promise<Places> {
    const response = await fetch(`${this.#base}search/places.json`);
    if (!response.ok) throw new Error(`The server answered ${response.status}.`);
    return response.json();
  }

  #show(query: string, places: readonly FoundPlace[], passages: readonly Passage[]): void {
    const count = places.length + passages.reduce((sum, { sections }) => sum + sections.length, 0);
    this.#results.replaceChildren(...resultItems(this.#base, places, passages));
    if (query === '') this.#status.textContent = '';
    else
      this.#status.textContent =
        count === 0 ? `Nothing for “${query}”.` : `${count} ${count === 1 ? 'place' : 'places'}`;
  }

  #say(words: string): void {
    this.#results.replaceChildren();
    this.#status.textContent = words;
  }

  #move(event: KeyboardEvent): void {
    // A browser would empty the field first.
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#dialog.close();
    }
    if (event.key === 'Enter' && event.target === this.#input) void this.#follow();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    void this.#focus(step);
  }

  /** Opens the first result. */
  async #follow(): Promise<void> {
    const [first] = await this.#links();
    first?.click();
  }

  /** Moves the focus to the next link or to the one before; above the first is the field. */
  async #focus(step: number): Promise<void> {
    const links = await this.#links();
    const at = links.indexOf(document.activeElement as HTMLAnchorElement) + step;
    (at < 0 ? this.#input : links[Math.min(at, links.length - 1)])?.focus();
  }

  /** The links of the results for what is in the field: those for an earlier query are not meant by a key. */
  async #links(): Promise<HTMLAnchorElement[]> {
    for (let last: Promise<void> | undefined; last !== this.#answered; ) {
      last = this.#answered;
      await last;
    }
    return this.#dialog.open ? [...this.#results.querySelectorAll('a')] : [];
  }
}
