import { makeElement } from './make-element.ts';

let region: HTMLElement | undefined;

/** Makes a screen reader announce something, in the page's live region for answers. */
export function announce(words: string): void {
  region ??= makeElement('p', { className: 'visually-hidden', role: 'status' });
  if (!region.isConnected) document.body.append(region);
  region.textContent = words;
}

/** The text of some elements for a screen reader: without purely visual parts, and with each formula once. */
export function spokenText(...elements: readonly Element[]): string {
  const words = elements.map((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const silent of copy.querySelectorAll('[aria-hidden=true], annotation')) silent.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  });
  return words.filter(Boolean).join(' ');
}
