import type { Nodes, Parent, Root } from 'hast';
import { curlyQuotes } from './typeset/curly-quotes.ts';

/** What a program reads or wrote stays as it is. */
const verbatim = new Set(['code', 'pre', 'samp', 'kbd', 'math', 'svg', 'Value', 'Example']);

/** Elements that stand inside a sentence; everything else begins a new one. */
const inline = new Set(['a', 'em', 'strong', 'del', 'sub', 'sup', 'span', 'Aloud', 'Term']);

/** Sets the quotes and apostrophes of sentences, and leaves code, formulas and computed values alone. */
export function rehypeCurlyQuotes() {
  return (tree: Root): void => {
    let before = ' ';
    const read = (node: Nodes): void => {
      if (node.type === 'text') {
        node.value = curlyQuotes(node.value, before);
        before = node.value.at(-1) ?? before;
        return;
      }
      const name = nameOf(node);
      const sets = 'children' in node && !verbatim.has(name) && !isSetFormula(node, name);
      if (sets && !inline.has(name)) before = ' ';
      if (sets) for (const child of node.children) read(child);
      // What follows code or a formula follows a word.
      else before = 'x';
      if (sets && !inline.has(name)) before = ' ';
    };
    read(tree);
  };
}

/** A formula that is set already holds its HTML as a property and has no children. */
function isSetFormula(node: Parent, name: string): boolean {
  return name === 'span' && node.children.length === 0;
}

function nameOf(node: Nodes): string {
  if (node.type === 'element') return node.tagName;
  return 'name' in node && typeof node.name === 'string' ? node.name : '';
}
