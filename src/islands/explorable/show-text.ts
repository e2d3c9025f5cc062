/** Sets a text if it is another: an unchanged live region stays silent. */
export function showText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
