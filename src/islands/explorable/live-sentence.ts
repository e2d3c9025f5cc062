/**
 * Shows the sentence, or the note, of the current state. It is a live region, which is silent until {@link announceSentence}: a screen
 * reader would otherwise read a sentence for each frame of a run.
 */
export function showSentence(element: Element, text: string): void {
  if (element.textContent === text) return;
  element.setAttribute('aria-live', 'off');
  element.textContent = text;
}

/** Announces the sentence, if it has changed since it was last announced. */
export function announceSentence(element: Element): void {
  if (element.getAttribute('aria-live') !== 'off') return;
  element.removeAttribute('aria-live');
  // Only what is inserted into a live region is announced.
  element.replaceChildren(element.textContent ?? '');
}
