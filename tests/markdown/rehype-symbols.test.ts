import { readFileSync } from 'node:fs';
import rehypeKatex from 'rehype-katex';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rehypeFormulaBoxes } from '../../src/markdown/rehype-formula-boxes.ts';
import { rehypeSymbols } from '../../src/markdown/rehype-symbols.ts';
import { definitionsOf } from '../../src/site/definitions-of.ts';
import { glossarySymbols } from '../../src/site/glossary-symbols.ts';
import { elements, processLesson } from './process-lesson.ts';

const symbols = ['η', '∇', 'ε'].map((symbol) => ({
  symbol,
  reading: `${symbol}, read aloud`,
  address: `/glossary/#${symbol}`,
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
    ['the first formula with a symbol', 'A rate $\\eta$, and $\\eta$ again.', ['η, read aloud']],
    ['once more in the next section', 'A $\\eta$.\n\n## Next\n\nA $\\eta$.', ['η, read aloud', 'η, read aloud']],
    ['in a list', '- the step $-\\eta\\nabla f$\n- and $\\nabla f$', ['η, read aloud', '∇, read aloud']],
    ['not in a heading', '## The $\\nabla$', []],
    ['not in another link', 'See [the rate $\\eta$](/x).', ['/x']],
    ['not in a choice of a question', '<Choice>\n\nA $\\eta$.\n\n</Choice>', []],
    ['not where the symbol means something else', 'A tiny $\\varepsilon$.', []],
    ['not in a display', '$$\n\\eta\n$$', []],
  ])('links %s', async (_, text, expected) => {
    expect(await linked(text)).toEqual(expected);
  });

  it('knows the row of each symbol of the glossary, which explains it', () => {
    const file = 'content/glossary.yaml';
    const found = glossarySymbols(file);
    const definitions = definitionsOf(parse(readFileSync(file, 'utf8')));
    expect(found.map(({ symbol }) => symbol).toSorted()).toEqual(['lim', 'ε', 'η', 'κ', 'λ', '∂', '∇', '∑', '∥']);
    for (const { symbol, reading, address } of found) {
      const [, slug = ''] = /^\/glossary\/#([a-z-]+)$/.exec(address) ?? [];
      expect(definitions[slug]?.symbol).toBe(reading);
      expect(reading).toMatch(new RegExp(`^${symbol}, read “[^$\\\\]+”$`));
    }
  });
});
