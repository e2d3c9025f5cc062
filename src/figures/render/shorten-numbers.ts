import { shortenPath } from './shorten-path.ts';

const coordinates = new Set([
  'transform',
  'points',
  'x',
  'y',
  'x1',
  'x2',
  'y1',
  'y2',
  'cx',
  'cy',
  'r',
  'width',
  'height',
]);

/**
 * Shortens all coordinates in a drawing. Only the build does this, to make pages smaller; in the browser, which draws in
 * every frame, it would only cost time.
 */
export function shortenDrawing(drawing: Element): void {
  for (const element of [drawing, ...drawing.querySelectorAll('*')]) shortenNumbers(element);
}

/**
 * Rounds every number in the element's coordinates to a tenth of a unit, which is less than a tenth of a pixel; a scale, a
 * direction, or a part of the size of letters, which are multiplied, to a hundredth.
 */
export function shortenNumbers(element: Pick<Element, 'getAttributeNames' | 'getAttribute' | 'setAttribute'>): void {
  for (const name of element.getAttributeNames()) {
    if (name !== 'd' && !coordinates.has(name)) continue;
    const value = element.getAttribute(name) ?? '';
    if (name === 'd') element.setAttribute('d', shortenPath(value));
    else if (value.includes('.')) element.setAttribute(name, shortened(value));
  }
}

const decimal = /-?\d*\.\d+(e-?\d+)?/g;

function shortened(value: string): string {
  const parts = /em$|scale|rotate|matrix|skew/.test(value) ? 100 : 10;
  return value.replace(decimal, (number) => {
    const rounded = Math.round(Number(number) * parts) / parts;
    return String(rounded === 0 ? 0 : rounded);
  });
}
