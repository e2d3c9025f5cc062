import postcss from 'postcss';
import type { Plugin } from 'vite';

const alternative = /,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\("(?:woff|truetype)"\)/;

/**
 * Prepares KaTeX's stylesheet for this site: only the WOFF2 fonts, which every browser that can show the site reads; text
 * is shown while they load; in a build no rules for the sizes of `\tiny`, `\Huge` and the like and for other commands, which
 * formulas of this site do not use (while a lesson is written, it may begin to); and its rules are in the cascade layer
 * `base` (`src/styles/layers.css`), so that the site's own rules win over them.
 */
export function katexStyles(): Plugin {
  let isBuild = false;
  return {
    name: 'katex-styles',
    enforce: 'pre',
    config(_, { command }) {
      isBuild = command === 'build';
    },
    transform: {
      filter: { id: /katex\.min\.css/ },
      handler: (code) => {
        const css = woff2Only(code);
        return `@layer base{${isBuild ? withoutUnused(withoutSizes(css)) : css}}`;
      },
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
      'katex.min.css no longer has WOFF or TrueType alternatives: adapt src/site/build/katex-styles.ts to this version of KaTeX.',
    );
  return css
    .replaceAll(new RegExp(alternative, 'g'), '')
    .replaceAll(/\s*format\("woff2"\)/g, '')
    .replaceAll('font-display:block', 'font-display:swap');
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
      'katex.min.css no longer has rules for `reset-size1`: adapt src/site/build/katex-styles.ts to this version of KaTeX.',
    );
  return css.replaceAll(sizing, (rule, from: string, to: string) =>
    sizes.includes(from) && sizes.includes(to) ? rule : '',
  );
}

/**
 * Classes of commands that no formula of the site uses: other alphabets, boxes, arrows, tags, numbers of equations,
 * commutative diagrams. A page that has one fails the build (`late-styles.ts`), an equation of an explorable a test.
 */
export const unusedClasses: ReadonlySet<string> = new Set(
  `amsrm angl anglpad boldsymbol boxpad cancel-lap cancel-pad cd-arrow-pad cd-label-left cd-label-right cd-vert-arrow clap
   eqn-num fbox fcolorbox fleqn fontsize-ensurer halfarrow-left halfarrow-right katex-hdashline katex-newline
   katex-overlay katex-overline katex-smash katex-sout katex-tag katex-thinbox katex-underline katex-vbox katex-version
   leqno llap mainrm mathbb
   mathboldfrak mathboldsf mathcal mathfrak mathit mathitsf mathscr mathsfit mathtt mml-eqn-num mtr-glue reflectbox
   textbb textbf textboldfrak textboldsf textfrak textit textitsf textscr texttt x-arrow x-arrow-pad`.split(/\s+/),
);

/**
 * Drops the rules of commands that are not used, and the counters of equations.
 *
 * @throws Error if a class has no rule: then this version of KaTeX names it in another way
 */
export function withoutUnused(css: string): string {
  const sheet = postcss.parse(css);
  const met = new Set<string>();
  const isUsed = (selector: string) => {
    const unused = [...selector.matchAll(/\.([\w-]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => unusedClasses.has(name));
    for (const name of unused) met.add(name);
    return unused.length === 0;
  };
  sheet.walkRules((rule) => {
    const selectors = rule.selectors.filter(isUsed);
    if (selectors.length > 0) rule.selectors = selectors;
    if (selectors.length === 0 || rule.selector === 'body') rule.remove();
  });
  const unknown = [...unusedClasses].filter((name) => !met.has(name));
  if (unknown.length === 0) return sheet.toString();
  throw new Error(
    `katex.min.css has no rules for ${unknown.join(', ')}: adapt src/site/build/katex-styles.ts to this version of KaTeX.`,
  );
}
