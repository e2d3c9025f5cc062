/** The id of an element, from its name in words: `The best weight, by 2` → `the-best-weight-by-2`. */
export function anchorOf(...words: readonly string[]): string {
  return words
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
