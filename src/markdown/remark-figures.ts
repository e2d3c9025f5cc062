import type { Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx';
import { visit } from 'unist-util-visit';

/**
 * Counts the figures and the explorables that a page shows more than once, so that each can have ids of its own, and marks
 * the first of the figures, which the others show again.
 */
export function remarkFigures() {
  return (tree: Root): void => {
    const shown = new Map<string, MdxJsxFlowElement[]>();
    visit(tree, 'mdxJsxFlowElement', (node) => {
      const { name, attributes } = node;
      if (name !== 'Figure' && name !== 'Explorable') return;
      const named = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'name');
      const figure = `${name} ${String(named?.value)}`;
      const same = [...(shown.get(figure) ?? []), node];
      shown.set(figure, same);
      if (same.length > 1) attributes.push(attribute('again', String(same.length)));
      if (same.length === 2 && name === 'Figure') same[0]?.attributes.push(attribute('shared', 'true'));
    });
  };
}

function attribute(name: string, value: string): MdxJsxAttribute {
  return { type: 'mdxJsxAttribute', name, value };
}
