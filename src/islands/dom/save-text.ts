import { makeElement } from './make-element.ts';

/** Has the browser save a text as a file. */
export function saveText(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  makeElement('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
