import { fontUseOf } from './font-use.ts';
import { needsNoGlyph } from './system-characters.ts';
import { readUnicodeRange } from './unicode-range.ts';
import type { UsedCharacters } from './used-characters.ts';

/**
 * The files of the fonts of a stylesheet that show one of the characters. Of the rules of one family, style and weight, the
 * last whose range has a character shows it.
 */
export function shownFonts(css: string, used: UsedCharacters): string[] {
  const shown = new Map<string, Set<string>>();
  const rules = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, rule = '']) => rule);
  return rules.toReversed().flatMap((rule) => {
    const file = /url\("?[^")]*\/([^")/]+\.woff2)/.exec(rule)?.[1];
    if (file === undefined) return [];
    const range = /unicode-range:([^;}]+)/.exec(rule)?.[1];
    const covers = range === undefined ? () => true : readUnicodeRange(range);
    const face = (rule.match(/font-(?:family|style|weight):[^;]+/g) ?? []).sort().join();
    const others = shown.get(face) ?? new Set();
    const characters = [...(used.get(fontUseOf(file))?.keys() ?? [])].filter(
      (character) => covers(character.codePointAt(0) ?? 0) && !others.has(character) && !needsNoGlyph(character),
    );
    shown.set(face, others.union(new Set(characters)));
    return characters.length > 0 ? [file] : [];
  });
}
