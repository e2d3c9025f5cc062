import { beforeEach, expect, it, vi } from 'vitest';
import { builtHtml, explorableOf, putIntoPage, usePages, within } from './explorable-page.ts';

usePages();

type Seen = (entries: { readonly isIntersecting: boolean }[]) => void;
const observers = new Set<{ readonly seen: Seen; readonly margin: string | undefined }>();

/** What waits for the first sign of a reader. */
const readers: (() => void)[] = [];

beforeEach(async () => {
  observers.clear();
  vi.useRealTimers();
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      readonly #own;
      constructor(seen: Seen, options?: { rootMargin: string }) {
        this.#own = { seen, margin: options?.rootMargin };
      }
      observe() {
        observers.add(this.#own);
      }
      disconnect() {
        observers.delete(this.#own);
      }
    },
  );
  const { customElements } = document.defaultView as unknown as { customElements: CustomElementRegistry };
  vi.stubGlobal('customElements', customElements);
  vi.resetModules();
  readers.length = 0;
  vi.stubGlobal('addEventListener', (kind: string, seen: () => void) => void (kind === 'scroll' && readers.push(seen)));
  await import('../../../src/islands/explorable/explorable-element.ts');
});

const look = (isIntersecting: boolean) => {
  for (const { seen } of [...observers]) seen([{ isIntersecting }]);
};

it('stays as it was built until it comes near the window of a reader; then it is loaded, once', async () => {
  const html = builtHtml(explorableOf('descent-1d'));
  const root = putIntoPage(html);
  expect([...observers].map(({ margin }) => margin)).toEqual(['50% 0px']);
  look(false);
  expect(root.dataset['live']).toBeUndefined();
  look(true);
  expect(observers.size).toBe(0);
  await Promise.resolve();
  expect(root.dataset['live'], 'nobody is there').toBeUndefined();
  for (const scroll of readers) scroll();
  await vi.waitFor(() => expect(root.dataset['live']).toBe('ready'), { timeout: 60_000 });
  expect(within<HTMLFieldSetElement>(root, '[data-part=controls]').disabled).toBe(false);
});

it('observes nothing once it has left the page', () => {
  const root = putIntoPage(builtHtml(explorableOf('descent-1d')));
  expect(observers.size).toBe(1);
  root.remove();
  expect(observers.size).toBe(0);
});
