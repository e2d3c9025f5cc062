const spellings: readonly (readonly [RegExp, string])[] = [
  [/[\s^_{}\\]+/g, ''],
  [/[′’‘]/g, "'"],
  [/[−–]/g, '-'],
  [/\|\|/g, '‖'],
  [/->/g, '→'],
  [/<=/g, '≤'],
  [/>=/g, '≥'],
];

/**
 * The form in which symbols and names are compared in a search, however they are typed: without spaces, with superscripts
 * and subscripts as plain characters, and without capitals, except for a single letter: `f ′(x)` → `f'(x)`, `x²` → `x2`.
 */
export function searchKey(text: string): string {
  const plain = spellings.reduce((key, [from, to]) => key.replace(from, to), text.normalize('NFKC'));
  return [...plain].length > 1 ? plain.toLowerCase() : plain;
}
