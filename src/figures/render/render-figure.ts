import { plot } from '@observablehq/plot';
import type { Figure, Ground } from '../parts/figure.ts';
import { size } from '../parts/theme.ts';
import { attributesOfPlot } from './attributes-of-plot.ts';
import { setVariables } from './set-variables.ts';

/**
 * Draws a figure: an SVG element made by `document`, not yet attached to it.
 *
 * It has a viewBox and neither width nor height, so that the stylesheet (`figure.css`, class `figure-plot`) sizes it;
 * `role="img"` with a title and a description, whose ids begin with the figure's name; and none of Plot's own style
 * rules. The build shortens it with `shortenDrawing`.
 *
 * @throws TypeError if the options make Plot wrap the drawing (a title, a caption, a legend): those belong to the page.
 */
export function renderFigure(figure: Figure, document: Document): SVGSVGElement {
  const marks = figure.ground ? figure.ground.marks() : figure.plot.marks;
  const svg = draw({ ...figure, plot: { ...figure.plot, ...(marks && { marks }) } }, document);
  frame(svg);
  if (figure.ground) {
    svg.setAttribute('data-ground', figure.ground.key);
    if (figure.middle) svg.append(renderMiddle(figure, figure.middle, document));
    svg.append(renderMoving(figure, document));
  }
  nameIt(svg, figure, document);
  return svg;
}

/** The marks above a figure's ground as a group of their own, to take the place of such a group in its drawing. */
export function renderMoving(figure: Figure, document: Document): SVGGElement {
  return renderLayer(figure, 'moving', document);
}

/** The marks of a figure's middle as such a group. */
export function renderMiddle(figure: Figure, { key, marks }: Ground, document: Document): SVGGElement {
  const group = renderLayer({ ...figure, plot: { ...figure.plot, marks: marks() } }, 'middle', document);
  group.setAttribute('data-ground', key);
  return group;
}

function renderLayer(figure: Figure, name: 'middle' | 'moving', document: Document): SVGGElement {
  const { x, y } = figure.plot;
  const bare = { ...figure.plot, x: { ...x, axis: null }, y: { ...y, axis: null } };
  const svg = draw({ ...figure, plot: bare, name: `${figure.name}-${name}` }, document);
  svg.querySelector('style')?.remove();
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  group.setAttribute('class', `figure-${name}`);
  group.append(...svg.childNodes);
  return group;
}

function draw({ name, plot: options, width, height }: Figure, document: Document): SVGSVGElement {
  const svg = plot({ ...options, width, height, document });
  if (!isSvg(svg)) throw new TypeError(`figure ${name} has a title, a caption or a legend; leave them to the page`);
  renameIds(svg, name);
  for (const element of [...svg.querySelectorAll('*')]) tidy(element, document);
  return svg;
}

function isSvg(element: Element): element is SVGSVGElement {
  return element.tagName.toLowerCase() === 'svg';
}

/** Removes the attributes that the stylesheet defines. */
function frame(svg: SVGSVGElement): void {
  svg.querySelector('style')?.remove();
  for (const name of ['width', 'height', 'style']) svg.removeAttribute(name);
  svg.setAttribute('class', 'figure-plot');
  svg.setAttribute('font-size', String(size.tick));
}

function tidy(element: Element, document: Document): void {
  setVariables(element, document);
  nameTerm(element);
  // The whole picture is one image with one description; the kind of a mark stays readable for styles and tests.
  const mark = element.getAttribute('aria-label');
  if (mark !== null) element.setAttribute('data-mark', mark);
  for (const attribute of attributesOfPlot) element.removeAttribute(attribute);
}

/** A mark's class `term-slope` becomes `data-term="slope"`, as the terms of an equation have it. */
function nameTerm(element: Element): void {
  const name = /^term-([\w-]+)$/.exec(element.getAttribute('class') ?? '')?.[1];
  if (name === undefined) return;
  element.removeAttribute('class');
  element.setAttribute('data-term', name);
}

/** Plot counts its clip paths through the life of the program; here they are counted within the figure. */
function renameIds(svg: SVGSVGElement, name: string): void {
  [...svg.querySelectorAll('[id]')].forEach((element, i) => {
    const [old, own] = [`url(#${element.id})`, `${name}-${i + 1}`];
    element.id = own;
    for (const user of svg.querySelectorAll(`[clip-path="${old}"]`)) user.setAttribute('clip-path', `url(#${own})`);
  });
}

/** Gives a drawing the title and the description of a figure. */
function nameIt(svg: SVGSVGElement, { name, title, description }: Figure, document: Document): void {
  const parts = [
    ['title', title, 'aria-labelledby'],
    ['desc', description, 'aria-describedby'],
  ] as const;
  const said = parts.filter(([, words]) => words !== '');
  const elements = said.map(([tag, words, role]) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    element.id = `${name}-${tag}`;
    element.textContent = words;
    svg.setAttribute(role, element.id);
    return element;
  });
  svg.setAttribute('role', 'img');
  svg.prepend(...elements);
}
