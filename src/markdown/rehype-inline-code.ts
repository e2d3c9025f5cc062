import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Code in a sentence of more characters may be broken at the end of a line, which a phone needs. */
const shortCode = 16;

/** Keeps code in a sentence as it is: short code on one line, since `1e-5` must not be broken, and none translated. */
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
