import { makeElement } from './make-element.ts';

let region: HTMLElement | undefined;

/** Has a screen reader say something, in the one live region of the page for what is answered. */
export function announce(words: string): void {
  region ??= makeElement('p', { className: 'visually-hidden', role: 'status' });
  if (!region.isConnected) document.body.append(region);
  region.textContent = words;
}

/** What is read out of some elements: without what is only for the eye, and a formula once. */
export function spokenText(...elements: readonly Element[]): string {
  const words = elements.map((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const silent of copy.querySelectorAll('[aria-hidden=true], annotation')) silent.remove();
    return copy.textContent.replace(/\s+/g, ' ').trim();
  });
  return words.filter(Boolean).join(' ');
}
