import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { woff2Only } from '../../src/site/build/katex-styles.ts';
import { withoutOffset } from '../../src/site/build/plot-on-whole-units.ts';

describe('woff2Only', () => {
  it('keeps one file of each font and shows text meanwhile', () => {
    const face = (sources: string, display: string) =>
      `@font-face{font-display:${display};font-family:K;src:${sources}}`;
    const all = 'url(f/K.woff2) format("woff2"),url(f/K.woff) format("woff"),url(f/K.ttf) format("truetype")';
    expect(woff2Only(face(all, 'block'))).toBe(face('url(f/K.woff2)', 'swap'));
  });
});

describe('withoutOffset', () => {
  it('takes the half unit out of the Plot that is installed', () => {
    const code = readFileSync(new URL('style.js', import.meta.resolve('@observablehq/plot')), 'utf8');
    const patched = withoutOffset(code);
    expect(patched).toContain('export const offset = 0;');
    expect(patched.replace('export const offset = 0;', '').length).toBeLessThan(code.length);
    expect(patched).not.toMatch(/devicePixelRatio/);
  });

  it('fails the build where Plot has become another', () => {
    expect(() => withoutOffset('export const shift = 0.5;')).toThrow('adapt src/site/build/plot-on-whole-units.ts');
  });
});
