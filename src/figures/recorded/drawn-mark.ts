import type { Markish } from '@observablehq/plot';
import { svgElement } from './svg-element.ts';

/** Draws elements with a document. */
export type DrawByHand = (document: Document) => readonly Element[];

/**
 * A custom mark, for drawings for which Plot has no mark. `label` names it in the same way as Plot's own marks; `clipped`
 * clips it at the edge of the picture.
 */
export function drawnMark(label: string, draw: DrawByHand, clipped = true): Markish {
  return (_index, _scales, _values, _dimensions, context) => {
    return svgElement(
      context.document,
      'g',
      { 'aria-label': label, 'data-clipped': clipped ? '' : null },
      draw(context.document),
    ) as SVGGElement;
  };
}
