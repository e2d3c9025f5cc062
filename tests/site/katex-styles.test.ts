import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { unusedClasses, withoutSizes, withoutUnused, woff2Only } from '../../src/site/build/katex-styles.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const css = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8');

describe("KaTeX's stylesheet", () => {
  it('names one WOFF2 file for each of its fonts, and no other file', () => {
    const kept = woff2Only(css);
    expect(kept.match(/url\([^)]+\)/g)?.length).toBe(kept.match(/@font-face/g)?.length);
    expect(kept).not.toMatch(/\.(?:woff|ttf)\)|font-display:block/);
  });

  it('has no rules for sizes that formulas do not have, and no formula asks for one', async () => {
    const kept = withoutSizes(css);
    expect(kept).toContain('.katex .katex-sizing.reset-size6.size3{font-size:.7em}');
    expect(kept).not.toMatch(/reset-size6\.size9|reset-size2\./);
    expect(css.length - kept.length).toBeGreaterThan(10_000);
    const asking: string[] = [];
    for await (const file of glob('{content,src}/**/*.{md,mdx,ts,astro,yaml}', { cwd: root }))
      if (
        /\\(?:tiny|scriptsize|footnotesize|small|normalsize|large|Large|LARGE|huge|Huge)\b/.test(
          readFileSync(`${root}/${file}`, 'utf8'),
        )
      )
        asking.push(file);
    // It says which commands these are.
    expect(asking).toEqual(['src/site/build/katex-styles.ts']);
  });

  it('has no rules for commands that formulas do not use, and all others', () => {
    const kept = withoutUnused(css);
    for (const name of unusedClasses) expect(kept).not.toMatch(new RegExp(`\\.${name}(?![\\w-])`));
    expect(kept).not.toContain('counter');
    expect(kept).toMatch(/\.katex-hline[^}]*,\.katex \.mfrac \.frac-line\{min-height:1px\}/);
    expect(kept).toContain('.katex .mathbf{');
  });

  it('fails the build when a command that is not used is named in another way', () => {
    expect(() => withoutUnused('.katex .mathbf{font-weight:bold}')).toThrow(/has no rules for amsrm, angl/);
  });

  it('fails the build when its sizes are set in another way', () => {
    expect(() => withoutSizes('.katex{font-size:1em}')).toThrow(/no longer has rules for `reset-size1`/);
  });

  it('fails the build when its fonts are declared in another way', () => {
    expect(() => woff2Only('@font-face{font-family:K;src:url(K.woff2)}')).toThrow(/no longer has WOFF or TrueType/);
  });
});
