import { nearestWord } from '../core/nearest-word.ts';

/**
 * The types of placeholder for parts of an output that differ between machines. Written `⟪version⟫` in the expected
 * output: no program of the guide prints the mathematical double angle brackets (U+27EA, U+27EB).
 */
const placeholders: Readonly<Record<string, string>> = {
  version: String.raw`\d+(?:\.\d+)+(?:[-+.]?[0-9A-Za-z]+)*`,
  float: String.raw`[+-]?(?:(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?|nan|inf)`,
  integer: String.raw`[+-]?\d+`,
};

const pattern = /⟪([^⟪⟫\n]*)⟫/g;

/** Whether a text holds any placeholder. */
export function hasPlaceholder(text: string): boolean {
  return text.search(pattern) >= 0;
}

/** A regular expression that a whole actual line must match to be what `line` expects. */
export function placeholderPattern(line: string): RegExp {
  const parts = line
    .split(pattern)
    .map((part, i) => (i % 2 === 0 ? escapeForRegExp(part) : (placeholders[part] ?? escapeForRegExp(`⟪${part}⟫`))));
  return new RegExp(`^${parts.join('')}$`, 'u');
}

/** The expected line with each placeholder replaced by its text in `actual`, as far as the two agree. */
export function fillPlaceholders(line: string, actual: string): string {
  let rest = actual;
  let filled = '';
  for (const [i, part] of line.split(pattern).entries()) {
    if (i % 2 === 0 || placeholders[part] === undefined) {
      const literal = i % 2 === 0 ? part : `⟪${part}⟫`;
      filled += literal;
      rest = rest.slice(literal.length);
    } else {
      const match = new RegExp(`^(?:${placeholders[part]})`, 'u').exec(rest)?.[0];
      filled += match ?? `⟪${part}⟫`;
      rest = rest.slice(match?.length ?? 0);
    }
  }
  return filled;
}

/** `actual` with the placeholders of `line` put back where the text has their type, so that `--update` keeps them. */
export function keepPlaceholders(line: string, actual: string): string {
  if (!hasPlaceholder(line) || placeholderPattern(line).test(actual)) return hasPlaceholder(line) ? line : actual;
  const names = [...line.matchAll(pattern)].map((match) => match[1] ?? '');
  let kept = actual;
  let from = 0;
  for (const name of names) {
    const found = new RegExp(placeholders[name] ?? '$^', 'u').exec(kept.slice(from));
    if (!found) return actual;
    const at = from + found.index;
    kept = `${kept.slice(0, at)}⟪${name}⟫${kept.slice(at + found[0].length)}`;
    from = at + name.length + 2;
  }
  return kept;
}

/** Placeholders of no known type, with the offset of each in `text`. */
export function unknownPlaceholders(text: string): { name: string; offset: number; hint: string }[] {
  const known = Object.keys(placeholders);
  return [...text.matchAll(pattern)]
    .map((match) => ({ name: match[1] ?? '', offset: match.index }))
    .filter(({ name }) => !Object.hasOwn(placeholders, name))
    .map((found) => ({ ...found, hint: hintFor(found.name, known) }));
}

function hintFor(name: string, known: readonly string[]): string {
  const near = nearestWord(name, known);
  return near === undefined ? `Write one of ${known.map((k) => `\`⟪${k}⟫\``).join(', ')}.` : `Write \`⟪${near}⟫\`.`;
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, (character) => `\\${character}`);
}
