import { axisX, axisY, ruleX as facetRuleX, ruleY as facetRuleY, type Markish } from '@observablehq/plot';
import { element, type GroupLook, group, type Mark, type Marks, type Scales } from './mark.ts';
import { ruleX, ruleY } from './marks.ts';
import { withVariables } from './text.ts';
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

/** From an edge of the frame to the numbers, in units of the drawing. */
const padding = 7;
const rule = { stroke: color.rule };
const plain = (value: number) => typesetNumber(value);

/** Quiet axes: a hairline through zero where zero is in view, numbers at the edges, no tick marks. */
export function axes(ticks: Ticks): Marks {
  const { x, y } = ticks;
  return [
    numbersOfX(ticks),
    numbersOfY(ticks),
    x.includes(0) ? ruleX([0], rule) : null,
    y.includes(0) ? ruleY([0], rule) : null,
  ];
}

function numbersOfX({ x: values, format = plain }: Ticks): Mark {
  const place = (value: number, { x, bottom }: Scales) => ({
    y: '0.71em',
    transform: `translate(${x(value)},${bottom})`,
  });
  return numbers('x-axis', { values, format, place, look: { transform: `translate(0,${padding})` } });
}

function numbersOfY({ y: values, format = plain, yFormat = format }: Ticks): Mark {
  const place = (value: number, { y, left }: Scales) => ({ y: '0.32em', transform: `translate(${left},${y(value)})` });
  const look = { textAnchor: 'end', transform: `translate(${-padding},0)` };
  return numbers('y-axis', { values, format: yFormat, place, look });
}

interface Numbers {
  readonly values: readonly number[];
  readonly format: (value: number) => string;
  readonly place: (value: number, scales: Scales) => { readonly y: string; readonly transform: string };
  readonly look: GroupLook;
}

function numbers(axis: string, { values, format, place, look }: Numbers): Mark {
  const all = { fill: color.inkSoft, fontSize: size.tick, ...look };
  const written = values.map((value) => [value, format(value)] as const).filter(([, words]) => words !== '');
  return {
    draw: (scales) =>
      group(
        `${axis} tick label`,
        all,
        written.map(([value, words]) => element('text', place(value, scales), withVariables(words))),
      ),
  };
}

/** The same around several panels, which Plot lays out. */
export function facetAxes({ x, y, format = plain, yFormat = format }: Ticks): Markish[] {
  const shared = { color: color.inkSoft, tickSize: 0, tickPadding: padding, fontSize: size.tick, label: null };
  return [
    axisX([...x], { ...shared, tickFormat: (value: number) => format(value) }),
    axisY([...y], { ...shared, tickFormat: (value: number) => yFormat(value) }),
    x.includes(0) ? facetRuleX([0], rule) : null,
    y.includes(0) ? facetRuleY([0], rule) : null,
  ];
}
