import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { definitionsOf } from '../../src/site/definitions-of.ts';

describe('definitionsOf', () => {
  it('has the definition of each entry as plain text, and how its symbol is read', () => {
    const eta = { slug: 'rate', definition: 'A step of $10^{-2}$.\n', symbol: 'η', aloud: 'eta' };
    const entries = [eta, { slug: 'word', definition: 'A “word”.', aloud: 'a word' }];
    expect(definitionsOf(entries)).toEqual({
      rate: { words: 'A step of 10⁻².', symbol: 'η, read “eta”' },
      word: { words: 'A “word”.' },
    });
  });

  it('leaves no formula of the glossary as it is written', () => {
    const all = Object.values(definitionsOf(parse(readFileSync('content/glossary.yaml', 'utf8'))));
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(({ words }) => !/\w/.test(words) || /[$\\]/.test(words))).toEqual([]);
  });
});
