import { dot, line, type Markish, ruleX } from '@observablehq/plot';
import { at } from '../../core/at.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { regressionRun } from '../parts/regression-data.ts';
import { color, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

type Line = readonly [m: number, b: number];

const reach = [-3.15, 3.15] as const;
/** The fitted line as the labels show it. */
const equation = ([m, b]: Line) => `${typesetNumber(m, 2)}*x* + ${typesetNumber(b, 2)}`;

function residuals(x: readonly number[], y: readonly number[], [m, b]: Line): Markish {
  return ruleX(x, {
    x: (value: number) => value,
    y1: (_: number, i: number) => y[i],
    y2: (value: number) => m * value + b,
    stroke: color.loss,
    strokeWidth: 1.6,
  });
}

function describe(count: number, [m, b]: Line, loss: number): string {
  return [
    `${count} data points scattered closely about a rising straight line, and the line that the training found: y = ${typesetNumber(m, 2)} x + ${typesetNumber(b, 2)}.`,
    'From each point a thin vertical stroke, its error, leads to the line.',
    `The mean of their squares is ${typesetNumber(loss, 3)}. The points were made from y = 2 x + 1 and noise, so the line is near the true one but not equal to it.`,
  ].join(' ');
}

/** Lesson 06: the data, the fitted line, and the error of each point. */
export function regressionFit(): Figure {
  const { x, y, training } = regressionRun();
  const { position = [], value = Number.NaN } = training.path.at(-1) ?? {};
  const fit: Line = [at(position, 0), at(position, 1)];
  const ends = reach.map((t): [number, number] => [t, fit[0] * t + fit[1]]);
  return panel({
    name: 'regression-fit',
    title: 'The line that the training fits to 50 points',
    description: describe(x.length, fit, value),
    height: 380,
    view: { x: [-3.3, 3.3], y: [-6, 8] },
    ticks: { x: [-3, -2, -1, 0, 1, 2, 3], y: [-5, 0, 5] },
    marks: [
      line(ends, { stroke: color.function, strokeWidth: size.strong, strokeLinecap: 'round' }),
      residuals(x, y, fit),
      dot(
        x.map((value, i): [number, number] => [value, at(y, i)]),
        { fill: color.ink, r: size.dot },
      ),
      label({ x: 1.3, y: 3.6, dx: -14, dy: -12, anchor: 'end', text: equation(fit), fill: color.function }),
    ],
  });
}
