import type { Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Code in a sentence of more characters may be broken at the end of a line, which a phone needs. */
const shortCode = 16;

/** Keeps short code in a sentence on one line: `1e-5` must not be broken after its hyphen. */
export function rehypeInlineCode() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'pre') return SKIP;
      const [text] = node.children;
      if (node.tagName !== 'code' || text?.type !== 'text' || text.value.length > shortCode) return;
      if (!node.properties['className']) node.properties['className'] = ['code-whole'];
      return;
    });
  };
}
