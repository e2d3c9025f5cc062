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
