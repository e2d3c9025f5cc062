/** An element that comes alive once it is less than half a window from being visible. */
export abstract class NearElement extends HTMLElement {
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#observer?.disconnect();
        void this.comeAlive();
      },
      { rootMargin: '50% 0px' },
    );
    this.#observer.observe(this);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  abstract comeAlive(): Promise<void>;
}
