import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** A symbol of a row of the glossary. */
export interface ExplainedSymbol {
  readonly symbol: string;
  /** The symbol, and how it is read. */
  readonly reading: string;
  /** The path of its row from the root of the site, under whose base `rehypeInternalLinks` puts it. */
  readonly address: string;
  /** The lessons in which it has this meaning; all, if it has no other. */
  readonly lessons: readonly string[] | undefined;
}

/**
 * Makes the first formula of each section that has a symbol of the glossary a link to its row, which is explained like a
 * term. Only formulas in sentences are links, not those in headings, tables, choices or other links. Runs after
 * `rehypeFormulaBoxes`.
 */
export function rehypeSymbols({ symbols }: { readonly symbols: readonly ExplainedSymbol[] }) {
  return (tree: Root, file: VFile): void => {
    const lesson = /([a-z-]+)\.mdx?$/.exec(file.path ?? '')?.[1]?.replace(/^-/, '');
    const known = symbols.filter(({ lessons }) => lessons?.includes(lesson ?? '') ?? true);
    let left = [...known];
    for (const node of tree.children) {
      if (node.type !== 'element') continue;
      if (/^h[23]$/.test(node.tagName)) left = [...known];
      if (!/^(?:p|ul|ol)$/.test(node.tagName)) continue;
      visit(node, 'element', (element, index, parent) => {
        if (element.tagName === 'a') return SKIP;
        const html = element.properties['set:html'];
        if (typeof html !== 'string' || parent?.type !== 'element' || index === undefined) return;
        const found = left.find(({ symbol }) => html.includes(symbol));
        if (!found) return;
        left = left.filter((one) => one !== found);
        parent.children[index] = explained(element, found);
        return SKIP;
      });
    }
  };
}

function explained(formula: Element, { address, reading }: ExplainedSymbol): ElementContent {
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['term', 'term-symbol'], href: address, title: reading },
    children: [formula],
  };
}
