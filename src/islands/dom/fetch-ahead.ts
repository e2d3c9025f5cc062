import { whenNear } from './when-near.ts';

/**
 * Fetches the page of a link once the link is near the view, so that it opens at once: the next lesson, at the end of this
 * one. Not for readers who ask to save data.
 */
export function fetchAhead(link: HTMLAnchorElement, savesData = asksToSaveData()): void {
  if (savesData) return;
  whenNear(link, () => {
    const hint = link.ownerDocument.createElement('link');
    hint.rel = 'prefetch';
    hint.href = link.href;
    link.ownerDocument.head.append(hint);
  });
}

/** Not every browser says so. */
function asksToSaveData(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
