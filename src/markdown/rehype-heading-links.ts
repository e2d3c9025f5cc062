import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/**
 * Makes the text of each heading a link to itself, so that a reader can copy its address; its name is that of the heading.
 * Runs after `rehypeContents`. A heading that holds a link already stays as it is.
 */
export function rehypeHeadingLinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node: Element) => {
      if ((node.tagName !== 'h2' && node.tagName !== 'h3') || !node.properties['id'] || holdsLink(node.children))
        return;
      const properties = { className: ['heading-link'], href: `#${node.properties['id']}` };
      node.children = [{ type: 'element', tagName: 'a', properties, children: node.children }];
    });
  };
}

function holdsLink(nodes: readonly ElementContent[]): boolean {
  return nodes.some((node) => {
    const name = (node as { readonly name?: unknown }).name;
    if (name === 'Term' || name === 'a') return true;
    return node.type === 'element' && (node.tagName === 'a' || holdsLink(node.children));
  });
}
