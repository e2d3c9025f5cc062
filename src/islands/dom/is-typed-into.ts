/**
 * Whether keys that are pressed while this has the focus are a text, a choice, or for a dialog. The editor of a cell is in
 * a shadow tree: for the page, its host has the focus and gets its keys.
 */
export function isTypedInto(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const inner = target.shadowRoot?.activeElement;
  if (inner) return isTypedInto(inner);
  return target.isContentEditable || target.matches('input, textarea, select') || target.closest('dialog') !== null;
}
