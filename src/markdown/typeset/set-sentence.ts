import katex from 'katex';
import { curlyQuotes } from './curly-quotes.ts';
import { formulaLook } from './formula-look.ts';

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

function inlineFormula(formula: string): string {
  const html = katex.renderToString(formula, { strict: 'error' });
  const { classes } = formulaLook(html, 'inline');
  return `<span class="${classes.join(' ')}" translate="no">${html}</span>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
