import rehypeKatex from 'rehype-katex';
import { describe, expect, it } from 'vitest';
import { rehypeFormulaBoxes } from '../../src/markdown/rehype-formula-boxes.ts';
import { rehypeSymbols } from '../../src/markdown/rehype-symbols.ts';
import { glossarySymbols } from '../../src/site/glossary-symbols.ts';
import { elements, processLesson } from './process-lesson.ts';

const symbols = ['η', '∇', 'ε'].map((symbol) => ({
  symbol,
  address: `/glossary/#${symbol}`,
  explanation: `${symbol}: a meaning`,
  lessons: symbol === 'ε' ? ['other'] : undefined,
}));

async function linked(text: string): Promise<unknown[]> {
  const { tree } = await processLesson(text, {
    rehype: [rehypeKatex, rehypeFormulaBoxes, [rehypeSymbols, { symbols }]],
  });
  return elements(tree, 'a').map(({ properties }) => properties['title'] ?? properties['href']);
}

describe('rehypeSymbols', () => {
  it.each([
    ['the first formula with a symbol', 'A rate $\\eta$, and $\\eta$ again.', ['η: a meaning']],
    ['once more in the next section', 'A $\\eta$.\n\n## Next\n\nA $\\eta$.', ['η: a meaning', 'η: a meaning']],
    ['in a list', '- the step $-\\eta\\nabla f$\n- and $\\nabla f$', ['η: a meaning', '∇: a meaning']],
    ['not in a heading', '## The $\\nabla$', []],
    ['not in another link', 'See [the rate $\\eta$](/x).', ['/x']],
    ['not in a choice of a question', '<Choice>\n\nA $\\eta$.\n\n</Choice>', []],
    ['not where the symbol means something else', 'A tiny $\\varepsilon$.', []],
    ['not in a display', '$$\n\\eta\n$$', []],
  ])('links %s', async (_, text, expected) => {
    expect(await linked(text)).toEqual(expected);
  });

  it('has an explanation for each symbol of the glossary, which leads to its row', () => {
    const found = glossarySymbols('content/glossary.yaml');
    expect(found.map(({ symbol }) => symbol).toSorted()).toEqual(['lim', 'ε', 'η', 'κ', 'λ', '∂', '∇', '∑', '∥']);
    for (const { symbol, address, explanation } of found) {
      expect(address).toMatch(/^\/glossary\/#[a-z-]+$/);
      expect(explanation).toMatch(new RegExp(`^${symbol}, read “[^$\\\\]+”: [A-Z][^$\\\\]+\\.?\\)?$`));
    }
  });
});
