import { at } from '../../core/at.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { link, ruleY } from '../parts/marks.ts';
import { showing } from '../parts/showing.ts';
import { color } from '../parts/theme.ts';
import { typesetMeasured } from '../parts/typeset-number.ts';
import { descentCurve, type Landscape, type WalkSoFar } from './descent-curve.ts';

/** Starts from `from` to `to`, all of which end in the same valley: `row` says in which, as an index. */
export interface BasinSegment {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** A strip below a curve: for every start a bar in the row of the place where its walk ends. */
export interface BasinStrip {
  /** Identifies the inputs of the strip: the curve and the rate. */
  readonly key: string;
  /** Made when they are drawn. */
  readonly segments: () => readonly BasinSegment[];
  /** The name and the height of each row. */
  readonly rows: readonly { readonly name: string; readonly y: number }[];
}

/**
 * A walk down a curve and, below it, the basins of attraction as bars: where neighbouring starts end in different
 * places, the bars are thin. There is no strip while the question where the walk ends is open.
 */
export function basinCurve(
  {
    landscape,
    walk,
    strip,
  }: { readonly landscape: Landscape; readonly walk: WalkSoFar; readonly strip: BasinStrip | undefined },
  words: FigureText,
): Figure {
  const figure = descentCurve(landscape, walk, words);
  return {
    ...figure,
    height: 385,
    moving: [figure.moving, aboveView(landscape, walk)],
    middle: {
      key: `${landscape.name} ${strip?.key ?? 'asked'}`,
      marks: () => (strip ? bars(strip, landscape.view.x[0]) : []),
    },
  };
}

function bars({ segments, rows }: BasinStrip, left: number): Marks[] {
  const height = ({ row }: BasinSegment) => at(rows, row).y;
  return [
    ruleY(
      rows.map(({ y }) => y),
      { stroke: color.rule },
    ),
    link(segments(), {
      x1: ({ from }) => from,
      x2: ({ to }) => to,
      y1: height,
      y2: height,
      stroke: color.function,
      strokeWidth: 9,
    }),
    label({
      x: left,
      y: (rows[0]?.y ?? 0) + 1.15,
      anchor: 'start',
      text: 'where walks from here end',
      fill: color.inkSoft,
    }),
    rows.map(({ name, y }) => label({ x: left, y, anchor: 'start', text: name, fill: color.function })),
  ];
}

/** The slope as text, at a place above the picture where no tangent can be drawn. */
function aboveView({ view }: Landscape, { places, slope }: WalkSoFar): Marks {
  const [x, y] = places.at(-1) ?? [0, 0];
  if (!(y > view.y[1] && x >= view.x[0] && x <= view.x[1])) return null;
  const text = `height\n${typesetMeasured(y, 0)} ↑\nslope\n${typesetMeasured(slope, 0)}`;
  const right = x > 0 || x < -3.1;
  return showing(
    'slope',
    label({ x, y: view.y[1], dx: right ? 8 : -8, dy: 34, anchor: right ? 'start' : 'end', text, fill: color.tangent }),
  );
}
