/**
 * Scrolls to an element of the page. What `src/site/layout-script.ts` left for later is laid out before: the place of the
 * element follows from the heights of what is above it, which would be guesses.
 */
export function scrollToElement(element: Element, options: ScrollIntoViewOptions = {}): void {
  delete element.ownerDocument.documentElement.dataset['layout'];
  element.scrollIntoView(options);
}
