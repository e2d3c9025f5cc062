import { size } from '../parts/theme.ts';
import { attributesOfPlot } from '../render/attributes-of-plot.ts';
import { shortenNumbers } from '../render/shorten-numbers.ts';
import { adaptColors } from './adapt-colors.ts';
import { alignedFrames } from './aligned-frames.ts';
import { describeRecordedFigure } from './describe-recorded-figure.ts';
import { drawRecordedPanel } from './draw-recorded-panel.ts';
import type { Edges } from './frame.ts';
import { type FigureLayout, layoutFigure, type Offset, type Stacked } from './layout.ts';
import type { RecordedFigure } from './recorded-figure.ts';
import type { RecordedMark } from './recorded-mark.ts';
import { svgElement, svgText } from './svg-element.ts';
import { setWords } from './words.ts';

/**
 * Draws a figure that `matplotlib.pyplot` recorded: an SVG element made by `document`, not yet attached to it.
 *
 * Its ids begin with `id`, which must be unique in the page. It is one image with a title and a description to a screen
 * reader. The stylesheet (`figure.css`) sizes it, and puts panels that stand side by side below each other on a narrow
 * screen. The same figure gives the same element, whichever document makes it.
 */
export function drawRecordedFigure(figure: RecordedFigure, id: string, document: Document): SVGSVGElement {
  const layout = layoutFigure(figure);
  const svg = svgElement(document, 'svg', {
    class: 'figure-plot recorded-figure',
    viewBox: `0 0 ${layout.width} ${layout.height}`,
    preserveAspectRatio: 'xMidYMin',
    style: sizes(layout),
    'data-columns': layout.columns > 1 ? layout.columns : null,
    'font-size': size.tick,
    role: 'img',
  }) as SVGSVGElement;
  const frames = alignedFrames(figure, layout);
  const panels = figure.panels.map((panel, i) => {
    const [frame, places] = [frames[i], layout.panels[i]];
    if (!frame || !places) throw new TypeError(`panel ${i + 1} has no place`);
    const drawn = placed(drawRecordedPanel(panel, frame, document), frame, places, `${id}-${i + 1}`, document);
    if (panel.marks.some(isGround)) drawn.setAttribute('data-ground', '');
    return drawn;
  });
  svg.append(...names(figure, id, svg, document), ...headline(figure, layout, document), ...panels);
  for (const element of [...svg.querySelectorAll('*')]) tidy(element);
  adaptColors(svg);
  return svg;
}

/** Whether a mark covers the page's background. */
function isGround(mark: RecordedMark): boolean {
  return mark.kind === 'image' || (mark.kind === 'contours' && mark.filled);
}

function sizes({ width, stackedHeight, wide, columns }: FigureLayout): string {
  const shape = columns > 1 ? `;--shape:${width}/${Math.round(stackedHeight)}` : '';
  return `--wide:${Math.round(wide * 10) / 10}rem${shape}`;
}

/**
 * A panel as a part of the figure, in its place. It is a group and not an SVG in the SVG, since a stylesheet can move a
 * group only: `--stacked` is where it goes when panels stand below each other.
 */
function placed(
  drawing: Element,
  edges: Edges,
  { place, stacked }: { place: Offset; stacked: Stacked },
  id: string,
  document: Document,
): Element {
  drawing.querySelector('style')?.remove();
  const at = ({ x, y }: Offset, unit: string) => `translate(${tenth(x)}${unit},${tenth(y)}${unit})`;
  const attributes = {
    class: 'recorded-panel',
    transform: at(place, ''),
    style: `--stacked:${at(stacked, 'px')} scale(${Math.round(stacked.scale * 1000) / 1000})`,
    'text-anchor': 'middle',
    fill: 'currentColor',
  };
  const panel = svgElement(document, 'g', attributes, [...drawing.children]);
  clip(panel, edges, id, document);
  return panel;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** One clip path for all that is cut off at the frame, with an id of the figure's own. */
function clip(drawing: Element, { left, right, top, bottom }: Edges, id: string, document: Document): void {
  const clipped = [...drawing.querySelectorAll('[clip-path], [data-clipped]')];
  for (const path of [...drawing.querySelectorAll('clipPath')]) path.remove();
  for (const element of clipped) {
    element.removeAttribute('data-clipped');
    element.setAttribute('clip-path', `url(#${id}-clip)`);
  }
  const rect = svgElement(document, 'rect', { x: left, y: top, width: right - left, height: bottom - top });
  if (clipped.length > 0) drawing.prepend(svgElement(document, 'clipPath', { id: `${id}-clip` }, [rect]));
}

function names(figure: RecordedFigure, id: string, svg: Element, document: Document): Element[] {
  const { title, description } = describeRecordedFigure(figure);
  svg.setAttribute('aria-labelledby', `${id}-title`);
  svg.setAttribute('aria-describedby', `${id}-desc`);
  return [
    svgElement(document, 'title', { id: `${id}-title` }, [title]),
    svgElement(document, 'desc', { id: `${id}-desc` }, [description]),
  ];
}

function headline({ title }: RecordedFigure, { width, headline: high }: FigureLayout, document: Document): Element[] {
  if (title.text === '') return [];
  const { fontSize, fill, fontWeight, fontStyle } = {
    fontWeight: null,
    fontStyle: null,
    ...setWords(title, 0.55 * high, 1.5),
  };
  const look = { 'font-size': fontSize, fill, 'font-weight': fontWeight, 'font-style': fontStyle };
  return [
    svgText(document, [width / 2, 0.5 * high], title.text, {
      class: 'recorded-headline',
      'text-anchor': 'middle',
      ...look,
    }),
  ];
}

function tidy(element: Element): void {
  shortenNumbers(element);
  // The whole picture is one image with one description; the kind of a mark stays readable for styles and tests.
  const mark = element.getAttribute('aria-description') ?? element.getAttribute('aria-label');
  if (mark !== null) element.setAttribute('data-mark', mark);
  for (const attribute of attributesOfPlot) element.removeAttribute(attribute);
}
