import type { Point } from '../../core/point.ts';
import { isInside } from '../../figures/parts/cut-path.ts';
import type { Figure } from '../../figures/parts/figure.ts';

/** Something that stands, goes or runs in a picture, and can leave it. */
export interface Standing {
  /** With its article: `the walk`. */
  readonly what: string;
  /** The name of its figure. */
  readonly figure: string;
  /** In the units of the axes, the present place last; one that is no number lies outside of every picture. */
  readonly places: readonly Point[];
  /**
   * A path was at each of its places in turn; of a line, all are there at once; an endless line goes on beyond its
   * picture anyhow, and is missed only if none of it is there. Default `path`.
   */
  readonly as?: 'path' | 'line' | 'endless line';
}

/**
 * The sentence about objects that are not visible because they lie outside of the picture; `undefined` if there are none.
 *
 * @throws TypeError if something is said to stand in a figure that there is not, or that states no domains.
 */
export function outsideNote(figures: readonly Figure[], standing: readonly Standing[]): string | undefined {
  const hidden = standing.flatMap((one) => hiddenOf(figures, one));
  return hidden.length === 0 ? undefined : `Outside the picture: ${[...new Set(hidden)].join(', ')}.`;
}

function hiddenOf(figures: readonly Figure[], { what, figure: name, places, as = 'path' }: Standing): string[] {
  const figure = figures.find((one) => one.name === name);
  const [x, y] = [figure?.plot.x?.domain, figure?.plot.y?.domain].map((domain) => [...(domain ?? [])].map(Number));
  const [left, right, low, high] = [x?.[0], x?.[1], y?.[0], y?.[1]];
  if (left === undefined || right === undefined || low === undefined || high === undefined)
    throw new TypeError(`${what} is said to stand in the figure “${name}”, which states no domains here`);
  const isHidden = (place: Point) => !isInside(place, { x: [left, right], y: [low, high] });
  if (as === 'endless line') return places.every(isHidden) ? [what] : [];
  if (as === 'line') return places.some(isHidden) ? [places.every(isHidden) ? what : `part of ${what}`] : [];
  if (places.slice(-1).some(isHidden)) return [what];
  return places.some(isHidden) ? [`earlier places of ${what}`] : [];
}
