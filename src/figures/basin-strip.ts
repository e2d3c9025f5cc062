import { link, type Markish, ruleY } from '@observablehq/plot';
import { label } from './label.ts';
import { color } from './theme.ts';

/** Starts from `from` to `to`, all of which end in the same valley: `row` says in which, as an index. */
export interface BasinSegment {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

/** A strip below a curve: for every start a bar in the row of the place where its walk ends. */
export interface BasinStrip {
  readonly segments: readonly BasinSegment[];
  /** What each row is called, and how high it lies. */
  readonly rows: readonly { readonly name: string; readonly y: number }[];
  readonly left: number;
}

/** The basins of attraction as bars. Where neighbouring starts end in different places, the bars are thin. */
export function basinStrip({ segments, rows, left }: BasinStrip): Markish[] {
  return [
    ruleY(
      rows.map(({ y }) => y),
      { stroke: color.rule },
    ),
    link(segments, {
      x1: 'from',
      x2: 'to',
      y1: ({ row }: BasinSegment) => rows[row]?.y,
      y2: ({ row }: BasinSegment) => rows[row]?.y,
      stroke: color.function,
      strokeWidth: 9,
    }),
    rows.map(({ name, y }) => label({ x: left, y, anchor: 'start', text: name, fill: color.function })),
  ];
}
