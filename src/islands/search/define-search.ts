import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { isTypedInto } from '../dom/is-typed-into.ts';
import { makeElement } from '../dom/make-element.ts';

/**
 * Makes a button, and the key `/` outside of what is typed in, open the search. Nothing of it is fetched before.
 *
 * @param base the address of the site's first page
 */
export function defineSearch(button: HTMLButtonElement, base: string): void {
  const open = async () => {
    document.querySelector('.site-search-failed')?.remove();
    try {
      const { openSearch } = await fetchPart(() => import('./search-dialog.ts'));
      openSearch(base);
    } catch (error) {
      if (!(error instanceof MissingPartError)) throw error;
      button.after(makeElement('p', { className: 'site-search-failed', role: 'alert' }, error.message));
    }
  };
  button.addEventListener('click', open);
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event.target)) return;
    event.preventDefault();
    void open();
  });
}
