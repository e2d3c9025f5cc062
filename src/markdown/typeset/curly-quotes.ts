/**
 * Turns straight quotes into typographic ones: `it's "so"` → `it’s “so”`.
 *
 * @param before the character before the text, if the text continues a sentence
 */
export function curlyQuotes(text: string, before = ' '): string {
  return text.replace(/["']/g, (quote, at: number) => {
    const opens = /[\s([{\u2013\u2014\u201c\u2018/-]/.test(text[at - 1] ?? before);
    if (quote === '"') return opens ? '\u201c' : '\u201d';
    return opens ? '\u2018' : '\u2019';
  });
}
