import { signOfReader } from '../dom/sign-of-reader.ts';
import { activateExplorable } from './activate-explorable.ts';

/** The distance from the window at which an explorable is activated: half a window, about one swipe. */
const margin = '50% 0px';

/**
 * `<calculus-explorable>`: the static picture from the build until it comes near the view of a reader. Only then the code
 * of explorables is loaded.
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
    await signOfReader();
    if (this.isConnected)
      await activateExplorable(this, async () => (await import('./live-explorable.ts')).prepareExplorable(this));
  }
}

if (!customElements.get('calculus-explorable')) customElements.define('calculus-explorable', ExplorableElement);
