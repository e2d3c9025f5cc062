import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Counts the figures and the explorables that a page shows more than once, so that each can have ids of its own. */
export function remarkFigures() {
  return (tree: Root): void => {
    const shown = new Map<string, number>();
    visit(tree, 'mdxJsxFlowElement', ({ name, attributes }) => {
      if (name !== 'Figure' && name !== 'Explorable') return;
      const named = attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === 'name');
      const figure = `${name} ${String(named?.value)}`;
      const count = (shown.get(figure) ?? 0) + 1;
      shown.set(figure, count);
      if (count > 1) attributes.push({ type: 'mdxJsxAttribute', name: 'again', value: String(count) });
    });
  };
}
