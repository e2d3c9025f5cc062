import { parseHTML } from 'linkedom';
import { afterEach, expect, it, vi } from 'vitest';
import { fetchAhead } from '../../../src/islands/dom/fetch-ahead.ts';

afterEach(() => vi.unstubAllGlobals());

/** A page with a link, what it has fetched ahead, and what brings the link near. */
function page() {
  let comeNear = () => {};
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(seen: (entries: { readonly isIntersecting: boolean }[]) => void) {
        comeNear = () => seen([{ isIntersecting: true }]);
      }
      observe() {}
      disconnect() {}
    },
  );
  const { document } = parseHTML('<html><head></head><body><a rel="next" href="/guide/next/">Next</a></body></html>');
  const link = document.querySelector('a') as HTMLAnchorElement;
  const fetched = () => [...document.querySelectorAll('link[rel=prefetch]')].map((one) => one.getAttribute('href'));
  return { link, fetched, comeNear: () => comeNear() };
}

it('fetches the page of the link when it comes near, and not before', () => {
  const { link, fetched, comeNear } = page();
  fetchAhead(link, false);
  expect(fetched()).toEqual([]);
  comeNear();
  expect(fetched()).toEqual([link.href]);
});

it('fetches nothing where data are to be saved', () => {
  const { link, fetched, comeNear } = page();
  fetchAhead(link, true);
  comeNear();
  expect(fetched()).toEqual([]);
});
