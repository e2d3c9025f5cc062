import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import type { CellFace } from './cell-face.ts';

/** The actions of the buttons for a reader's code from last time. */
interface ClaimActions {
  readonly run: () => void;
  readonly reset: () => void;
}

/** The line between a cell's bar and its output, which tells whose output it is, and the words before the lesson's mark. */
export class CellClaim {
  readonly element = makeElement('p', { className: 'cell-claim', hidden: true });
  readonly #whose = makeElement('span', { className: 'cell-whose' });
  readonly #lastTime = makeElement('span', { className: 'cell-last-time' });
  readonly #markWords = makeElement('span', { className: 'verdict-whose' }, 'the lesson: ');
  readonly #mark: Element | null | undefined;

  /** @param cell contains the panes; the mark is next to it in its figure */
  constructor(cell: HTMLElement, label: string, { run, reset }: ClaimActions) {
    this.#mark = cell.closest('.example')?.querySelector('.verdict');
    const runIt = makeButton('Run', run);
    runIt.ariaLabel = `Run your code from last time, ${label}`;
    this.#lastTime.append('Your code from last time', runIt, makeButton('Back to the lesson’s', reset));
    this.element.append(this.#lastTime, this.#whose);
  }

  /** @param hasOutput whether the lesson has an output that could be mistaken for the reader's */
  show({ shows, isDimmed, mark, isFromLastTime }: CellFace, hasOutput: boolean): void {
    const isLessons = shows === 'lesson' && isDimmed && hasOutput;
    this.#whose.textContent = isLessons ? 'The lesson’s output' : '';
    this.#lastTime.hidden = !isFromLastTime;
    this.element.hidden = !isLessons && !isFromLastTime;
    if (mark === 'of this') this.#markWords.remove();
    else this.#mark?.prepend(this.#markWords);
  }
}
