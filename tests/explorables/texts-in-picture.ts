import type { Element, ElementContent } from 'hast';
import type { Figure } from '../../src/figures/parts/figure.ts';
import { drawFigure, drawMoving } from '../../src/figures/render/render-figure.ts';

/** The words in a picture that move with its state, without the asterisks of variables; each text with its lines. */
export const movingTexts = (figure: Figure): string[] => drawMoving(figure).flatMap(textsOf);

/** The words in a whole picture. */
export const allTexts = (figure: Figure): string[] => textsOf(drawFigure(figure));

function textsOf(node: ElementContent): string[] {
  if (node.type !== 'element') return [];
  return node.tagName === 'text' ? [linesOf(node).join('\n')] : node.children.flatMap(textsOf);
}

/** A line of a text of several has its own place. */
function linesOf({ children }: Element): string[] {
  const isLine = (child: ElementContent) => child.type === 'element' && child.properties['x'] !== undefined;
  return children.some(isLine) ? children.map(wordsOf) : [children.map(wordsOf).join('')];
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
}
