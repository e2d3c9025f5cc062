import { patchElement, patchTree } from '../../core/patch-tree.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { drawFigure, drawMiddle, drawMoving, renderFigure } from '../../figures/render/render-figure.ts';
import { makeElement } from '../dom/make-element.ts';
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
  if (svg === null) picture.prepend(renderFigure(figure, document));
  else if (standsOnGround(svg, figure)) showMarks(svg, figure);
  else patchElement(svg, drawFigure(figure));
}

/** Shows what stands on the ground of a figure: its last group moves, and the one before it may be its middle. */
function showMarks(svg: Element, figure: Figure): void {
  const moving = svg.lastElementChild;
  const middle = moving?.previousElementSibling;
  if (middle && figure.middle && middle.getAttribute('data-ground') !== figure.middle.key)
    patchElement(middle, drawMiddle(figure, figure.middle));
  if (moving && figure.ground) patchTree(moving, drawMoving(figure));
  for (const [name, words] of [
    ['title', figure.title],
    ['desc', figure.description],
  ] as const) {
    const element = svg.querySelector(`:scope > ${name}`);
    if (element) showText(element, words);
  }
}

function standsOnGround(svg: Element, { ground, width, height, description }: Figure): boolean {
  const size = `0 0 ${width} ${height}`;
  if ((svg.querySelector(':scope > desc') === null) !== (description === '')) return false;
  return ground?.key === svg.getAttribute('data-ground') && svg.getAttribute('viewBox') === size;
}
