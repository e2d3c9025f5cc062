import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkitten';
import katex from 'katex';
import { parseHTML } from 'linkedom';
import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { FontFile } from '../../../src/site/fonts/font-file.ts';
import { splitFonts } from '../../../src/site/fonts/split-fonts.ts';
import { needsNoGlyph } from '../../../src/site/fonts/system-characters.ts';
import { readUnicodeRange, writeUnicodeRange } from '../../../src/site/fonts/unicode-range.ts';
import { usedCharacters } from '../../../src/site/fonts/used-characters.ts';

const original = fileURLToPath(
  import.meta.resolve('@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2'),
);
const codes = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);

describe('usedCharacters', () => {
  const { document } = parseHTML(`<html><body><h2 id="a">Aé</h2><script>ж</script><p>x <code id="b">§</code> y</p>
<svg><title>ß</title><text>µ</text></svg>${katex.renderToString('\\nabla x + \\mathbf{w}')}</body></html>`);
  const used = usedCharacters(document);
  const of = (use: Parameters<typeof used.get>[0]) => [...(used.get(use)?.keys() ?? [])].join('').replace(/\s/g, '');

  it('are those that are seen, by the font in which they are set', () => {
    expect(of('text')).toBe('Aéxyµ');
    expect(of('code')).toBe('§');
    expect(of('KaTeX_Main-Regular')).toContain('∇');
    expect(of('KaTeX_Math-Italic')).toBe('x');
    expect(of('KaTeX_Main-Bold')).toBe('w');
  });

  it('are those of italics too, which upright letters may stand for', () => {
    const { document: page } = parseHTML(
      '<html><body>ab<em>c<code>d</code></em><svg><text><tspan class="variable">x</tspan></text></svg></body></html>',
    );
    const slanted = usedCharacters(page);
    expect([...(slanted.get('italic')?.keys() ?? [])]).toEqual(['c']);
    expect([...(slanted.get('text')?.keys() ?? [])]).toEqual(['a', 'b', 'c']);
    expect([...(slanted.get('KaTeX_Math-Italic')?.keys() ?? [])]).toEqual(['x']);
    const { document: bold } = parseHTML(
      '<html><body><h2><code>f</code></h2><pre><code><b class="kw">if</b> x</code></pre></body></html>',
    );
    expect([...(usedCharacters(bold).get('bold code')?.keys() ?? [])].join('')).toBe('fi');
    expect([...(usedCharacters(bold).get('code')?.keys() ?? [])].join('')).toBe('fi x');
  });

  it('know each class that the stylesheets set in italics', async () => {
    const styles = fileURLToPath(new URL('../../../src', import.meta.url));
    const classes: string[] = [];
    for await (const file of glob('**/*.css', { cwd: styles }))
      postcss.parse(readFileSync(`${styles}/${file}`, 'utf8')).walkDecls('font-style', ({ value, parent }) => {
        const selectors = value === 'italic' && parent?.type === 'rule' ? (parent as postcss.Rule).selectors : [];
        // The font of code has no italics.
        classes.push(
          ...selectors.filter((selector) => !/code|stderr/.test(selector)).map((one) => one.split('.').at(-1) ?? ''),
        );
      });
    expect(classes.length).toBeGreaterThanOrEqual(3);
    for (const name of classes) {
      const { document: page } = parseHTML(`<html><body><p class="${name}">x</p></body></html>`);
      // Variables are set in the italic font of formulas.
      expect(usedCharacters(page).has(name === 'variable' ? 'KaTeX_Math-Italic' : 'italic'), name).toBe(true);
    }
  });

  it('have their place', () => {
    expect(used.get('text')?.get('é')).toBe('a');
    expect(used.get('text')?.get('y')).toBe('b');
  });
});

describe('a unicode-range', () => {
  it.each(['U+41-43,U+61', 'U+2191'])('%s is read and written', (range) => {
    const covers = readUnicodeRange(range);
    const all = Array.from({ length: 0x3000 }, (_, code) => code).filter(covers);
    expect(writeUnicodeRange(all)).toBe(range);
  });

  it('goes on over code points that do not matter', () => {
    expect(writeUnicodeRange([0x41, 0x45, 0x61], (code) => code > 0x50)).toBe('U+41-45,U+61');
  });

  it('may have question marks', () => {
    expect([0x2f, 0x300, 0x3ff, 0x400].map(readUnicodeRange('U+3??, U+2F'))).toEqual([true, true, true, false]);
    expect(() => readUnicodeRange('latin')).toThrow('no span');
  });
});

