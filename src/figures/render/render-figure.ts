import { type Markish, plot } from '@observablehq/plot';
import type { Element as Tree } from 'hast';
import { createNode } from '../../core/patch-tree.ts';
import type { Figure } from '../parts/figure.ts';
import { scalesOf } from '../parts/figure-frame.ts';
import { element } from '../parts/mark.ts';
import { size } from '../parts/theme.ts';
import { attributesOfPlot } from './attributes-of-plot.ts';
import { areOurs, type DrawnMark, drawMarks, flat, forPlot } from './draw-marks.ts';
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
  const marks = groundOf(figure);
  const tree = areOurs(marks) ? drawFigure(figure) : svgTree(figure, []);
  const svg = createNode(tree, { ownerDocument: document, namespaceURI: svgNamespace }) as SVGSVGElement;
  if (areOurs(marks)) return svg;
  const above = svg.querySelector(':scope > g');
  for (const node of plotted(figure, forPlot(marks), document)) svg.insertBefore(node, above);
  return svg;
}

/**
 * The same figure as data, without Plot.
 *
 * @throws TypeError if one of its marks is Plot's.
 */
export function drawFigure(figure: Figure): Tree {
  const marks = groundOf(figure);
  if (!areOurs(marks)) throw new TypeError(`figure ${figure.name} moves, and has marks of Plot`);
  return svgTree(figure, drawMarks(marks, scalesOf(figure)));
}

/** The marks above a figure's ground, as the content of their group in its drawing. */
export function drawMoving(figure: Figure): Tree[] {
  return drawMarks(figure.moving, scalesOf(figure));
}

/** The group of a figure's middle. */
export function drawMiddle(figure: Figure, { key, marks }: NonNullable<Figure['middle']>): Tree {
  return element('g', { class: 'figure-middle', 'data-ground': key }, drawMarks(marks(), scalesOf(figure)));
}

function groundOf({ ground, plot }: Figure): DrawnMark[] {
  return flat(ground ? ground.marks() : plot.marks);
}

function svgTree(figure: Figure, marks: readonly Tree[]): Tree {
  const { name, title, description, width, height, ground, middle } = figure;
  const attributes = {
    class: 'figure-plot',
    fill: 'currentColor',
    'font-family': 'system-ui, sans-serif',
    'font-size': size.tick,
    'text-anchor': 'middle',
    viewBox: `0 0 ${width} ${height}`,
    'data-ground': ground?.key,
    'aria-labelledby': title === '' ? undefined : `${name}-title`,
    'aria-describedby': description === '' ? undefined : `${name}-desc`,
    role: 'img',
  };
  const words = [
    ['title', title],
    ['desc', description],
  ] as const;
  const said = words.flatMap(([tag, value]) =>
    value === '' ? [] : [element(tag, { id: `${name}-${tag}` }, [{ type: 'text', value }])],
  );
  const above = [
    ...(middle ? [drawMiddle(figure, middle)] : []),
    ...(ground ? [element('g', { class: 'figure-moving' }, drawMoving(figure))] : []),
  ];
  return element('svg', attributes, [...said, ...marks, ...above]);
}

function plotted({ name, plot: options, width, height }: Figure, marks: Markish[], document: Document): Node[] {
  const svg = plot({ ...options, marks, width, height, document });
  if (!isSvg(svg)) throw new TypeError(`figure ${name} has a title, a caption or a legend; leave them to the page`);
  svg.querySelector('style')?.remove();
  renameIds(svg, name);
  for (const one of svg.querySelectorAll('*')) tidy(one, document);
  return [...svg.childNodes];
}

function isSvg(one: Element): one is SVGSVGElement {
  return one.tagName.toLowerCase() === 'svg';
}

function tidy(one: Element, document: Document): void {
  setVariables(one, document);
  // The whole picture is one image with one description; the kind of a mark stays readable for styles and tests.
  const mark = one.getAttribute('aria-label');
  if (mark !== null) one.setAttribute('data-mark', mark);
  for (const attribute of attributesOfPlot) one.removeAttribute(attribute);
}

/** Plot counts its clip paths through the life of the program; here they are counted within the figure. */
function renameIds(svg: SVGSVGElement, name: string): void {
  [...svg.querySelectorAll('[id]')].forEach((one, i) => {
    const [old, own] = [`url(#${one.id})`, `${name}-${i + 1}`];
    one.id = own;
    for (const user of svg.querySelectorAll(`[clip-path="${old}"]`)) user.setAttribute('clip-path', `url(#${own})`);
  });
}
