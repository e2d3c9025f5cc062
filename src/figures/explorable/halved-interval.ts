import type { Point } from '../../core/point.ts';
import { curve } from '../parts/curve.ts';
import { cutLine } from '../parts/cut-path.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dots, line, link, ruleY } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { dotted } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';

/** A curve, an interval below it, and the tangent above its middle. */
export interface HalvingPicture {
  readonly value: (x: number) => number;
  readonly low: number;
  readonly high: number;
  readonly middle: number;
  readonly slope: number;
  /** The half that is kept; not drawn while it is the open question, nor where the middle is the bottom. */
  readonly kept: readonly [number, number] | undefined;
}

const view = { x: [-2.2, 4.2], y: [-2.6, 12.6] } as const;
/** The height at which the interval is drawn. */
export const intervalTrack = -1;

/** The interval with its middle, the slope there, and the half that holds the bottom. */
export function halvedInterval(picture: HalvingPicture, words: FigureText): Figure {
  return panel({
    ...words,
    name: 'interval',
    height: 320,
    view,
    ticks: { x: [-2, -1, 0, 1, 2, 3, 4], y: [0, 5, 10] },
    marks: marksOf(picture),
    ground: {
      key: '',
      marks: () => [ruleY([intervalTrack], { stroke: color.rule }), curve(picture.value, [-2.1, 4.1])],
    },
  });
}

function marksOf({ value, low, high, middle, slope, kept }: HalvingPicture): Marks[] {
  const height = value(middle);
  const tangent = cutLine([middle - 1, height - slope], [middle + 1, height + slope], view);
  const across = (x: readonly [number, number], look: { strokeWidth: number; stroke: string }) =>
    line(
      x.map((one): Point => [one, intervalTrack]),
      { ...look, strokeLinecap: 'round' },
    );
  const plumb = (x: number) =>
    link([x], { x1: x, x2: x, y1: intervalTrack, y2: value(x), stroke: color.step, ...dotted });
  return [
    across([low, high], { strokeWidth: 4, stroke: color.ruleStrong }),
    kept ? across(kept, { strokeWidth: 8, stroke: color.step }) : null,
    showing('low', [plumb(low), dots([[low, value(low)]], { fill: color.function, r: size.dot + 1 })]),
    showing('high', [plumb(high), dots([[high, value(high)]], { fill: color.function, r: size.dot + 1 })]),
    showing('middle', [plumb(middle), dots([[middle, height]], { fill: color.step, r: size.point })]),
    showing('slope', tangent ? line(tangent, { stroke: color.tangent, strokeWidth: size.strong }) : []),
    label({ x: middle, y: intervalTrack, dy: 18, text: 'middle', fill: color.step }),
  ];
}
