import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { fitCurves } from './fit-curves.ts';
import { type Arc, fitEllipse } from './fit-ellipse.ts';

/** A command of a path with its numbers: `M1,2`, `L3,4`, `Z`, `A…`. */
const command = /([MLHVCSQTAZ])([^MLHVCSQTAZ]*)/gi;
const number = /-?\d*\.?\d+(?:e-?\d+)?/g;
const linesOnly = /^[MLZ\d.,e+-]*$/;

/** How far a shortened line may be from the line itself, in units of the drawing. */
const tolerance = 0.1;

/**
 * The same path in fewer characters: coordinates rounded to a tenth of a unit, lines that bend smoothly as curves
 * (`fitCurves`) or as an ellipse (`fitEllipse`), and places written as distances from the point before. Distances are taken between rounded points, so
 * that errors do not add up. A path that has anything but straight lines is rounded and otherwise left as it is.
 */
export function shortenPath(d: string): string {
  const commands = [...d.matchAll(command)].map(([, letter = '', rest = '']) => ({
    letter,
    numbers: (rest.match(number) ?? []).map(Number),
  }));
  if (!linesOnly.test(d))
    return commands
      .map(
        ({ letter, numbers }) =>
          letter +
          numbers
            .map((value) => digitsOf(tenths(value)))
            .join(',')
            .replaceAll(',-', '-'),
      )
      .join('');
  const lines: { readonly points: Point[]; closed: boolean }[] = [];
  for (const { letter, numbers } of commands) {
    const [x = 0, y = 0] = numbers;
    if (letter === 'M') lines.push({ points: [[x, y]], closed: false });
    else if (letter === 'L') lines.at(-1)?.points.push([x, y]);
    else Object.assign(lines.at(-1) ?? {}, { closed: true });
  }
  return lines.map(({ points, closed }) => shortLine(points) + (closed ? 'Z' : '')).join('');
}

function shortLine(points: readonly Point[]): string {
  let from = at(points, 0).map(tenths);
  const arcs = fitEllipse(points, 1.5 * tolerance);
  if (arcs) return `M${joined(from)}${shortArcs(from, arcs)}`;
  let short = `M${joined(from)}`;
  let shown = '';
  for (const piece of fitCurves(points, tolerance)) {
    const letter = piece.length === 1 ? 'l' : 'c';
    const places = piece.map((place) => place.map(tenths));
    const distances = joined(places.flatMap(([x = 0, y = 0]) => [x - at(from, 0), y - at(from, 1)]));
    // One letter serves for all the lines that follow it.
    const separator = distances.startsWith('-') ? '' : ' ';
    short += (shown === letter ? separator : letter) + distances;
    [from, shown] = [at(places, places.length - 1), letter];
  }
  return short;
}

function shortArcs(start: readonly number[], arcs: readonly Arc[]): string {
  let from = start;
  const short = arcs.map(({ radii, large, sweep, end }) => {
    const to = end.map(tenths);
    const way = joined([at(to, 0) - at(from, 0), at(to, 1) - at(from, 1)]);
    from = to;
    return `a${joined(radii.map(tenths))} 0 ${Number(large)} ${Number(sweep)}${way.startsWith('-') ? '' : ' '}${way}`;
  });
  return short.join('');
}

/** In whole tenths of a unit: exact, unlike tenths themselves. */
function tenths(value: number): number {
  return Math.round(value * 10);
}

/** Numbers that are tenths, in pairs; a minus sign separates as well as a comma or a space. */
function joined(numbers: readonly number[]): string {
  const digits = numbers.map((value, i) => (i % 2 === 0 ? ' ' : ',') + digitsOf(value));
  return digits.join('').slice(1).replace(/[ ,]-/g, '-');
}

function digitsOf(tenths: number): string {
  return String(tenths === 0 ? 0 : tenths / 10);
}
