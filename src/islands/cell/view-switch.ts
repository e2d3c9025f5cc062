import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';

/** One of several views, of which one at a time is shown. */
export interface SwitchedView {
  readonly name: string;
  readonly value: string;
  readonly panes: readonly HTMLElement[];
}

/** Buttons that show one of the views, beginning with the first. `chose` is called with its value. */
export function viewSwitch(views: readonly SwitchedView[], chose: (value: string) => void): HTMLElement {
  const buttons = views.map(({ name }, i) => makeButton(name, () => choose(i), { className: 'cell-view' }));
  const choose = (chosen: number): void => {
    for (const [i, { panes, value }] of views.entries()) {
      for (const pane of panes) pane.hidden = i !== chosen;
      buttons[i]?.setAttribute('aria-pressed', String(i === chosen));
      if (i === chosen) chose(value);
    }
  };
  choose(0);
  return makeElement('div', { className: 'cell-views', role: 'group', ariaLabel: 'Show' }, ...buttons);
}
