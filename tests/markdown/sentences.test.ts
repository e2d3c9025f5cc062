import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { plainSentence } from '../../src/markdown/typeset/plain-sentence.ts';
import { setSentence } from '../../src/markdown/typeset/set-sentence.ts';

describe('setSentence', () => {
  it('sets formulas, quotes, and signs that HTML would read', () => {
    const html = setSentence('"$f$" is f\'s, if a < b');
    expect(html.replace(/<span class="katex">.*(?=<\/span>”)/, '…')).toBe(
      '“<span class="formula formula-inline formula-whole" translate="no">…</span>” is f’s, if a &lt; b',
    );
  });

  it('has no more elements in a formula than a lesson, and names what it cannot set', () => {
    const html = setSentence('so $a + b$');
    expect(html).toContain('<annotation encoding="application/x-tex">a + b</annotation>');
    expect(html).not.toMatch(/\b(?:mord|mbin|strut)\b/);
    expect(() => setSentence('$\\no$')).toThrow('\\no');
  });
});

describe('plainSentence', () => {
  it.each([
    ['in proportion to $h^2$', 'in proportion to h²'],
    ['$h = 10^{-5}$', 'h = 10⁻⁵'],
    ["the range to $2/f''$, f's", 'the range to 2/f″, f’s'],
    ["$f'(g(x)) - 1$", 'f′(g(x)) − 1'],
  ])('%s', (written, plain) => {
    expect(plainSentence(written)).toBe(plain);
  });

  it('knows every sign in the definitions of the glossary', () => {
    const file = new URL('../../content/glossary.yaml', import.meta.url);
    const terms = parse(readFileSync(file, 'utf8')) as { definition: string }[];
    const formulas = terms.flatMap(({ definition }) => definition.match(/\$[^$]+\$/g) ?? []);
    expect(formulas.length).toBeGreaterThan(5);
    expect(formulas.map(plainSentence).filter((plain) => /[\\{}_^$]/.test(plain))).toEqual([]);
  });
});
