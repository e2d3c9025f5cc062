/**
 * Characters that the fonts of the site lack and that every system has in a font of its own: arrows and marks of buttons,
 * and raised and lowered digits in labels, which no font of Source has as a web font.
 */
export const systemCharacters: ReadonlySet<string> = new Set('←↑→↓↔▶◀⏸○●✓✗⁰⁴⁵⁶⁷⁸⁹⁺⁻ˣ₀₁₂₃₄₅₆₇₈₉⌘');

/** Spaces, joiners and line breaks, which need no glyph. */
export function needsNoGlyph(character: string): boolean {
  return /^[\s\p{Z}\p{C}]$/u.test(character);
}
