import type { Card } from '../questions/question.ts';

/**
 * Cards as tab-separated text that Anki imports: prompt, reply, and the name of the question as a tag. Formulas are
 * between `\(` and `\)`, code is in `<code>`.
 */
export function ankiCards(cards: readonly Card[]): string {
  const head = ['#separator:tab', '#html:true', '#columns:Front\tBack\tTags', '#tags column:3'];
  const rows = cards.map(({ name, prompt, reply }) =>
    [field(prompt), field(reply), `calculus-for-ml::${name}`].join('\t'),
  );
  return `${[...head, ...rows].join('\n')}\n`;
}

/** Formulas and code are told apart first: a dollar sign in code is none. */
function field(text: string): string {
  return text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? `<code>${escaped(part)}</code>` : withFormulas(part)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function withFormulas(text: string): string {
  return text
    .split('$')
    .map((part, i) => (i % 2 === 1 ? `\\(${escaped(part)}\\)` : escaped(part)))
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
