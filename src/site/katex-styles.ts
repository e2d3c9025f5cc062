import type { Plugin } from 'vite';

const alternative = /,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\("(?:woff|truetype)"\)/;

/**
 * Prepares KaTeX's stylesheet for this site: only the WOFF2 fonts, which every browser that can show the site reads; text
 * is shown while they load; no rules for the sizes of `\tiny`, `\Huge` and the like, which formulas of this site do not
 * use; and its rules are in the cascade layer `base` (`src/styles/layers.css`), so that the site's own rules win over them.
 */
export function katexStyles(): Plugin {
  return {
    name: 'katex-styles',
    enforce: 'pre',
    transform: {
      filter: { id: /katex\.min\.css/ },
      handler: (code) => `@layer base{${withoutSizes(woff2Only(code))}}`,
    },
  };
}

/**
 * Drops the WOFF and TrueType alternatives of each `@font-face`.
 *
 * @throws Error if there are none: then this version of KaTeX declares its fonts in another way
 */
export function woff2Only(css: string): string {
  if (!alternative.test(css))
    throw new Error(
      'katex.min.css no longer has WOFF or TrueType alternatives: adapt src/site/katex-styles.ts to this version of KaTeX.',
    );
  return css.replaceAll(new RegExp(alternative, 'g'), '').replaceAll('font-display:block', 'font-display:swap');
}

/** The sizes of a formula, of its indices, and of theirs. */
const sizes = ['1', '3', '6'];

/**
 * Drops the rules for sizes that only TeX's commands for sizes have: a seventh of the bytes.
 *
 * @throws Error if there are none: then this version of KaTeX sets sizes in another way
 */
export function withoutSizes(css: string): string {
  const sizing = /[^{}]*\.katex-sizing\.reset-size(\d+)\.size(\d+)\{[^}]*\}/g;
  if (!sizing.test(css))
    throw new Error(
      'katex.min.css no longer has rules for `reset-size1`: adapt src/site/katex-styles.ts to this version of KaTeX.',
    );
  return css.replaceAll(sizing, (rule, from: string, to: string) =>
    sizes.includes(from) && sizes.includes(to) ? rule : '',
  );
}
