import type { Point } from '../../core/point.ts';
import type { Setting } from './control.ts';
import type { GuessMark, Prediction } from './explorable.ts';

/**
 * The marks of a guess in the pictures after the answer. Those of two guesses correspond in their order, so that one can
 * move to the other.
 */
export function guessMarks({ marks, handle }: Prediction, guess: Setting): readonly GuessMark[] {
  if (marks) return marks(guess);
  if (!handle) return [];
  const { at, ...where } = handle(guess);
  return [{ ...(where.figure !== undefined && { figure: where.figure }), at: [at] }];
}

/** A line as so many places, evenly spread over its parts; a single place as so many equal ones. */
export function spreadPlaces(places: readonly Point[], count: number): Point[] {
  return Array.from({ length: count }, (_, i) => placeAlong(places, count < 2 ? 0.5 : i / (count - 1)));
}

/** The place at a part of a line, from 0 to 1, all of whose pieces count alike. */
export function placeAlong(places: readonly Point[], part: number): Point {
  const whole = part * (places.length - 1);
  const before = Math.min(Math.floor(whole), Math.max(places.length - 2, 0));
  const [from, to] = [places[before] ?? [0, 0], places[before + 1] ?? places[before] ?? [0, 0]];
  const rest = whole - before;
  return [from[0] + rest * (to[0] - from[0]), from[1] + rest * (to[1] - from[1])];
}
