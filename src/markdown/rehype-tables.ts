import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** A table with more columns than this may be wider than a phone. */
const narrowColumns = 2;

/** Puts each table into a box that scrolls sideways, and turns empty heading cells into plain cells. */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return;
      const columns = emptyCorners(node);
      const scrolls = columns > narrowColumns ? { tabIndex: 0, role: 'group', ariaLabel: 'Table' } : {};
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table'], ...scrolls },
        children: [node],
      };
      return 'skip';
    });
  };
}

/** Turns empty heading cells, which a screen reader would announce, into plain ones. Returns the number of columns. */
function emptyCorners(table: Element): number {
  let columns = 0;
  visit(table, { type: 'element', tagName: 'th' }, (node) => {
    columns += 1;
    if (node.children.length === 0) node.tagName = 'td';
  });
  return columns;
}
