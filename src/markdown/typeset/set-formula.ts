import katex from 'katex';

export type FormulaKind = 'inline' | 'display';

/** A formula ready for the page. */
export interface SetFormula {
  /** For the eye, and as MathML for everybody else. */
  readonly html: string;
  readonly classes: readonly string[];
  /** Whether it may be wider than a phone, and must then be reachable with the keyboard. */
  readonly scrolls: boolean;
}

/** A display of more characters may be wider than a phone. */
const narrowDisplay = 26;

/** A formula in a sentence of more characters may be broken after a sign; a shorter one stays whole. */
const shortFormula = 14;

/** Sets a formula. @throws ParseError (of KaTeX) if it is not one. */
export function setFormula(formula: string, kind: FormulaKind): SetFormula {
  const html = katex.renderToString(formula, { displayMode: kind === 'display', strict: 'error', throwOnError: true });
  const length = shownLength(html);
  const whole = kind === 'inline' && length <= shortFormula;
  return {
    html,
    classes: ['formula', `formula-${kind}`, ...(whole ? ['formula-whole'] : [])],
    scrolls: kind === 'display' && length > narrowDisplay,
  };
}

/** How many characters KaTeX shows, with an em of space for two: the markup itself says nothing of widths. */
function shownLength(html: string): number {
  const shown = html.slice(html.indexOf('<span class="katex-html"'));
  const spaces = [...shown.matchAll(/class="mspace" style="margin-right:([1-9][\d.]*)em/g)];
  return shown.replace(/<[^>]*>/g, '').length + spaces.reduce((sum, [, em]) => sum + 2 * Number(em), 0);
}
