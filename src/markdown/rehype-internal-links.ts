import type { Root } from 'hast';
import { visit } from 'unist-util-visit';

export interface RehypeInternalLinksOptions {
  /** From an address as authors write it, `/guide/derivatives/#one-side-or-two`, to one below the base of the site. */
  readonly href: (path: string) => string;
}

/** Links are written from the root of the site; this puts the base path before them. */
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
