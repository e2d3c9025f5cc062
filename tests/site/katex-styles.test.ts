import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { woff2Only } from '../../src/site/katex-styles.ts';

const css = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8');

describe("KaTeX's stylesheet", () => {
  it('names one WOFF2 file for each of its fonts, and no other file', () => {
    const kept = woff2Only(css);
    expect(kept.match(/url\([^)]+\)/g)?.length).toBe(kept.match(/@font-face/g)?.length);
    expect(kept).not.toMatch(/\.(?:woff|ttf)\)|font-display:block/);
  });

  it('fails the build when its fonts are declared in another way', () => {
    expect(() => woff2Only('@font-face{font-family:K;src:url(K.woff2)}')).toThrow(/no longer has WOFF or TrueType/);
  });
});
