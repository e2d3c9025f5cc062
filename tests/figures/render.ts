import { parseHTML } from 'linkedom';
import { at } from '../../src/core/at.ts';
import type { Figure } from '../../src/figures/parts/figure.ts';
import { renderFigure } from '../../src/figures/render/render-figure.ts';
import { shortenDrawing } from '../../src/figures/render/shorten-numbers.ts';

/** The figure drawn in a fresh document, and shortened as the build does it. */
export function render(figure: Figure): SVGSVGElement {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const svg = renderFigure(figure, document);
  shortenDrawing(svg);
  return svg;
}

/** The elements of one mark, by the name that Plot gives it: `dot`, `line`, `text`, … */
export function marks(svg: SVGSVGElement, name: string): Element[] {
  return [...svg.querySelectorAll(`[data-mark="${name}"]`)].flatMap((group) => [...group.children]);
}

/** The words in the picture, in drawing order. */
export function words(svg: SVGSVGElement): string[] {
  return [...svg.querySelectorAll('text')].map((text) => text.textContent ?? '');
}

/** All numbers in a text, minus signs included, as numbers. */
export function numbersIn(text: string): number[] {
  return (text.match(/−?\d+(\.\d+)?/g) ?? []).map((number) => Number(number.replace('−', '-')));
}

/** The ends of the lines and curves of a path, absolute. */
export function corners(path: Element | undefined): [x: number, y: number][] {
  let [x, y] = [0, 0];
  const points: [number, number][] = [];
  for (const [, letter = '', rest = ''] of (path?.getAttribute('d') ?? '').matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    // A curve has two control points before its end, an arc its radii and three numbers.
    const each = letter === 'c' ? 6 : letter === 'a' ? 7 : 2;
    for (let i = each - 2; i + 1 < numbers.length; i += each) {
      const [dx, dy] = [at(numbers, i), at(numbers, i + 1)];
      [x, y] = letter === 'M' ? [dx, dy] : [x + dx, y + dy];
      points.push([x, y]);
    }
  }
  return points;
}

/** The edges of a text, in units of the drawing. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * About where the texts stand. A test has no fonts, so a letter is taken to be as wide as a broad one of the site's
 * own font is on average, and as tall as a font with room to spare.
 */
export function textBoxes(svg: SVGSVGElement): TextBox[] {
  return [...svg.querySelectorAll('text')].flatMap((text) => {
    const em = Number(inherited(text, 'font-size'));
    const moves = ancestors(text).map((element) => place(element));
    const x = moves.reduce((sum, move) => sum + (move.x || 0), 0);
    const y = moves.reduce((sum, move) => sum + (move.y || 0), 0);
    let baseline = y + em * Number.parseFloat(text.getAttribute('y') ?? '0');
    return linesOf(text).map(({ words, y: from, dy }) => {
      baseline = (from === undefined ? baseline : y + em * from) + em * dy;
      const width = 0.53 * em * words.length;
      const left = x - width * { start: 0, middle: 0.5, end: 1 }[inherited(text, 'text-anchor') as Anchor];
      return { text: words, left, right: left + width, top: baseline - 0.95 * em, bottom: baseline + 0.3 * em };
    });
  });
}

type Anchor = 'start' | 'middle' | 'end';

/** A text of several lines has a `tspan` with an x of its own for each. */
function linesOf(text: Element): { words: string; y?: number; dy: number }[] {
  const lines = [...text.querySelectorAll('tspan[x]')].map((line) => {
    const [y, dy] = [line.getAttribute('y'), line.getAttribute('dy')];
    return {
      words: line.textContent ?? '',
      ...(y === null ? {} : { y: Number.parseFloat(y) }),
      dy: Number.parseFloat(dy ?? '0'),
    };
  });
  return lines.length > 0 ? lines : [{ words: (text.textContent ?? '').trim(), dy: 0 }];
}

function ancestors(element: Element): Element[] {
  return element.parentElement ? [element, ...ancestors(element.parentElement)] : [element];
}

function inherited(element: Element, attribute: string): string {
  return (
    ancestors(element)
      .find((one) => one.hasAttribute(attribute))
      ?.getAttribute(attribute) ?? ''
  );
}

/** Where an element is moved to. */
export function place(element: Element | undefined): { x: number; y: number } {
  const [x = Number.NaN, y = Number.NaN] = (element?.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number);
  return { x, y };
}

/** From units of the drawing back to those of the axes, by two ticks of each axis (`[index, value]`). */
export function unscale(
  svg: SVGSVGElement,
  x: readonly Tick[],
  y: readonly Tick[],
): (point: readonly number[]) => number[] {
  const [toX, toY] = [inverse(svg, 'x', x), inverse(svg, 'y', y)];
  return ([px = Number.NaN, py = Number.NaN]) => [toX(px), toY(py)];
}

type Tick = readonly [index: number, value: number];

function inverse(
  svg: SVGSVGElement,
  axis: 'x' | 'y',
  [a = [0, 0], b = [0, 0]]: readonly Tick[],
): (at: number) => number {
  const ticks = marks(svg, `${axis}-axis tick label`);
  const [pa, pb] = [place(ticks[a[0]])[axis], place(ticks[b[0]])[axis]];
  return (at) => a[1] + ((at - pa) * (b[1] - a[1])) / (pb - pa);
}
