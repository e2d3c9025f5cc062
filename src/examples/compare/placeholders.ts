import { nearestWord } from '../../core/nearest-word.ts';
import { alignPlaceholders, type LinePart } from './align-placeholders.ts';

/**
 * The types of placeholder for parts of an output that differ between machines. Written `⟪version⟫` in the expected
 * output: no program of the guide prints the mathematical double angle brackets (U+27EA, U+27EB).
 */
const placeholders: ReadonlyMap<string, string> = new Map([
  // Each character can belong to one part only: with a choice, a text that does not match would take for ever.
  ['version', String.raw`\d+\.\d[0-9A-Za-z]*(?:[-+.][0-9A-Za-z]+)*`],
  ['float', String.raw`[+-]?(?:(?:\d+\.\d*|\.\d+|\d+)(?:[eE][+-]?\d+)?|nan|inf)`],
  ['integer', String.raw`[+-]?\d+`],
]);

const pattern = /⟪([^⟪⟫\n]*)⟫/g;

/** Whether a text holds any placeholder. */
export function hasPlaceholder(text: string): boolean {
  return text.search(pattern) >= 0;
}

/** Whether a whole printed line is what `line` expects, whose placeholders stand for any text of their types. */
export function fitsPlaceholders(line: string, actual: string): boolean {
  const parts = line.split(pattern);
  const [start = '', end = ''] = [parts[0], parts.at(-1)];
  if (actual.length < start.length + end.length || !actual.startsWith(start) || !actual.endsWith(end)) return false;
  const inner = parts.slice(1, -1).map((part, i) => {
    return i % 2 === 1 ? escapeForRegExp(part) : (placeholders.get(part) ?? escapeForRegExp(`⟪${part}⟫`));
  });
  const whole = inner.join('');
  // A longer pattern is more than an engine of regular expressions takes.
  return (
    whole.length < 1e5 && new RegExp(`^${whole}$`, 'u').test(actual.slice(start.length, actual.length - end.length))
  );
}

/** The expected line with each placeholder replaced by its text in `actual`, where it has one: see `textsOfPlaceholders`. */
export function fillPlaceholders(line: string, actual: string): string {
  if (!hasPlaceholder(line)) return line;
  const texts = textsOfPlaceholders(line, actual);
  let next = 0;
  return line.replace(pattern, (whole) => texts[next++] ?? whole);
}

/** For each placeholder of an expected line its text in `actual`, which may differ beside it; `undefined` where it has none. */
export function textsOfPlaceholders(line: string, actual: string): (string | undefined)[] {
  return alignPlaceholders(partsOf(line), actual).places.map((span) => span && actual.slice(span.start, span.end));
}

/**
 * `actual` with the placeholders of `line` put back in the place of their texts, so that `--update` keeps them. Two lines
 * with less than half of their words in common are not the same line.
 */
export function keepPlaceholders(line: string, actual: string): string {
  if (!hasPlaceholder(line)) return actual;
  if (fitsPlaceholders(line, actual)) return line;
  const parts = partsOf(line);
  const { places, same } = alignPlaceholders(parts, actual);
  const names = [...line.matchAll(pattern)].map(([whole]) => whole);
  if (2 * same < parts.length - names.length) return actual;
  return places.reduceRight<string>(
    (kept, span, i) => (span ? kept.slice(0, span.start) + names[i] + kept.slice(span.end) : kept),
    actual,
  );
}

function partsOf(line: string): LinePart[] {
  return line.split(pattern).flatMap((part, i): LinePart[] => {
    if (i % 2 === 0) return part.split('').map((character) => ({ character }));
    // Of an unknown type, nothing can stand in its place.
    return [{ pattern: new RegExp(placeholders.get(part) ?? '(?!)', 'uy') }];
  });
}

/** Placeholders of no known type, with the offset of each in `text`. */
export function unknownPlaceholders(text: string): { name: string; offset: number; hint: string }[] {
  return [...text.matchAll(pattern)]
    .map((match) => ({ name: match[1] ?? '', offset: match.index }))
    .filter(({ name }) => !placeholders.has(name))
    .map((found) => ({ ...found, hint: hintFor(found.name) }));
}

/**
 * The expected lines as they were probably meant, which leaves only what differs besides: a placeholder of no known type is
 * that of the nearest one, and a line whose placeholder is near none is as it was printed.
 */
export function meantLines(expected: readonly string[], actual: readonly string[]): readonly string[] {
  return expected.map((line, i) => {
    const isHopeless = unknownPlaceholders(line).some(({ name }) => nearestPlaceholder(name) === undefined);
    if (isHopeless) return (expected.length === actual.length ? actual[i] : undefined) ?? line;
    return line.replace(pattern, (whole, name) => (placeholders.has(name) ? whole : `⟪${nearestPlaceholder(name)}⟫`));
  });
}

function nearestPlaceholder(name: string): string | undefined {
  return nearestWord(name, placeholders.keys());
}

function hintFor(name: string): string {
  const near = nearestPlaceholder(name);
  const known = [...placeholders.keys()].map((one) => `\`⟪${one}⟫\``).join(', ');
  return near === undefined ? `Write one of ${known}.` : `Write \`⟪${near}⟫\`.`;
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, (character) => `\\${character}`);
}
