import { makeElement } from './make-element.ts';

/**
 * Has the browser save a text as a file. Its address is given up much later: a busy browser has not read it yet when the
 * click returns, and would save nothing.
 */
export function saveText(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  makeElement('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
