import '../../styles/components/cell/result.css';
import { compareOutput } from '../../examples/compare/compare.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import type { Cell } from './cell.ts';
import { diffPane } from './diff-pane.ts';

/** A choice between two versions of a cell's code. */
interface CodeChoice {
  readonly words: string;
  readonly mine: string;
  readonly other: string;
  /** The label of the button for the other version. */
  readonly takeOther: string;
  readonly otherName: string;
  readonly keep: () => void;
  readonly take: () => void;
}

/**
 * Asks a reader who changed an example that the lesson has changed since: theirs, or the new one? Until they choose, the
 * page shows the new one, and theirs is kept.
 */
export function chooseCode(cell: Cell, mine: string): void {
  askWhichCode(cell, {
    words: 'You changed this example, and the lesson has changed it since.',
    mine,
    other: cell.lesson.code,
    takeOther: 'Take the new one',
    otherName: 'new',
    keep: () => void cell.propose(mine),
    take: () => cell.takeLesson(mine),
  });
}

/** Asks a reader who has changed an example in two tabs. Until they choose, what the other tab has left stays kept. */
export function chooseTab(cell: Cell, other: string): void {
  askWhichCode(cell, {
    words: 'You changed this example in another tab as well. What you write here is not kept until you choose.',
    mine: cell.code,
    other,
    takeOther: 'Take the other',
    otherName: 'other',
    keep: () => {
      cell.keepMine();
      cell.bar.focusRun();
    },
    take: () => void cell.propose(other),
  });
}

/** Removes the question, because it is obsolete. */
export function withdrawChoice(cell: Cell): void {
  cell.querySelector(':scope > .cell-choice')?.remove();
}

function askWhichCode(cell: Cell, { words, mine, other, takeOther, otherName, keep, take }: CodeChoice): void {
  withdrawChoice(cell);
  const panel = makeElement('div', { className: 'cell-choice', role: 'group', ariaLabel: 'Which code' });
  const answer = (name: string, act: () => void) =>
    makeButton(name, () => {
      panel.remove();
      act();
    });
  const differences = diffPane(compareOutput(whole(other), whole(mine))?.rows ?? [], {
    expected: otherName,
    actual: 'mine',
  });
  differences.hidden = true;
  const compare = makeButton('Compare', () => {
    differences.hidden = !differences.hidden;
    compare.setAttribute('aria-expanded', String(!differences.hidden));
  });
  compare.setAttribute('aria-expanded', 'false');
  panel.append(
    makeElement('p', { role: 'status' }, words),
    answer('Keep mine', keep),
    answer(takeOther, take),
    compare,
    differences,
  );
  cell.bar.element.after(panel);
}

function whole(code: string): string {
  return `${code.trimEnd()}\n`;
}
