import { drawRecordedFigure } from '../../figures/recorded/draw-recorded-figure.ts';
import { readRecordedFigure } from '../../figures/recorded/recorded-figure.ts';
import { makeElement } from '../dom/make-element.ts';

/** The pictures of a run, for the place below its output. `id` is a prefix of ids in the pictures, unique in the page. */
export function drawFigures(figures: readonly unknown[], id: string): HTMLElement[] {
  return figures.map((figure, i) => {
    const picture =
      paintedPicture(figure) ?? drawRecordedFigure(readRecordedFigure(figure), `run-${id}-figure-${i + 1}`, document);
    return makeElement('div', { className: 'cell-figure', translate: false }, picture);
  });
}

/** A picture drawn by the real Matplotlib, if the reader chose it: a PNG in base64. */
function paintedPicture(figure: unknown): HTMLImageElement | undefined {
  if (typeof figure !== 'object' || figure === null || !('png' in figure)) return undefined;
  const { png } = figure;
  if (typeof png !== 'string' || !/^[A-Za-z0-9+/=]+$/.test(png)) throw new TypeError('A picture is not in base64.');
  return makeElement('img', { src: `data:image/png;base64,${png}`, alt: 'A picture drawn by Matplotlib' });
}
