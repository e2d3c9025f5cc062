import { makeElement } from './make-element.ts';

/** Copies a text to the clipboard; `false` if the browser does not allow it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No HTTPS, or not allowed: the older API may still be allowed.
    return copySelected(text);
  }
}

function copySelected(text: string): boolean {
  const holder = makeElement('textarea', { value: text, className: 'visually-hidden' });
  const focused = document.activeElement;
  document.body.append(holder);
  holder.select();
  const copied = document.execCommand('copy');
  holder.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}
