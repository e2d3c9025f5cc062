import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import type { CellFace } from './cell-face.ts';

/** The actions of a cell's buttons. */
export interface CellActions {
  readonly run: () => void;
  readonly stop: () => void;
  readonly edit: () => void;
  readonly reset: () => void;
  readonly undo: () => void;
  readonly copy: () => void;
  /** Runs the examples of the session before this one; `undefined` if there are none. */
  readonly runAbove: (() => void) | undefined;
}

/** The buttons under the code of a cell. */
export class CellBar {
  readonly element: HTMLElement;
  readonly #run: HTMLButtonElement;
  readonly #edit: HTMLButtonElement;
  readonly #reset: HTMLButtonElement;
  readonly #undo: HTMLButtonElement;
  #isRunning = false;

  /** @param offerId the id of the element that describes the first Run */
  constructor(label: string, actions: CellActions, offerId: string) {
    this.#run = makeButton('Run', (event) => this.#press(actions, event));
    this.#run.classList.add('cell-run');
    this.#run.title = 'Ctrl+Enter or ⌘+Enter';
    this.#run.setAttribute('aria-keyshortcuts', 'Control+Enter Meta+Enter');
    this.#run.setAttribute('aria-describedby', offerId);
    this.#edit = makeButton('Edit', actions.edit);
    this.#reset = makeButton('Reset', actions.reset);
    this.#undo = makeButton('Undo', actions.undo);
    const buttons = [this.#run, this.#edit, this.#reset, this.#undo, makeButton('Copy', actions.copy)];
    if (actions.runAbove) {
      buttons.push(makeButton('Run all above', actions.runAbove, { className: 'cell-button cell-above' }));
    }
    this.element = makeElement('div', { className: 'cell-bar', role: 'group', ariaLabel: label }, ...buttons);
  }

  /** @param isAlone whether the cell belongs to no lesson and is always open */
  show({ isRunning, isEditing, isChanged, canUndo }: CellFace, isAlone: boolean): void {
    this.#isRunning = isRunning;
    this.#run.textContent = isRunning ? 'Stop' : 'Run';
    this.#run.classList.toggle('cell-stop', isRunning);
    this.#edit.hidden = isEditing;
    this.#reset.hidden = !isEditing || (isAlone && !isChanged);
    this.#reset.textContent = isChanged ? 'Reset' : 'Close';
    this.#undo.hidden = !canUndo;
  }

  /** Puts the focus on Run. */
  focusRun(): void {
    this.#run.focus({ preventScroll: true });
  }

  focusEdit(): void {
    this.#edit.focus();
  }

  #press({ run, stop }: CellActions, { detail: clicks }: MouseEvent): void {
    if (!this.#isRunning) run();
    // The second click of a double click should not stop the run that the first one started.
    else if (clicks < 2) stop();
  }
}
