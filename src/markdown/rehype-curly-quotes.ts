import type { Nodes, Parent, Root } from 'hast';
import { curlyQuotes } from './typeset/curly-quotes.ts';
import { wholePoints } from './typeset/whole-points.ts';

/** Elements whose text is code, output or a formula. */
const verbatim = new Set(['code', 'pre', 'samp', 'kbd', 'math', 'svg', 'Value', 'Example']);

/** Elements inside a sentence; every other element begins a new one. */
const inline = new Set(['a', 'em', 'strong', 'del', 'sub', 'sup', 'span', 'Aloud', 'Term']);

/**
 * Makes the quotes and apostrophes of sentences curly, and keeps each point on one line; code, formulas and computed values
 * stay as they are.
 */
export function rehypeCurlyQuotes() {
  return (tree: Root): void => {
    let before = ' ';
    const read = (node: Nodes): void => {
      if (node.type === 'text') {
        node.value = wholePoints(curlyQuotes(node.value, before));
        before = node.value.at(-1) ?? before;
        return;
      }
      const name = nameOf(node);
      const sets = 'children' in node && !verbatim.has(name) && !isSetFormula(node, name);
      if (sets && !inline.has(name)) before = ' ';
      if (sets) for (const child of node.children) read(child);
      // Code and formulas count as a word before the next quote.
      else before = 'x';
      if (sets && !inline.has(name)) before = ' ';
    };
    read(tree);
  };
}

/** A formula is a `span` without children: its HTML is a property. */
function isSetFormula(node: Parent, name: string): boolean {
  return name === 'span' && node.children.length === 0;
}

function nameOf(node: Nodes): string {
  if (node.type === 'element') return node.tagName;
  return 'name' in node && typeof node.name === 'string' ? node.name : '';
}
