import { makeElement } from './make-element.ts';

/** A button that calls `press` when it is activated. */
export function makeButton(
  name: string,
  press: (event: MouseEvent) => void,
  properties: Partial<HTMLButtonElement> = {},
): HTMLButtonElement {
  const button = makeElement('button', { type: 'button', className: 'cell-button', ...properties }, name);
  button.addEventListener('click', press);
  return button;
}
