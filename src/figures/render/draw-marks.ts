import type { Markish, RenderFunction } from '@observablehq/plot';
import type { Element as Tree } from 'hast';
import { createNode } from '../../core/patch-tree.ts';
import type { AnyMarks, Mark, Marks, Scales } from '../parts/mark.ts';

/** Marks of our own as data: a group for each that has something to draw. */
export function drawMarks(marks: Marks, scales: Scales): Tree[] {
  return flat<Mark>(marks).flatMap((mark) => drawn(mark, scales) ?? []);
}

/** Marks as Plot takes them: ours as functions that draw with its scales. */
export function forPlot(marks: AnyMarks): Markish[] {
  return flat<Markish | Mark>(marks).map((mark) => (isOurs(mark) ? withScalesOfPlot(mark) : mark));
}

function withScalesOfPlot(mark: Mark): RenderFunction {
  return (...[, { x, y }, , dimensions, { ownerSVGElement }]) => {
    const { width, height, marginLeft, marginRight, marginTop, marginBottom } = dimensions;
    if (x === undefined || y === undefined) throw new TypeError('a mark of our own needs both axes');
    const frame = { left: marginLeft, right: width - marginRight, top: marginTop, bottom: height - marginBottom };
    const tree = drawn(mark, { ...frame, x: (value) => x(value), y: (value) => y(value) });
    return tree === undefined ? null : (createNode(tree, ownerSVGElement) as SVGElement);
  };
}

function drawn(mark: Mark, scales: Scales): Tree | undefined {
  const tree = mark.draw(scales);
  if (tree && mark.term !== undefined) tree.properties['data-term'] = mark.term;
  return tree;
}

function flat<M>(marks: M | null | undefined | readonly unknown[]): M[] {
  return [marks].flat(Number.POSITIVE_INFINITY as 1).filter((mark) => mark !== null && mark !== undefined) as M[];
}

function isOurs(mark: Markish | Mark): mark is Mark {
  return typeof mark === 'object' && mark !== null && 'draw' in mark;
}
