import type { Span } from '../example.ts';

/** A character of an expected line, or a placeholder: the pattern of the texts that may stand in its place. */
export type LinePart = { readonly character: string } | { readonly pattern: RegExp };

/** How an expected line lies on a printed one. */
export interface Alignment {
  /** For each placeholder the part of the printed line in its place; `undefined` where there is none. */
  readonly places: readonly (Span | undefined)[];
  /** How many characters of the expected line are those of the printed one. */
  readonly same: number;
}

const largest = 1 << 22;

/**
 * Lays an expected line on a printed one so that the fewest characters differ, as in an edit distance in which a placeholder
 * costs nothing where its text stands.
 *
 * @param parts of the expected line; the patterns are sticky
 */
export function alignPlaceholders(parts: readonly LinePart[], actual: string): Alignment {
  const width = actual.length + 1;
  if ((parts.length + 1) * width > largest)
    return { places: parts.filter(isPlaceholder).map(() => undefined), same: 0 };
  const costs = new Uint32Array((parts.length + 1) * width);
  const stepAt = (i: number, j: number) =>
    cheapest(stepsFrom(parts[i], actual, j), (k) => costs[(i + k.parts) * width + j + k.characters] ?? 0);
  for (let i = parts.length; i >= 0; i--) {
    for (let j = actual.length; j >= 0; j--) costs[i * width + j] = stepAt(i, j)?.total ?? 0;
  }
  const places: (Span | undefined)[] = [];
  let same = 0;
  for (let i = 0, j = 0; i < parts.length; ) {
    const step = stepAt(i, j)?.step;
    if (!step) break;
    const part = parts[i];
    if (step.parts > 0 && part) {
      if (isPlaceholder(part)) places.push(step.characters > 0 ? { start: j, end: j + step.characters } : undefined);
      else if (step.cost === 0) same += 1;
    }
    i += step.parts;
    j += step.characters;
  }
  return { places, same };
}

function isPlaceholder(part: LinePart): part is Extract<LinePart, { pattern: RegExp }> {
  return 'pattern' in part;
}

/** How many parts of the expected line and characters of the printed one are passed, at what cost. */
interface Step {
  readonly parts: number;
  readonly characters: number;
  readonly cost: number;
}

const skipPart: Step = { parts: 1, characters: 0, cost: 1 };
const skipCharacter: Step = { parts: 0, characters: 1, cost: 1 };

function stepsFrom(part: LinePart | undefined, actual: string, at: number): Step[] {
  const more = at < actual.length ? [skipCharacter] : [];
  if (!part) return more;
  if (!isPlaceholder(part)) {
    const cost = part.character === actual[at] ? 0 : 1;
    return at < actual.length ? [{ parts: 1, characters: 1, cost }, skipPart, ...more] : [skipPart];
  }
  part.pattern.lastIndex = at;
  const text = part.pattern.exec(actual)?.[0] ?? '';
  // A full stop after a number may be its own or the sentence's.
  const lengths = [text.length, ...(text.endsWith('.') ? [text.length - 1] : [])].filter((length) => length > 0);
  return [...lengths.map((characters): Step => ({ parts: 1, characters, cost: 0 })), skipPart, ...more];
}

function cheapest(steps: readonly Step[], costAfter: (step: Step) => number) {
  let best: { readonly step: Step; readonly total: number } | undefined;
  for (const step of steps) {
    const total = step.cost + costAfter(step);
    if (!best || total < best.total) best = { step, total };
  }
  return best;
}
