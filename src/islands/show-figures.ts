import type { Figure } from '../figures/figure.ts';
import { nameIt, renderFigure, renderMoving } from '../figures/render-figure.ts';
import { makeElement } from './make-element.ts';

/** What a picture was last drawn from. */
const drawn = new WeakMap<Element, Figure>();

/**
 * Draws figures into an element, each in a picture of its own. Where a figure's ground is the one that stands there,
 * only the marks above it are drawn again.
 */
export function showFigures(element: Element, id: string, figures: readonly Figure[], document: Document): void {
  const names = figures.map(({ name }) => name).join();
  if (element.getAttribute('data-figures') !== names) {
    element.replaceChildren(
      ...figures.map(({ name }) => makeElement(document, 'div', { class: 'explorable-picture', 'data-figure': name })),
    );
    element.setAttribute('data-figures', names);
  }
  figures.forEach((figure, i) => {
    const picture = element.children[i];
    if (picture) showFigure(picture, { ...figure, name: `${id}-${figure.name}` }, document);
  });
}

function showFigure(picture: Element, figure: Figure, document: Document): void {
  const [svg, before] = [picture.querySelector('svg'), drawn.get(picture)];
  drawn.set(picture, figure);
  if (svg === null || before === undefined || !sameGround(before, figure)) {
    const fresh = renderFigure(figure, document);
    if (svg) svg.replaceWith(fresh);
    else picture.prepend(fresh);
    return;
  }
  svg.querySelector('.figure-moving')?.replaceWith(renderMoving(figure, document));
  nameIt(svg, figure, document);
}

function sameGround(before: Figure, now: Figure): boolean {
  return now.ground !== undefined && now.ground.key === before.ground?.key && now.height === before.height;
}
