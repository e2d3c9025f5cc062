import { parseHTML } from 'linkedom';
import type { Figure } from '../../src/figures/figure.ts';
import { renderFigure } from '../../src/figures/render-figure.ts';

/** The figure drawn in a fresh document. */
export function render(figure: Figure): SVGSVGElement {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  return renderFigure(figure, document);
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

/** The corners of a path of straight lines, absolute. */
export function corners(path: Element | undefined): [x: number, y: number][] {
  let [x, y] = [0, 0];
  const points: [number, number][] = [];
  for (const [, letter = '', rest = ''] of (path?.getAttribute('d') ?? '').matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const [dx, dy] = [Number(numbers[i]), Number(numbers[i + 1])];
      [x, y] = letter === 'l' ? [x + dx, y + dy] : [dx, dy];
      points.push([x, y]);
    }
  }
  return points;
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
