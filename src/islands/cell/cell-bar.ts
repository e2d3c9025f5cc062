import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import type { CellVoice } from './cell.ts';

/** What the buttons of a cell ask for. */
export interface CellActions {
  readonly run: () => void;
  readonly stop: () => void;
  readonly edit: () => void;
  readonly reset: () => void;
  readonly undo: () => void;
  readonly copy: () => void;
  /** Runs the examples of the session before this one; left out where there are none. */
  readonly runAbove: (() => void) | undefined;
}

export interface CellBarState {
  readonly running: boolean;
  readonly editing: boolean;
  readonly changed: boolean;
  readonly alone: boolean;
  readonly canUndo: boolean;
}

/** The buttons under the code of a cell, and what they have to say. */
export class CellBar implements CellVoice {
  readonly element: HTMLElement;
  private readonly runButton: HTMLButtonElement;
  private readonly editButton: HTMLButtonElement;
  private readonly resetButton: HTMLButtonElement;
  private readonly undoButton: HTMLButtonElement;
  private readonly status = makeElement('p', { className: 'cell-status', role: 'status' });
  private readonly remark = makeElement('p', { className: 'cell-remark' });
  private readonly offered = makeElement('p', { className: 'cell-offer' });
  private running = false;

  constructor(label: string, actions: CellActions, offerId: string) {
    this.runButton = makeButton('Run', (event) => this.press(actions, event));
    this.runButton.classList.add('cell-run');
    this.runButton.title = 'Ctrl+Enter or ⌘+Enter';
    this.runButton.setAttribute('aria-keyshortcuts', 'Control+Enter Meta+Enter');
    this.editButton = makeButton('Edit', actions.edit);
    this.resetButton = makeButton('Reset', actions.reset);
    this.undoButton = makeButton('Undo', actions.undo);
    const copyButton = makeButton('Copy', actions.copy);
    this.offered.id = offerId;
    this.runButton.setAttribute('aria-describedby', offerId);
    const buttons = [this.runButton, this.editButton, this.resetButton, this.undoButton, copyButton];
    if (actions.runAbove) buttons.push(makeButton('Run all above', actions.runAbove));
    buttons[5]?.classList.add('cell-above');
    this.element = makeElement('div', { className: 'cell-bar', role: 'group', ariaLabel: label }, ...buttons);
    this.element.append(makeElement('div', { className: 'cell-says' }, this.status, this.remark, this.offered));
    this.show({ running: false, editing: false, changed: false, alone: false, canUndo: false });
  }

  show({ running, editing, changed, alone, canUndo }: CellBarState): void {
    this.running = running;
    this.runButton.textContent = running ? 'Stop' : 'Run';
    this.runButton.classList.toggle('cell-stop', running);
    this.editButton.hidden = editing;
    this.resetButton.hidden = !editing || (alone && !changed);
    this.resetButton.textContent = changed ? 'Reset' : 'Close';
    this.undoButton.hidden = !canUndo;
  }

  say(...words: (Node | string)[]): void {
    this.status.replaceChildren(...words);
    this.remark.textContent = '';
  }

  offer(...words: (Node | string)[]): void {
    this.offered.replaceChildren(...words);
  }

  note(words: string): void {
    this.remark.textContent = words;
  }

  focusRun(): void {
    this.runButton.focus({ preventScroll: true });
  }

  focusEdit(): void {
    this.editButton.focus();
  }

  private press({ run, stop }: CellActions, { detail: clicks }: MouseEvent): void {
    if (!this.running) run();
    // The second click of a double click should not stop what the first one began.
    else if (clicks < 2) stop();
  }
}
