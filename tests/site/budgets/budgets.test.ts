import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { budgetOf, overAliveBudget, overBudget, overLimit } from '../../../src/site/budgets/budgets.ts';
import { aliveBytes, type kinds, pageBytes } from '../../../src/site/budgets/page-bytes.ts';
import { scratchFolder } from '../../verify/scratch-folder.ts';

const folder = scratchFolder();

const files = {
  'guide/x/index.html': `<html><head><link rel="stylesheet" href="/b/_astro/p.css"></head><body>
<script type="module" src="/b/_astro/one.js"></script><p>A<em>b</em></p><figure id="figure-y"><svg><path d="M0,0"></path></svg></figure>
<calculus-explorable data-name="two-walks"></calculus-explorable><img src="/b/picture.png"></body></html>`,
  '_astro/p.css': `@font-face{font-family:S;src:url(/b/_astro/sans.1.woff2) format("woff2");unicode-range:U+300-302}
@font-face{font-family:S;src:url(/b/_astro/sans-rest.2.woff2) format("woff2");unicode-range:U+0-1FF}
@font-face{font-family:S;src:url(/b/_astro/sans.1.woff2) format("woff2");unicode-range:U+41-7F}
@font-face{font-family:K;src:url(/b/_astro/KaTeX_Main-Bold.3.woff2) format("woff2")}`,
  '_astro/one.js': 'import"./two.js";import("./later.js");',
  '_astro/two.js': 'export{a}from"./three.js"',
  '_astro/three.js': 'export const a=1',
  '_astro/later.js': 'never counted',
  '_astro/live-explorable.Ab1-cd_2.js': 'import"./two-walks.Ab12cd34.js"',
  '_astro/two-walks.Ab12cd34.js': 'import"./three.js"',
  '_astro/two-walks-more.Ab12cd34.js': 'another explorable',
  '_astro/sans.1.woff2': 'x'.repeat(700),
  '_astro/sans-rest.2.woff2': 'y'.repeat(800),
  '_astro/KaTeX_Main-Bold.3.woff2': 'z'.repeat(900),
  'picture.png': 'p'.repeat(50),
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}
const page = pageBytes(folder, 'guide/x/index.html', '/b/');
const namesOf = (kind: (typeof kinds)[number]) => page[kind].items.map(({ name }) => name);

describe('the bytes of a page', () => {
  it('are those of the files that it loads at once, as they are sent', () => {
    expect(page.HTML.bytes).toBe(gzipSync(files['guide/x/index.html']).length);
    expect(namesOf('CSS')).toEqual(['_astro/p.css']);
    expect(namesOf('JavaScript')).toEqual(['_astro/one.js', '_astro/two.js', '_astro/three.js']);
    expect(page.images.bytes).toBe(50);
  });

  it('have the fonts of its characters, and no others', () => {
    expect(namesOf('fonts')).toEqual(['_astro/sans.1.woff2']);
    expect(page.fonts.bytes).toBe(700);
  });
});

describe('the programs of a page with explorables', () => {
  it('are those of the page, what draws explorables, and its own ones, each once', () => {
    const names = ['one', 'two', 'three', 'live-explorable.Ab1-cd_2', 'two-walks.Ab12cd34'] as const;
    const sizes = names.map((name) => gzipSync(files[`_astro/${name}.js`]).length);
    expect(aliveBytes(folder, 'guide/x/index.html', '/b/')).toBe(sizes.reduce((sum, one) => sum + one));
  });

  it('have a budget', () => {
    expect(overAliveBudget('guide/x/index.html', 163_000)).toEqual([]);
    expect(overAliveBudget('guide/x/index.html', 164_500).join()).toContain('is 164.5 kB compressed, 1.5 kB above');
  });
});

describe('a budget', () => {
  const wide = { HTML: 1e6, CSS: 1e6, JavaScript: 1e6, fonts: 1e6, images: 1e6 };

  it('is kept', () => {
    expect(overBudget('guide/x/index.html', page, wide)).toEqual([]);
  });

  it.each([
    ['HTML', 'figure-y'],
    ['CSS', '_astro/p.css'],
    ['JavaScript', '_astro/one.js'],
    ['fonts', '_astro/sans.1.woff2'],
    ['images', 'picture.png'],
  ] as const)('says of which kind it is too much, by how much, and what is largest: %s', (kind, largest) => {
    const [problem = '', ...others] = overBudget('guide/x/index.html', page, { ...wide, [kind]: 1 });
    expect(others).toEqual([]);
    expect(problem).toContain(`guide/x/index.html: ${kind} is`);
    expect(problem).toContain('above the budget of 0.0 kB');
    expect(problem).toContain(largest);
  });

  it('is one for all that a lesson loads at first, with what can be done', () => {
    const heavy = { ...page, HTML: { bytes: 130_000, items: [] } };
    const [problem = ''] = overLimit('guide/x/index.html', heavy);
    expect(problem).toMatch(
      /^guide\/x\/index\.html: the first load is 13[01]\.\d kB compressed, .+: HTML 130\.0 kB, CSS/,
    );
    expect(problem).toContain('held-back.ts');
    expect(overLimit('guide/x/index.html', page)).toEqual([]);
    expect(overLimit('glossary/index.html', heavy)).toEqual([]);
  });

  it('is larger for a lesson, which has figures', () => {
    expect(budgetOf('guide/x/index.html').HTML).toBeGreaterThan(budgetOf('glossary/index.html').HTML);
  });
});
