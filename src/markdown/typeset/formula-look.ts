export type FormulaKind = 'inline' | 'display';

/** The classes of a formula, and whether it scrolls. */
export interface FormulaLook {
  readonly classes: readonly string[];
  /** Whether it may be wider than a phone, and must then be focusable to be scrolled by keyboard. */
  readonly scrolls: boolean;
}

/** A display of more characters may be wider than a phone. */
const narrowDisplay = 26;

/** A formula in a sentence of more characters may be broken after a sign; a shorter one stays whole. */
const shortFormula = 14;

/** The look of a formula by its width, which is estimated from the HTML of KaTeX. */
export function formulaLook(html: string, kind: FormulaKind): FormulaLook {
  const length = shownLength(html);
  const whole = kind === 'inline' && length <= shortFormula;
  return {
    classes: ['formula', `formula-${kind}`, ...(whole ? ['formula-whole'] : [])],
    scrolls: kind === 'display' && length > narrowDisplay,
  };
}

/** The number of characters shown; an em of space counts as two. The HTML of KaTeX has no widths. */
function shownLength(html: string): number {
  const shown = html.slice(html.indexOf('<span class="katex-html"'));
  const spaces = [...shown.matchAll(/class="mspace" style="margin-right:([1-9][\d.]*)em/g)];
  const text = shown.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, '&');
  return text.length + spaces.reduce((sum, [, em]) => sum + 2 * Number(em), 0);
}
