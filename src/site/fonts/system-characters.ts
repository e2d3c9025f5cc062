/**
 * Characters that the fonts of the site lack and that every system has in a font of its own: arrows and marks of buttons,
 * and raised and lowered digits in labels. Of the raised ones the web fonts of Source have 1, 2 and 3 alone, larger than
 * those of other fonts: all come from one (`fonts.css` declares none), so that 10⁻¹⁶ is even.
 */
export const systemCharacters: ReadonlySet<string> = new Set('←↑→↓↔▶◀⏸○●✓✗⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ˣ₀₁₂₃₄₅₆₇₈₉⌘');

/** Spaces, joiners and line breaks, which need no glyph. */
export function needsNoGlyph(character: string): boolean {
  return /^[\s\p{Z}\p{C}]$/u.test(character);
}
