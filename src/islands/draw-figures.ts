import { drawRecordedFigure } from '../figures/draw-recorded-figure.ts';
import { readRecordedFigure } from '../figures/recorded-figure.ts';
import { makeElement } from './make-element.ts';

/** The pictures of a run, to stand under its output. `id` begins the ids that a picture needs, unique in the page. */
export function drawFigures(figures: readonly unknown[], id: string): HTMLElement[] {
  return figures.map((figure, i) => {
    const picture = drawRecordedFigure(readRecordedFigure(figure), `run-${id}-${i + 1}`, document);
    return makeElement('div', { className: 'cell-figure' }, picture);
  });
}
