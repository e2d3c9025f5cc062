import type { Code } from 'mdast';

/** Line, column and offset of a node that a parser made; a node without them is a programming error. */
export function positionOf(node: Code | { position?: Code['position'] }) {
  const { position } = node;
  if (position?.start.offset === undefined || position.end.offset === undefined) {
    throw new TypeError('A node without a source position was passed to the reader of examples.');
  }
  const { start, end } = position;
  return {
    start: { ...start, offset: position.start.offset },
    end: { ...end, offset: position.end.offset },
  };
}
