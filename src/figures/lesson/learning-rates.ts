import { dot, line, type Markish, ruleY } from '@observablehq/plot';
import { last } from '../../core/at.ts';
import { gradientDescent1d } from '../../numeric/descent/gradient-descent-1d.ts';
import { learningRateRegime, type Regime, stepFactor } from '../../numeric/descent/learning-rate-regime.ts';
import { square } from '../../numeric/functions/functions-of-one.ts';
import type { Figure } from '../parts/figure.ts';
import { panelLabel } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { color, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

const start = 4;
const steps = 10;
const rates = [0.1, 0.5, 0.9, 1, 1.1] as const;
/** Beyond this a walk leaves its strip. */
const edge = 6.5;

const words: Readonly<Record<Regime, string>> = {
  monotone: 'from one side',
  'one step': 'in one step',
  'zig-zag': 'zig-zag',
  cycle: 'to and fro',
  diverge: 'diverges',
};

interface Strip {
  readonly rate: number;
  readonly name: string;
  readonly regime: Regime;
  readonly places: readonly (readonly [step: number, x: number])[];
}

function strip(rate: number): Strip {
  const { path } = gradientDescent1d(square, start, rate, { steps });
  const positions = Array.from(
    { length: steps + 1 },
    (_, i) => path[Math.min(i, path.length - 1)]?.position ?? Number.NaN,
  );
  const gone = positions.findIndex((x) => Math.abs(x) > edge);
  const places = positions.map((x, step) => [step, x] as const);
  return {
    rate,
    name: String(rate),
    regime: learningRateRegime(rate, square.secondDerivative(0)),
    places: gone < 0 ? places : places.slice(0, gone),
  };
}

function draw({ name, places, regime, rate }: Strip): Markish[] {
  const at = { x: '0', y: '1', fy: () => name };
  const [end] = last(places);
  return [
    line(places, { ...at, stroke: color.step, strokeWidth: size.line, strokeLinejoin: 'round' }),
    dot(places, { ...at, fill: color.step, r: size.dot + 0.5 }),
    panelLabel({ x: steps, y: 0, dx: 14, dy: -10, anchor: 'start', text: `rate ${typesetNumber(rate, 1)}`, row: name }),
    panelLabel({ x: steps, y: 0, dx: 14, dy: 11, anchor: 'start', text: words[regime], fill: color.step, row: name }),
    end < steps
      ? panelLabel({ x: end, y: 0, dx: 12, anchor: 'start', text: '→ out of the picture', fill: color.step, row: name })
      : null,
  ];
}

function describe(strips: readonly Strip[]): string {
  const each = strips.map(({ rate, places, regime }) => {
    const factor = typesetNumber(stepFactor(rate, square.secondDerivative(0)), 1);
    const first = places.slice(1, 4).map(([, x]) => typesetNumber(x, 2));
    return `Rate ${typesetNumber(rate, 1)} (factor ${factor}, ${words[regime]}): ${first.join(', ')}${places.length <= steps ? ', and then out of the picture' : ''}.`;
  });
  return [
    `Five strips, one for each learning rate: the position x on the parabola x squared, step by step, from ${start}. Each step multiplies x by 1 minus twice the rate.`,
    ...each,
  ].join(' ');
}

/** Lesson 05: the five regimes of the learning rate on x², from 4. */
export function learningRates(): Figure {
  const strips = rates.map(strip);
  return panel({
    name: 'learning-rates',
    title: 'Five learning rates on x² from x = 4',
    description: describe(strips),
    height: 440,
    view: { x: [-0.3, steps], y: [-edge, edge] },
    margins: { left: 32, right: 126, top: 10, bottom: 52 },
    facets: { fy: { axis: null, domain: strips.map(({ name }) => name), padding: 0.12 } },
    ticks: { x: [0, 2, 4, 6, 8, 10], y: [-4, 0, 4] },
    marks: [
      ruleY([0], { stroke: color.rule }),
      strips.flatMap(draw),
      panelLabel({ x: 5, y: -edge, dy: 42, text: 'step', fill: color.inkSoft, row: strips.at(-1)?.name ?? '' }),
    ],
  });
}
