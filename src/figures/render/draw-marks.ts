import type { Markish, RenderableMark, RenderFunction } from '@observablehq/plot';
import type { Element as Tree } from 'hast';
import { createNode } from '../../core/patch-tree.ts';
import type { AnyMarks, Mark, Marks, Scales } from '../parts/mark.ts';

type PlotMark = RenderableMark | RenderFunction;
/** A mark in a row, Plot's or ours. */
export type DrawnMark = PlotMark | Mark;

/** Marks of our own as data: a group for each that has something to draw. */
export function drawMarks(marks: Marks, scales: Scales): Tree[] {
  return (flat(marks) as Mark[]).flatMap((mark) => drawn(mark, scales) ?? []);
}

/** Marks as one row, as they come. */
export function flat(marks: AnyMarks): DrawnMark[] {
  return [marks].flat(Number.POSITIVE_INFINITY as 1).filter((mark) => mark !== null && mark !== undefined) as Mark[];
}

/** Whether no mark is Plot's. */
export function areOurs(marks: readonly DrawnMark[]): marks is Mark[] {
  return marks.every(isOurs);
}

function isOurs(mark: DrawnMark): mark is Mark {
  return 'draw' in mark;
}

/** Marks as Plot takes them: ours as functions that draw with its scales. */
export function forPlot(marks: readonly DrawnMark[]): Markish[] {
  return marks.map((mark) => (isOurs(mark) ? withScalesOfPlot(mark) : mark));
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
