import { dot, line, type Markish } from '@observablehq/plot';
import type { Point } from '../../core/point.ts';
import { centralDifference } from '../../numeric/derivatives/central-difference.ts';
import { forwardDifference } from '../../numeric/derivatives/forward-difference.ts';
import { cube } from '../../numeric/functions/functions-of-one.ts';
import { spaced } from '../parts/curve.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { color, size } from '../parts/theme.ts';
import { typesetPower } from '../parts/typeset-number.ts';

type Method = typeof centralDifference;
/** The places of the lesson's table: the error of a step is the largest among them, so that no lucky one counts. */
const places = spaced(1, 2, 51);

/** Both coordinates as powers of ten: the exponent of the step, and that of the largest error with it. */
function errorAt(method: Method, exponent: number): Point {
  const h = 10 ** exponent;
  const errors = places.map((x) => Math.abs(method(cube.value, x, h) - cube.derivative(x)));
  return [exponent, Math.log10(Math.max(...errors))];
}

function errors(method: Method): Point[] {
  return spaced(-12, -1, 45).map((exponent) => errorAt(method, exponent));
}

/** The step, among whole powers of ten, whose largest error is the smallest. */
function best(method: Method): Point {
  const powers = spaced(-12, -1, 12).map((exponent) => errorAt(method, exponent));
  return powers.reduce((a, b) => (b[1] < a[1] ? b : a));
}

function drawn(method: Method, strokeDasharray?: string): Markish[] {
  const stroke = {
    stroke: color.tangent,
    strokeWidth: size.strong,
    strokeLinecap: 'round',
    strokeLinejoin: 'round',
  } as const;
  const marker = { fill: color.tangent, r: size.point + 1 };
  return [
    line(errors(method), { ...stroke, ...(strokeDasharray ? { strokeDasharray } : {}) }),
    dot([best(method)], marker),
  ];
}

function describe(forward: Point, central: Point): string {
  const power = ([step, error]: Point) => `10 to the ${step}, where it is about 10 to the ${Math.round(error)}`;
  return [
    'Two curves of the error of a measured slope against the step h, both axes in powers of ten.',
    'Read from large steps to small ones, the forward difference falls tenfold with each tenfold smaller step, and the central difference a hundredfold.',
    `Then both turn and rise, because rounding takes over. Among whole powers of ten the forward error is least at ${power(forward)}; the central error at ${power(central)}.`,
  ]
    .join(' ')
    .replaceAll('-', '−');
}

/** Lesson 02: the error of both differences of x³ between 1 and 2 against the step, in powers of ten. */
export function differenceError(): Figure {
  const [forward, central] = [best(forwardDifference), best(centralDifference)];
  return panel({
    name: 'difference-error',
    title: 'Error of the forward and the central difference against the step',
    description: describe(forward, central),
    height: 370,
    view: { x: [-12.2, -0.8], y: [-11, 0.2] },
    margins: { left: 50, right: 14, top: 30, bottom: 54 },
    ticks: { x: [-12, -10, -8, -6, -4, -2], y: [-10, -8, -6, -4, -2, 0], format: typesetPower },
    xTitle: { text: 'step *h*', dy: 44 },
    yTitle: { text: 'error', dx: -46, dy: -16 },
    marks: [
      drawn(forwardDifference, '2,6'),
      drawn(centralDifference),
      label({ x: -3.4, y: -2.4, dx: -14, anchor: 'end', text: 'forward', fill: color.tangent }),
      label({ x: -3.1, y: -6.2, dx: 12, anchor: 'start', text: 'central', fill: color.tangent }),
    ],
  });
}
