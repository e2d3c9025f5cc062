import { curlyQuotes } from './curly-quotes.ts';

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789-'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁻'][i] ?? '']),
);

/**
 * A sentence with formulas as plain text, for attributes: `a step of $10^{-5}$` → `a step of 10⁻⁵`. Powers, primes and
 * minus signs are converted; all other LaTeX is left as written.
 */
export function plainSentence(text: string): string {
  return curlyQuotes(text.replace(/\$([^$]+)\$/g, (_, formula: string) => plainFormula(formula)));
}

function plainFormula(formula: string): string {
  return formula
    .replace(/\^\{?(-?\d+)\}?/g, (_, power: string) => [...power].map((sign) => superscripts[sign] ?? '').join(''))
    .replaceAll("''", '″')
    .replaceAll("'", '′')
    .replaceAll('-', '−');
}
