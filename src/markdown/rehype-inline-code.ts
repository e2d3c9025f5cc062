import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Longer code in a sentence may be broken at the end of a line: a phone is narrow. */
const shortCode = 16;

/** Keeps short code in a sentence on one line (`1e-5` must not be broken) and excludes all code from translation. */
export function rehypeInlineCode() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'pre') return SKIP;
      if (node.tagName !== 'code') return;
      // A translated page would show `def pérdida(w)`.
      node.properties['translate'] = 'no';
      const [text] = node.children;
      if (text?.type !== 'text' || text.value.length > shortCode) return;
      if (!node.properties['className']) node.properties['className'] = ['code-whole'];
      return;
    });
  };
}
