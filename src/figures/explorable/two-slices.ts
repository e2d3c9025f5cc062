import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import type { FunctionOfMany } from '../../numeric/functions/function-of-many.ts';
import { spaced } from '../parts/curve.ts';
import { cutLine, isInside } from '../parts/cut-path.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { type FigureFrame, figureFrame } from '../parts/figure-frame.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, line, ruleX } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { tangentEnds } from '../parts/tangent-ends.ts';
import { color, size } from '../parts/theme.ts';
import { trail } from '../parts/trail.ts';
import { typesetMeasured, typesetNumber } from '../parts/typeset-number.ts';
import type { View } from '../parts/view.ts';

/** A surface cut twice through a point: along x, and along y. */
export interface TwoSlices {
  readonly surface: FunctionOfMany;
  readonly point: Point;
  readonly heights: readonly [low: number, high: number];
  readonly ticks: readonly number[];
  /** Curves and tangents are not drawn while they are the open question. */
  readonly open: boolean;
}

/** Both slices share one drawing: the second stands so far to the right of the first. */
const apart = 7.2;
const reach = 3.1;

/** Two slices of a surface at the same scale, side by side, with the tangents at their common point. */
export function twoSlices(slices: TwoSlices, words: FigureText): Figure {
  const { heights, ticks, surface } = slices;
  const figure = panel({
    ...words,
    name: 'slices',
    height: 375,
    view: { x: [-reach, apart + reach], y: heights },
    margins: { left: 34, right: 4, top: 36, bottom: 54 },
    ticks: {
      x: [-2, 0, 2].flatMap((tick) => [tick, tick + apart]),
      y: ticks,
      format: (tick) => typesetNumber(tick > reach ? tick - apart : tick),
      yFormat: (tick) => typesetNumber(tick),
    },
    yTitle: { text: 'height', dx: -32, dy: -18 },
    ground: { key: surface.formula, marks: () => panels(heights) },
  });
  const frame = figureFrame(figure);
  return { ...figure, moving: ([0, 1] as const).flatMap((axis) => slice(slices, axis, frame)) };
}

function panels([low]: TwoSlices['heights']): Marks[] {
  return [
    ruleX([apart], { stroke: color.rule }),
    label({ x: 0, y: low, dy: 42, text: '*x*', fill: color.inkSoft }),
    label({ x: apart, y: low, dy: 42, text: '*y*', fill: color.inkSoft }),
  ];
}

function slice({ surface, point, heights, open }: TwoSlices, axis: 0 | 1, frame: FigureFrame): Marks[] {
  const shift = axis * apart;
  const view: View = { x: [shift - reach, shift + reach], y: heights };
  const foot: Point = [point[axis] + shift, surface.value(point)];
  const slope = at(surface.gradient(point), axis);
  const [moved, held] = axis === 0 ? ['x', 'y'] : ['y', 'x'];
  const caption = `*${held}* held at ${trimmed(point[axis === 0 ? 1 : 0])}`;
  const curve = spaced(-reach, reach, 61).map((t): Point => [t + shift, surface.value(point.with(axis, t))]);
  const tangent = cutLine(...tangentEnds(foot, slope, 62, frame), view);
  const style = { strokeWidth: size.strong, strokeLinecap: 'round' } as const;
  return [
    showing(`cut-${moved}`, [
      ...(open ? trail(curve, view, { ...style, stroke: color.function }) : []),
      label({ x: shift, y: heights[1], dy: -18, text: caption }),
    ]),
    showing(`slope-${moved}`, open && tangent ? line(tangent, { ...style, stroke: color.tangent }) : []),
    isInside(foot, view) ? dot([foot], { fill: color.tangent, r: size.point + 1 }) : null,
    open ? name(foot, slope, view) : null,
  ];
}

/** Without the zeros at the end that say nothing; a power of ten stays as it is. */
const trimmed = (value: number) => typesetMeasured(value, 2).replace(/^([^×]*?)\.?0+$/, '$1');

/** The slope in words, on the side of the point that the tangent leaves free, and within the panel. */
function name([x, y]: Point, slope: number, view: View): Marks {
  const middle = (view.x[0] + view.x[1]) / 2;
  const right = x < middle;
  const high = y > view.y[0] + 0.85 * (view.y[1] - view.y[0]);
  const below = right === slope > 0 || high;
  return label({
    x: Math.min(Math.max(x, view.x[0] + 0.2), view.x[1] - 0.2),
    y,
    dx: right ? 8 : -8,
    dy: below ? 24 : -24,
    anchor: right ? 'start' : 'end',
    text: `slope ${trimmed(slope)}`,
    fill: color.tangent,
  });
}
