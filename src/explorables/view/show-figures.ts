import type { Figure } from '../../figures/parts/figure.ts';
import { renderFigure, renderMoving } from '../../figures/render/render-figure.ts';
import { elementWith } from './element-with.ts';
import { patchChildren, patchElement } from './patch-children.ts';

/**
 * Draws figures into an element, each in a picture of its own. Where a figure's ground is the one that stands there,
 * only the marks above it are drawn again.
 */
export function showFigures(element: Element, id: string, figures: readonly Figure[], document: Document): void {
  const names = figures.map(({ name }) => name).join();
  if (element.getAttribute('data-figures') !== names) {
    element.replaceChildren(
      ...figures.map(({ name }) => elementWith(document, 'div', { class: 'explorable-picture', 'data-figure': name })),
    );
    element.setAttribute('data-figures', names);
  }
  figures.forEach((figure, i) => {
    const picture = element.children[i];
    if (picture) showFigure(picture, { ...figure, name: `${id}-${figure.name}` }, document);
  });
}

function showFigure(picture: Element, figure: Figure, document: Document): void {
  const svg = picture.querySelector('svg');
  const moving = svg && standsOnGround(svg, figure) ? svg.querySelector('.figure-moving') : null;
  if (svg === null || moving === null) {
    const fresh = renderFigure(figure, document);
    if (svg) patchElement(svg, fresh);
    else picture.prepend(fresh);
    return;
  }
  patchChildren(moving, [...renderMoving(figure, document).childNodes]);
  // The title and the description come first in a drawing.
  [figure.title, figure.description].forEach((words, i) => {
    const element = svg.children[i];
    if (element && element.textContent !== words) element.textContent = words;
  });
}

function standsOnGround(svg: Element, { ground, width, height }: Figure): boolean {
  const size = `0 0 ${width} ${height}`;
  return ground?.key === svg.getAttribute('data-ground') && svg.getAttribute('viewBox') === size;
}
