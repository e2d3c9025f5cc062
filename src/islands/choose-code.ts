import { compareOutput } from '../examples/compare.ts';
import type { Cell } from './cell.ts';
import { diffPane } from './diff-pane.ts';
import { makeElement } from './make-element.ts';

/**
 * Asks a reader who changed an example that the lesson has changed since: theirs, or the new one? Until they choose, the
 * page shows the new one, and theirs is kept.
 */
export function chooseCode(cell: Cell, mine: string): void {
  const panel = makeElement('div', { className: 'cell-choice', role: 'group', ariaLabel: 'Which code' });
  const differences = diffPane(compareOutput(whole(cell.lesson.code), whole(mine))?.rows ?? [], {
    expected: 'new',
    actual: 'mine',
  });
  differences.hidden = true;
  const compare = choice('Compare', () => {
    differences.hidden = !differences.hidden;
    compare.setAttribute('aria-expanded', String(!differences.hidden));
  });
  compare.setAttribute('aria-expanded', 'false');
  panel.append(
    makeElement('p', {}, 'You changed this example, and the lesson has changed it since.'),
    choice('Keep mine', () => {
      panel.remove();
      void cell.propose(mine);
    }),
    choice('Take the new one', () => {
      panel.remove();
      cell.takeLesson(mine);
    }),
    compare,
    differences,
  );
  cell.bar.element.after(panel);
}

function choice(name: string, press: () => void): HTMLButtonElement {
  const button = makeElement('button', { type: 'button', className: 'cell-button' }, name);
  button.addEventListener('click', press);
  return button;
}

function whole(code: string): string {
  return `${code.trimEnd()}\n`;
}
