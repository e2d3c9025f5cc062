/** Signs that writing programs and web pages put in place of those on the keyboard. */
const plain: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟«»″]/, '"'],
  [/[‘’‚‛′]/, "'"],
  [/[‐‑‒–—―−]/, '-'],
  [/[×·∙⋅]/, '*'],
  [/÷/, '/'],
  [/≤/, '<='],
  [/≥/, '>='],
  [/≠/, '!='],
  [/…/, '...'],
];

/** Characters of which nothing is seen; one that joins two emoji is none of them. */
const invisible =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d/gu;

/** Blanks that look like the one on the keyboard. */
export const oddBlank = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/;

/** The advice for a character that a program does not take, as a sentence without its full stop. */
export function insteadOf(character: string): string {
  if (oddBlank.test(character)) return `Write a plain blank in place of ${codeOf(character)}`;
  if (findInvisible(character).length > 0) return `Take out ${codeOf(character)}, of which nothing is seen`;
  const sign = plain.find(([some]) => some.test(character))?.[1];
  return sign === undefined
    ? `Take out \`${character}\`, or put it in quotes`
    : `Write \`${sign}\` in place of \`${character}\``;
}

/** The same where Python says that a character is not valid; `undefined` for any other message. */
export function insteadOfInvalid(summary: string): string | undefined {
  const [, code] = /invalid (?:non-printable )?character .*U\+([0-9A-F]{4,6})/.exec(summary) ?? [];
  return code === undefined ? undefined : insteadOf(String.fromCodePoint(Number.parseInt(code, 16)));
}

/** The characters of a text of which nothing is seen, with their offsets. */
export function findInvisible(text: string): readonly { readonly character: string; readonly offset: number }[] {
  return [...text.matchAll(invisible)].map(({ 0: character, index: offset }) => ({ character, offset }));
}

/** A character by its number: `U+00A0`. */
export function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
