import type { Markish } from '@observablehq/plot';
import { svgElement } from './svg-element.ts';

/** What a drawing by hand is given: the document to make elements with. */
export type DrawByHand = (document: Document) => readonly Element[];

/**
 * A mark of Plot's that draws itself: for what Plot has no mark for. `label` names it as Plot's own marks are named;
 * `clipped` cuts it off at the edge of the picture.
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
