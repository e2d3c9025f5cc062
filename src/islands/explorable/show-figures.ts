import type { Figure } from '../../figures/parts/figure.ts';
import { renderFigure, renderMiddle, renderMoving, renderOn } from '../../figures/render/render-figure.ts';
import { makeElement } from '../dom/make-element.ts';
import { patchChildren, patchElement } from './patch-children.ts';
import { showText } from './show-text.ts';

/**
 * Draws figures into an element, each in a picture of its own. Where a figure's ground is the one that is drawn already,
 * only the marks above it are drawn again.
 *
 * @param id of the explorable, with which the ids in its drawings begin
 */
export function showFigures(element: Element, id: string, figures: readonly Figure[]): void {
  const isOther = figures.some(({ name }, i) => element.children[i]?.getAttribute('data-figure') !== name);
  if (isOther || element.children.length !== figures.length) element.replaceChildren(...figures.map(emptyPicture));
  figures.forEach((figure, i) => {
    const picture = element.children[i];
    if (picture) showFigure(picture, { ...figure, name: `${id}-${figure.name}` });
  });
}

function emptyPicture({ name }: Figure): HTMLElement {
  const picture = makeElement('div', { className: 'explorable-picture' });
  picture.setAttribute('data-figure', name);
  return picture;
}

function showFigure(picture: Element, figure: Figure): void {
  const svg = picture.querySelector('svg');
  const moving = svg && standsOnGround(svg, figure) ? svg.querySelector('.figure-moving') : null;
  if (svg === null || moving === null) {
    const fresh = drawAnew(picture, figure);
    if (svg) patchElement(svg, fresh);
    else picture.prepend(fresh);
    return;
  }
  const middle = svg.querySelector('.figure-middle');
  if (middle && middle.getAttribute('data-ground') !== figure.middle?.key) {
    const fresh = middleOf(picture, figure);
    if (fresh) patchElement(middle, fresh);
  }
  patchChildren(moving, [...renderMoving(figure, document).childNodes]);
  for (const [name, words] of [
    ['title', figure.title],
    ['desc', figure.description],
  ] as const) {
    const element = svg.querySelector(`:scope > ${name}`);
    if (element) showText(element, words);
  }
}

/** Draws a figure whose ground is another one than before. */
function drawAnew(picture: Element, figure: Figure): SVGSVGElement {
  const { ground, width, height, description } = figure;
  if (ground === undefined) return renderFigure(figure, document);
  const name = `ground ${width} ${height} ${description === ''} ${ground.key}`;
  const { known, drawn } = kept(picture, name, () => renderFigure(figure, document));
  return known ? renderOn({ drawn, middle: middleOf(picture, figure) }, figure, document) : drawn;
}

function middleOf(picture: Element, figure: Figure): SVGGElement | undefined {
  const { middle } = figure;
  if (middle === undefined) return undefined;
  const { known, drawn } = kept(picture, `middle ${middle.key}`, () => renderMiddle(figure, middle, document));
  return known ? (drawn.cloneNode(true) as SVGGElement) : drawn;
}

/** The latest drawings of a picture, by their names: readers return to a setting. */
const drawings = new WeakMap<Element, Map<string, Element>>();
const most = 8;

/** A drawing that was made before, to be copied, or else a new one, of which a copy is kept. */
function kept<E extends Element>(picture: Element, name: string, draw: () => E): { known: boolean; drawn: E } {
  const all = drawings.get(picture) ?? new Map<string, Element>();
  drawings.set(picture, all);
  const found = all.get(name);
  if (found) return { known: true, drawn: found as E };
  const drawn = draw();
  all.set(name, drawn.cloneNode(true) as E);
  for (const oldest of [...all.keys()].slice(0, -most)) all.delete(oldest);
  return { known: false, drawn };
}

function standsOnGround(svg: Element, { ground, width, height, description }: Figure): boolean {
  const size = `0 0 ${width} ${height}`;
  if ((svg.querySelector(':scope > desc') === null) !== (description === '')) return false;
  return ground?.key === svg.getAttribute('data-ground') && svg.getAttribute('viewBox') === size;
}
