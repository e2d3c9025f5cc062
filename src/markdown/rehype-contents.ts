import type { ElementContent, Root } from 'hast';
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** One line of a page's table of contents. */
export interface ContentsEntry {
  readonly depth: 2 | 3;
  readonly anchor: string;
  readonly text: string;
}

/** The anchors of components that the table of contents lists like headings. An exercise keeps its own under any number. */
export const exerciseAnchor = (name: string): string => `exercise-${name}`;
export const checkpointAnchor = 'checkpoint';

/**
 * Collects headings, exercises and the checkpoint in document order, as `remarkPluginFrontmatter.contents`. Runs after
 * `rehypeHeadingIds`, which gives headings their ids.
 */
export function rehypeContents() {
  return (tree: Root, file: VFile): void => {
    const contents: ContentsEntry[] = [];
    visit(tree, (node) => {
      if (node.type === 'element' && (node.tagName === 'h2' || node.tagName === 'h3')) {
        const anchor = String(node.properties['id'] ?? '');
        contents.push({ depth: node.tagName === 'h2' ? 2 : 3, anchor, text: textOf(node.children) });
      } else if (node.type === 'mdxJsxFlowElement') {
        const entry = componentEntry(node);
        if (entry) contents.push(entry);
      }
    });
    const data = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
    if (data.astro?.frontmatter) data.astro.frontmatter['contents'] = contents;
  };
}

function componentEntry(node: MdxJsxFlowElementHast): ContentsEntry | undefined {
  if (node.name === 'Checkpoint') return { depth: 2, anchor: checkpointAnchor, text: 'Checkpoint' };
  if (node.name !== 'Exercise') return undefined;
  return { depth: 3, anchor: exerciseAnchor(attribute(node, 'name')), text: `Exercise ${attribute(node, 'number')}` };
}

function attribute(node: MdxJsxFlowElementHast, name: string): string {
  const found = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name);
  return typeof found?.value === 'string' ? found.value : '';
}

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) =>
      node.type === 'text' ? node.value : 'children' in node ? textOf(node.children as ElementContent[]) : '',
    )
    .join('');
}
