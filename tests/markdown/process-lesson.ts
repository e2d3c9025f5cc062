import { type RehypePlugins, type RemarkPlugins, unified } from '@astrojs/markdown-remark';
import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { lessonSyntax } from '../../src/markdown/syntax.ts';

export interface Processed {
  /** The tree of the page, after all plugins. */
  readonly tree: Root;
  /** The messages of plugins about the page as a whole. */
  readonly frontmatter: Readonly<Record<string, unknown>>;
}

/** Takes a lesson's text through Astro's own road, with mathematics and the given plugins. */
export async function processLesson(
  text: string,
  plugins: { remark?: RemarkPlugins; rehype?: RehypePlugins },
): Promise<Processed> {
  let tree: Root = { type: 'root', children: [] };
  const capture = () => (processed: Root) => {
    tree = processed;
  };
  const processor = unified({
    gfm: false,
    remarkPlugins: [...lessonSyntax, ...(plugins.remark ?? [])],
    rehypePlugins: [...(plugins.rehype ?? []), capture],
    smartypants: false,
  });
  const renderer = await processor.createMdxRenderer?.({ syntaxHighlight: false }, { optimize: false });
  const frontmatter = {};
  await renderer?.process(text, '/site/content/guide/02-test.mdx', frontmatter);
  return { tree, frontmatter };
}

/** The elements with this tag or component name, in their order. */
export function elements(tree: Nodes, name: string): Element[] {
  const found: Element[] = [];
  visit(tree, (node) => {
    const called = node.type === 'element' ? node.tagName : 'name' in node ? node.name : undefined;
    if (called === name) found.push(node as Element);
  });
  return found;
}

/** A component's attributes as a record. */
export function attributes(node: Nodes): Readonly<Record<string, unknown>> {
  const list = 'attributes' in node ? node.attributes : [];
  return Object.fromEntries(list.map((one) => ('name' in one ? [one.name, one.value] : [])));
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child)).join('') : '';
}
