import { axisX, axisY, type Markish, ruleX, ruleY } from '@observablehq/plot';
import { color, size } from './theme.ts';
import { typesetNumber } from './typeset-number.ts';

/** Which values the axes name, in their units, and how they are written: by default as whole numbers. */
export interface Ticks {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly format?: (value: number) => string;
  /** Default as `format`. */
  readonly yFormat?: (value: number) => string;
}

/** Quiet axes: a hairline through zero where zero is in view, numbers at the edges, no tick marks. */
export function axes({ x, y, format = (value) => typesetNumber(value), yFormat = format }: Ticks): Markish[] {
  const shared = { color: color.inkSoft, tickSize: 0, tickPadding: 7, fontSize: size.tick, label: null };
  return [
    axisX([...x], { ...shared, tickFormat: format }),
    axisY([...y], { ...shared, tickFormat: yFormat }),
    x.includes(0) ? ruleX([0], { stroke: color.rule }) : null,
    y.includes(0) ? ruleY([0], { stroke: color.rule }) : null,
  ];
}
