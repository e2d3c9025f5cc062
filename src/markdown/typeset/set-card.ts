import { setSentence } from './set-sentence.ts';

/** Turns a prompt or a reply of a card, with formulas between dollar signs and code between backticks, into HTML. */
export function setCard(text: string): string {
  return text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? `<code translate="no">${escapeHtml(part)}</code>` : setSentence(part)))
    .join('');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
