import { activateExplorable } from './activate-explorable.ts';

/** How far below or above the window an explorable may be when it is made ready: half a window, a flick of a thumb. */
const margin = '50% 0px';

/**
 * `<calculus-explorable>`: the picture that the page was built with, until it comes near the view. Only then is
 * anything of an explorable loaded.
 */
class ExplorableElement extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#activate();
      },
      { rootMargin: margin },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  async #activate(): Promise<void> {
    this.#observer?.disconnect();
    await activateExplorable(this, async () => (await import('./live-explorable.ts')).prepareExplorable(this));
  }
}

if (!customElements.get('calculus-explorable')) customElements.define('calculus-explorable', ExplorableElement);
