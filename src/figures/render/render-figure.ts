import { plot } from '@observablehq/plot';
import type { Element as Tree } from 'hast';
import { patchTree } from '../../core/patch-tree.ts';
import type { Figure } from '../parts/figure.ts';
import { scalesOf } from '../parts/figure-frame.ts';
import type { AnyMarks, Mark } from '../parts/mark.ts';
import { size } from '../parts/theme.ts';
import { attributesOfPlot } from './attributes-of-plot.ts';
import { drawMarks, flat, forPlot, isOurs } from './draw-marks.ts';
import { setVariables } from './set-variables.ts';

const svgNamespace = 'http://www.w3.org/2000/svg';

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
  const { ground, middle } = figure;
  const svg = draw(figure, ground ? ground.marks() : figure.plot.marks, document);
  frame(svg);
  if (ground) {
    svg.setAttribute('data-ground', ground.key);
    if (middle) showMiddle(addGroup(svg, 'figure-middle', document), figure);
    patchTree(addGroup(svg, 'figure-moving', document), drawMoving(figure));
  }
  nameIt(svg, figure, document);
  return svg;
}

/** Makes the group of a figure's middle equal to it. */
export function showMiddle(group: Element, figure: Figure): void {
  const { middle } = figure;
  if (middle === undefined) return;
  group.setAttribute('data-ground', middle.key);
  patchTree(group, drawMarks(middle.marks(), scalesOf(figure)));
}

/** The marks above a figure's ground, as the content of their group in its drawing. */
export function drawMoving(figure: Figure): Tree[] {
  return drawMarks(figure.moving, scalesOf(figure));
}

function addGroup(svg: SVGSVGElement, name: string, document: Document): SVGGElement {
  const group = document.createElementNS(svgNamespace, 'g');
  group.setAttribute('class', name);
  svg.append(group);
  return group;
}

function draw(figure: Figure, marks: AnyMarks, document: Document): SVGSVGElement {
  const { name, plot: options, width, height } = figure;
  const all = flat(marks);
  if (all.every(isOurs)) return drawAlone(figure, all, document);
  const svg = plot({ ...options, marks: forPlot(all), width, height, document });
  if (!isSvg(svg)) throw new TypeError(`figure ${name} has a title, a caption or a legend; leave them to the page`);
  renameIds(svg, name);
  for (const element of [...svg.querySelectorAll('*')]) tidy(element, document);
  return svg;
}

/** Without Plot, as it would. */
function drawAlone(figure: Figure, marks: readonly Mark[], document: Document): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, 'svg');
  const attributes = {
    class: 'figure-plot',
    fill: 'currentColor',
    'font-family': 'system-ui, sans-serif',
    'font-size': size.tick,
    'text-anchor': 'middle',
    viewBox: `0 0 ${figure.width} ${figure.height}`,
  };
  for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, String(value));
  patchTree(svg, drawMarks(marks, scalesOf(figure)));
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
  // The whole picture is one image with one description; the kind of a mark stays readable for styles and tests.
  const mark = element.getAttribute('aria-label');
  if (mark !== null) element.setAttribute('data-mark', mark);
  for (const attribute of attributesOfPlot) element.removeAttribute(attribute);
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
    const element = document.createElementNS(svgNamespace, tag);
    element.id = `${name}-${tag}`;
    element.textContent = words;
    svg.setAttribute(role, element.id);
    return element;
  });
  svg.setAttribute('role', 'img');
  svg.prepend(...elements);
}
