import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

export interface RehypeInternalLinksOptions {
  /** From an address as authors write it, `/guide/derivatives/#one-side-or-two`, to one that works where the site stands. */
  readonly href: (path: string) => string;
}

/** Lets authors write links from the site's root, wherever the site is served. */
export function rehypeInternalLinks({ href }: RehypeInternalLinksOptions) {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      const target = node.properties['href'];
      if (node.tagName === 'a' && typeof target === 'string' && isInternal(target))
        node.properties['href'] = href(target);
    });
  };
}

function isInternal(target: string): boolean {
  return target.startsWith('/') && !target.startsWith('//');
}
