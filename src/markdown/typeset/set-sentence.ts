import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeKatex from 'rehype-katex';
import type { VFile } from 'vfile';
import { curlyQuotes } from './curly-quotes.ts';
import { formulaLook } from './formula-look.ts';
import { leanFormula } from './lean-formula.ts';

/**
 * Turns plain text with formulas between dollar signs into HTML, for the sentences of the glossary.
 *
 * @throws ParseError (of KaTeX) if a formula cannot be set
 */
export function setSentence(text: string): string {
  return text
    .split(/\$([^$]+)\$/)
    .map((part, i, parts) =>
      i % 2 === 1 ? inlineFormula(part) : escapeHtml(curlyQuotes(part, i === 0 ? ' ' : parts[i - 1])),
    )
    .join('');
}

/**
 * Turns a formula in TeX into HTML for a sentence, in as few elements as those of lessons.
 *
 * @throws ParseError (of KaTeX) if it cannot be set
 */
export function inlineFormula(tex: string): string {
  const properties = { className: ['math-inline'] };
  const tree: Root = {
    type: 'root',
    children: [{ type: 'element', tagName: 'code', properties, children: [{ type: 'text', value: tex }] }],
  };
  setFormulas(tree, strictFile);
  const html = toHtml(leanFormula(tree.children[0] as Element));
  const { classes } = formulaLook(html, 'inline');
  return `<span class="${classes.join(' ')}" translate="no">${html}</span>`;
}

const setFormulas = rehypeKatex({ strict: 'error' });

/** The plugin only tells a file what it cannot set. */
const strictFile = {
  message: (_reason: string, { cause }: { cause: Error }) => {
    throw cause;
  },
} as unknown as VFile;

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
