import { axisX, axisY, type Markish, ruleX, ruleY } from '@observablehq/plot';
import { color, size } from './theme.ts';
import { typesetNumber } from './typeset-number.ts';

/** Which values an axis names, and with how many decimals. */
export interface Ticks {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly decimals?: number;
}

/** Quiet axes: a hairline through zero where zero is in view, numbers at the edges, no tick marks. */
export function axes({ x, y, decimals = 0 }: Ticks): Markish[] {
  const shared = { color: color.inkSoft, tickSize: 0, tickPadding: 7, fontSize: size.tick, label: null };
  const tickFormat = (value: number) => typesetNumber(value, decimals);
  return [
    axisX([...x], { ...shared, tickFormat }),
    axisY([...y], { ...shared, tickFormat }),
    x.includes(0) ? ruleX([0], { stroke: color.rule }) : null,
    y.includes(0) ? ruleY([0], { stroke: color.rule }) : null,
  ];
}
