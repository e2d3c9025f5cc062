import '../../styles/components/sheet.css';
import type { Cell } from '../cell/cell.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { saveText } from '../dom/save-text.ts';
import { printOnly } from './print-only.ts';
import { runSteps } from './run-steps.ts';
import { sheetFile } from './sheet-file.ts';
import { sheetNode } from './sheet-node.ts';

export interface SheetWish {
  /** Of the reader; may be empty. */
  readonly name: string;
  readonly now: Date;
  /** Says to the reader how far it has come. */
  readonly say: (words: string) => void;
}

/** Runs the reader's steps, and returns the sheet with its buttons; `undefined`, with a message, if one could not run. */
export async function makeSheet(
  cells: readonly Cell[],
  { name, now, say }: SheetWish,
): Promise<HTMLElement[] | undefined> {
  const steps = await runSteps(cells, (i) => say(`Running step ${i + 1} of ${cells.length}.`));
  if (!steps) {
    say(
      'The sheet could not be made, because a step has not run: its cell says why. Press the button again afterwards.',
    );
    return undefined;
  }
  const passed = steps.filter(({ hasPassed }) => hasPassed).length;
  const left = passed === cells.length ? '' : ' You can make the sheet again when the others pass.';
  say(`The sheet is below. ${passed} of ${cells.length} steps pass their checks.${left}`);
  const sheet = sheetNode(steps, { name, now });
  const print = makeButton('Print', () => printOnly(sheet), { className: 'question-button' });
  const save = () => saveText(sheetFile(sheet), 'my-line.html', 'text/html');
  const keep = makeButton('Save as a file', save, { className: 'question-button' });
  return [makeElement('div', { className: 'question-bar' }, print, keep), sheet];
}