describe('splitFonts', () => {
  const file = 'source-code-pro-latin-wght-normal.Ab12cd34.woff2';
  const css = `a{top:0}@font-face{font-family:"Code";font-weight:200 900;src:url(/base/_astro/${file})format("woff2");unicode-range:U+??}`;

  it('puts what is used, and ASCII, into one file and the rest into another: together all that there was', async () => {
    const written = new Map<string, Buffer>();
    const write = (stem: string, bytes: Buffer) => {
      written.set(stem, bytes);
      return `${stem}.new.woff2`;
    };
    const used = new Map([['code' as const, new Set('é')]]);
    const split = await splitFonts(css, { read: () => readFileSync(original), write, used });
    const [core, rest] = [...written.values()].map((bytes) => new FontFile(bytes));
    const before = [...new FontFile(readFileSync(original)).characters].filter((code) => code < 0x100);
    expect(codes('éAz~0').every((code) => core?.characters.has(code))).toBe(true);
    expect(codes('ñß').every((code) => rest?.characters.has(code) && !core?.characters.has(code))).toBe(true);
    const after = new Set([...(core?.characters ?? []), ...(rest?.characters ?? [])]);
    expect(before.filter((code) => !after.has(code) && !needsNoGlyph(String.fromCodePoint(code)))).toEqual([]);
    expect(split.renamed.get(file)).toBe('source-code-pro-latin-wght-normal.new.woff2');
    // Of two rules that have a character, the later one shows it.
    const [second, first] = postcss.parse(split.css).nodes.slice(1);
    expect(`${first}`).toContain('url(/base/_astro/source-code-pro-latin-wght-normal.new.woff2)');
    expect(`${second}`).toContain('url(/base/_astro/source-code-pro-latin-wght-normal-rest.new.woff2)');
    expect(`${second}`).toMatch(/unicode-range:\s*U\+/);
    expect([...written.values()].map((bytes) => bytes.length)[0]).toBeLessThan(readFileSync(original).length * 0.6);
  });

  it('has each character of a font in the rule that shows it, and in no range a used one that the font lacks', async () => {
    const used = new Map([['code' as const, new Set('é→')]]);
    let count = 0;
    const write = (stem: string) => `${stem}.${++count}.woff2`;
    const split = await splitFonts(css.replace('U+??', 'U+0-2FFF'), {
      read: () => readFileSync(original),
      write,
      used,
    });
    const rules = [...split.css.matchAll(/url\([^)]*\/([^)]+)\)[^}]*unicode-range:([^;}]+)/g)].map(
      ([, name = '', range = '']) => ({
        isRest: name.includes('-rest'),
        covers: readUnicodeRange(range),
      }),
    );
    const shows = (character: string) => rules.findLast(({ covers }) => covers(character.codePointAt(0) ?? 0))?.isRest;
    expect([...'éA~ß→'].map(shows)).toEqual([false, false, false, true, undefined]);
  });

  it('has little more than letters, digits and marks of sentences in the first part of a font of text', async () => {
    const written: ReadonlySet<number>[] = [];
    const write = (stem: string, bytes: Buffer) => `${stem}.${written.push(new FontFile(bytes).characters)}.woff2`;
    const text = css.replace('source-code-pro', 'source-serif-4').replace('200 900', '400');
    const used = new Map([['text' as const, new Set('é@')]]);
    await splitFonts(text, { read: () => readFileSync(original), write, used });
    expect(written.map((part) => [...'aZ0?é@$~'].filter((one) => part.has(codes(one)[0] ?? 0)).join(''))).toEqual([
      'aZ0?é@',
      '$~',
    ]);
  });

  it('drops the fonts of formulas that no page uses, but those of brackets, which grow', async () => {
    const face = (name: string) => `@font-face{font-family:K;src:url(/_astro/${name}.x1.woff2)format("woff2")}`;
    const split = await splitFonts(['KaTeX_Script-Regular', 'KaTeX_Size4-Regular'].map(face).join(''), {
      read: () => readFileSync(original),
      write: () => expect.fail('nothing is used'),
      used: new Map(),
    });
    expect(split.unused).toEqual(['KaTeX_Script-Regular.x1.woff2']);
    expect(split.css).toBe(face('KaTeX_Size4-Regular'));
  });

  it('has its own characters for bold code, and little of ASCII', async () => {
    const written = new Map<string, Buffer>();
    const write = (stem: string, bytes: Buffer) => {
      written.set(stem, bytes);
      return `${stem}.new.woff2`;
    };
    const used = new Map([['bold code' as const, new Set('def')]]);
    const bold = css.replace('200 900', '650');
    const split = await splitFonts(bold, { read: () => readFileSync(original), write, used });
    const [first, rest] = [...written.values()].map((bytes) => new FontFile(bytes).characters);
    expect([...(first ?? [])].filter((code) => code < 0xffff)).toEqual(codes(' def'));
    expect(rest?.has(0x41)).toBe(true);
    expect([...written.keys()]).toEqual(
      ['normal-bold', 'normal-bold-rest'].map((end) => `source-code-pro-latin-wght-${end}`),
    );
    expect(split.available.has('code')).toBe(false);
  });

  it.each([
    ['400 650', { min: 400, max: 650 }],
    ['400', undefined],
  ])('keeps the weights that the stylesheet declares, %s', async (declared, kept) => {
    const written: Buffer[] = [];
    const write = (stem: string, bytes: Buffer) => `${stem}.${written.push(bytes)}.woff2`;
    const weighted = css.replace('200 900', declared);
    await splitFonts(weighted, { read: () => readFileSync(original), write, used: new Map() });
    expect(written).toHaveLength(2);
    for (const bytes of written) {
      const axis = (create(bytes) as Font).variationAxes['wght'];
      expect(axis && { min: axis.min, max: axis.max }).toEqual(kept);
    }
  });

  it('leaves a font that nothing uses as it is', async () => {
    const kept = css
      .replaceAll('source-code-pro-latin-wght-normal', 'KaTeX_Size4-Regular')
      .replace(/;unicode-range:U\+\?\?/, '');
    const write = () => expect.fail('nothing is written');
    const split = await splitFonts(kept, { read: () => readFileSync(original), write, used: new Map() });
    expect(split.css).toBe(kept);
  });
});
