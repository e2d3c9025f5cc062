import type { Point } from '../../core/point.ts';
import { type Channel, type Ends, numberOf } from './channel.ts';
import { element, type GroupLook, group, type Look, type Mark, rounded, type Scales, type Stroked } from './mark.ts';

/** A line through places, as Plot's `line`. */
export function line(places: readonly Point[], look: Stroked): Mark {
  return path({ ...lineLook, ...look }, (scales) => pathThrough(places, scales));
}

/** Many dots as one element, lines of no length with round ends: a walk has hundreds of them. `r` is their radius. */
export function dots(places: readonly Point[], { fill, r }: { readonly fill: string; readonly r: number }): Mark {
  const touch = (scales: Scales) => (place: Point) => `M${drawnAt(place, scales)}L${drawnAt(place, scales)}`;
  return path({ ...lineLook, stroke: fill, strokeWidth: 2 * r }, (scales) => places.map(touch(scales)).join(''));
}

const lineLook = { fill: 'none', strokeWidth: 1.5, strokeLinejoin: 'round', strokeLinecap: 'round' } as const;

/** The commands of a path from place to place. */
export function pathThrough(places: readonly Point[], scales: Scales): string {
  let d = '';
  for (const place of places) d += (d === '' ? 'M' : 'L') + drawnAt(place, scales);
  return d;
}

const drawnAt = ([across, up]: Point, { x, y }: Scales) => `${rounded(x(across))},${rounded(y(up))}`;

function path(look: GroupLook, commands: (scales: Scales) => string): Mark {
  return {
    draw: (scales) => {
      const d = commands(scales);
      return group('line', look, d === '' ? [] : [element('path', { d })]);
    },
  };
}

/** Many rings as one element, as {@link dots} are. */
export function rings(places: readonly Point[], { r, ...look }: Stroked & { readonly r: number }): Mark {
  const round = `a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`;
  const ring = ({ x, y }: Scales, [across, up]: Point) => `M${rounded(x(across) - r)},${rounded(y(up))}${round}`;
  return path({ fill: 'none', ...look }, (scales) => places.map((place) => ring(scales, place)).join(''));
}

/** A circle at each place, as Plot's `dot`. */
export function dot(places: readonly Point[], { r, ...look }: Look & { readonly r: number }): Mark {
  const all = { fill: 'none', ...(look.stroke !== undefined && { strokeWidth: 1.5 }), ...look };
  return {
    draw: ({ x, y }) =>
      group(
        'dot',
        all,
        places.map((place) => element('circle', { cx: x(place[0]), cy: y(place[1]), r })),
      ),
  };
}

/** A cross whose ends are about `r` from its place, as Plot's `dot` with the symbol `times`. */
export function cross([across, up]: Point, { r, ...look }: Stroked & { readonly r: number }): Mark {
  const size = r * r * Math.PI;
  const arm = rounded(Math.sqrt(size - Math.min(size / 6, 1.7)) * 0.6189);
  const d = `M${-arm},${-arm}L${arm},${arm}M${-arm},${arm}L${arm},${-arm}`;
  return {
    draw: ({ x, y }) =>
      group('dot', { fill: 'none', ...look }, [element('path', { transform: `translate(${x(across)},${y(up)})`, d })]),
  };
}

/** Straight lines between two places each, as Plot's `link`. */
export function link<T>(data: readonly T[], { x1, x2, y1, y2, ...look }: Stroked & Ends<T>): Mark {
  const all = { fill: 'none', strokeMiterlimit: 1, ...look };
  return {
    draw: ({ x, y }) => {
      const place = (one: T, i: number, [across, up]: readonly [Channel<T>, Channel<T>]) =>
        `${rounded(x(numberOf(across, one, i)))},${rounded(y(numberOf(up, one, i)))}`;
      const lines = data.map((one, i) => `M${place(one, i, [x1, y1])}L${place(one, i, [x2, y2])}`);
      return group(
        'link',
        all,
        lines.map((d) => element('path', { d })),
      );
    },
  };
}

/** A vertical line at each value, between the edges of the frame or two values of the y axis, as Plot's `ruleX`. */
export function ruleX(
  values: readonly number[],
  { y1, y2, ...look }: Stroked & { readonly y1?: number; readonly y2?: number },
): Mark {
  return {
    draw: ({ x, y, top, bottom }) => {
      const ends = { y1: y1 === undefined ? top : y(y1), y2: y2 === undefined ? bottom : y(y2) };
      return group(
        'rule',
        look,
        values.map((value) => element('line', { x1: x(value), x2: x(value), ...ends })),
      );
    },
  };
}

/** A level line across the frame at each value, as Plot's `ruleY`. */
export function ruleY(values: readonly number[], look: Stroked): Mark {
  return {
    draw: ({ y, left, right }) =>
      group(
        'rule',
        look,
        values.map((value) => element('line', { x1: left, x2: right, y1: y(value), y2: y(value) })),
      ),
  };
}

/** Rectangles between two corners each, as Plot's `rect`. */
export function rect<T>(data: readonly T[], { x1, x2, y1, y2, ...look }: Look & Ends<T>): Mark {
  return {
    draw: ({ x, y }) =>
      group(
        'rect',
        look,
        data.map((one, i) => {
          const [left, right] = [x(numberOf(x1, one, i)), x(numberOf(x2, one, i))];
          const [top, bottom] = [y(numberOf(y1, one, i)), y(numberOf(y2, one, i))];
          const corner = { x: Math.min(left, right), y: Math.min(top, bottom) };
          return element('rect', { ...corner, width: Math.abs(right - left), height: Math.abs(bottom - top) });
        }),
      ),
  };
}
