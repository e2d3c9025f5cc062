import { dot, plot } from '@observablehq/plot';

/**
 * Takes back what Plot does where a window shows one dot a pixel: there it moves every mark by half a pixel, so that
 * lines are crisp. A drawing is to be the same wherever it is made, so that the build's and the browser's agree.
 */
export function withoutOffset(drawing: Element, document: Document): void {
  const offset = plotOffset(document);
  if (offset === 0) return;
  for (const mark of [...drawing.querySelectorAll('g[transform]')]) {
    const [x = 0, y = 0] = placeOf(mark).map((at) => Math.round((at - offset) * 1e6) / 1e6);
    if (x === 0 && y === 0) mark.removeAttribute('transform');
    else mark.setAttribute('transform', `translate(${x},${y})`);
  }
}

/** By how much: seen on a mark that should not be moved. */
function plotOffset(document: Document): number {
  const probe = plot({ document, axis: null, marks: [dot([[0, 0]])] }).querySelector('g[transform]');
  return probe ? (placeOf(probe)[0] ?? 0) : 0;
}

function placeOf(mark: Element): number[] {
  return (mark.getAttribute('transform')?.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
}
