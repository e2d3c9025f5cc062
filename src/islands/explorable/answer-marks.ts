import type { Point } from '../../core/point.ts';
import type { Handle } from '../../explorables/kit/explorable.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { figureFrame } from '../../figures/parts/figure-frame.ts';
import { makeElement } from '../dom/make-element.ts';
import type { ExplorableState } from './explorable-store.ts';
import { setIfOther } from './patch-children.ts';

/**
 * After an answer, the reader's guess and the right one in the picture, both named. The right one moves there from the
 * guess, by a transition of the stylesheet; it is at its place at once where motion is reduced.
 */
export function showAnswerMarks(pictures: HTMLElement, figures: readonly Figure[], state: ExplorableState): void {
  const marks = marksOf(figures, state);
  if (marks === undefined) {
    for (const mark of pictures.querySelectorAll('.answer-mark')) mark.remove();
    return;
  }
  const { figure, guess, truth, name } = marks;
  const picture = pictures.children[figures.indexOf(figure)];
  if (!(picture instanceof HTMLElement)) return;
  const [mine, right] = [markIn(picture, 'is-guess', 'you'), markIn(picture, 'is-truth', name)];
  const isNew = !right.hasAttribute('style');
  setIfOther(mine, 'style', placeOf(figure, guess));
  if (isNew) {
    right.setAttribute('style', placeOf(figure, guess));
    // The place from which it moves has to be known to the browser.
    right.getBoundingClientRect();
  }
  setIfOther(right, 'style', placeOf(figure, truth));
}

interface Marks {
  readonly figure: Figure;
  readonly guess: Point;
  readonly truth: Point;
  readonly name: string;
}

/** `undefined` while there is nothing to compare. */
function marksOf(figures: readonly Figure[], { asking, card }: ExplorableState): Marks | undefined {
  if (asking === undefined || asking.isOpen || asking.guess === undefined || card !== 'question') return undefined;
  const { handle, truth } = asking.prediction;
  if (handle === undefined || truth === undefined) return undefined;
  const [mine, right] = [handle(asking.guess), handle(truth.setting)];
  const figure = figureOf(figures, mine);
  return figure && { figure, guess: mine.at, truth: right.at, name: truth.name ?? 'it is' };
}

function figureOf(figures: readonly Figure[], { figure: name }: Pick<Handle, 'figure'>): Figure | undefined {
  return figures.find((one) => one.name === (name ?? figures[0]?.name));
}

function markIn(picture: HTMLElement, kind: string, name: string): HTMLElement {
  const known = picture.querySelector<HTMLElement>(`.answer-mark.${kind}`);
  if (known) return known;
  const mark = makeElement('div', { className: `answer-mark ${kind}` }, makeElement('span', {}, name));
  picture.append(mark);
  return mark;
}

function placeOf(figure: Figure, at: Point): string {
  const frame = figureFrame(figure);
  const [left, top] = frame.within(frame.toDrawing(at));
  return `left: ${((100 * left) / figure.width).toFixed(3)}%; top: ${((100 * top) / figure.height).toFixed(3)}%`;
}
