import type { Point } from '../core/point.ts';
import { directionArrows, gradientField, tipOf } from '../figures/explorable/direction-arrows.ts';
import { rateByAngle } from '../figures/explorable/rate-by-angle.ts';
import { surfaceMap } from '../figures/explorable/surface-map.ts';
import { centralDifference } from '../numeric/derivatives/central-difference.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { bowl, saddle } from '../numeric/functions/functions-of-many.ts';
import { dot } from '../numeric/linear/dot.ts';
import { said as short, showNumber } from './format/show-number.ts';
import { inParentheses, texNumber } from './format/tex-number.ts';
import { choiceControl, numberControl, pointControl, type StateOf } from './kit/control.ts';
import { defineExplorable, type Readout } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { term, unknown } from './kit/term.ts';

const view = { x: [-4.4, 4.4], y: [-3.9, 3.9] } as const;
const even = (low: number, step: number, count: number) => Array.from({ length: count }, (_, i) => low + step * i);
/** Where the arrows of the field begin. */
const feet = even(-3.6, 1.2, 7).flatMap((x) => even(-3.2, 1.28, 6).map((y): Point => [x, y]));

const surfaces = {
  bowl: {
    surface: bowl,
    heights: even(4, 4, 15),
    named: [{ at: [-Math.sqrt(8), 0], height: 8 }],
    python: ['+ 3 *', '6'],
  },
  saddle: { surface: saddle, heights: even(-14, 2, 17), named: [{ at: [-2, 0], height: 4 }], python: ['-', '-2'] },
} as const;

const angleRange = [-180, 180] as const;
const controls = {
  angle: numberControl({ label: 'direction *θ*', initial: 90, range: angleRange, step: 1, unit: '°' }),
  at: pointControl({ label: 'point', initial: [1, 2], range: { x: [-2, 2], y: [-2, 2] }, step: 0.1 }),
  f: choiceControl({ label: '*f*', initial: 'bowl', options: { bowl: bowl.formula, saddle: saddle.formula } }),
};

type State = StateOf<typeof controls>;

const radians = (degrees: number) => degrees * (Math.PI / 180);
const degrees = (angle: number) => angle * (180 / Math.PI);
/** The unit vector in a direction; along the axes exactly, where the float nearest to π would leave 6 × 10⁻¹⁷ of the other. */
const toward = (angle: number): Point => [cosine(angle), cosine(angle - 90)];
const cosine = (angle: number) =>
  angle % 180 === 0 ? Math.cos(radians(angle)) : angle % 90 === 0 ? 0 : Math.cos(radians(angle));
/** The angle between two directions, from 0 to 180. */
const between = (a: number, b: number) => Math.abs(((((a - b) % 360) + 540) % 360) - 180);

function lookAround({ f, at, angle }: State) {
  const { surface } = surfaces[f];
  const [gx = 0, gy = 0] = surface.gradient(at);
  const gradient = [gx, gy] as const;
  // A root of a sum of squares would be 0 or wrong where the squares are too small for a float.
  const length = Math.hypot(gx, gy);
  /** Two products that cancel leave a float's noise: no rate at all. */
  const rate = (to: number) => {
    const sum = dot(gradient, toward(to));
    return Math.abs(sum) < 1e-14 * length ? 0 : sum;
  };
  const [ux, uy] = toward(angle);
  return {
    gradient,
    length,
    /** The direction of the gradient; NaN where it is zero. */
    uphill: gx === 0 && gy === 0 ? Number.NaN : degrees(Math.atan2(gy, gx)),
    rate,
    measured: centralDifference((t) => surface.value([at[0] + t * ux, at[1] + t * uy]), 0),
  };
}

type Around = ReturnType<typeof lookAround>;

function equation({ gradient, length, uphill, rate }: Around, angle: number, asking: boolean): string {
  const [gx, gy, ux, uy] = [...gradient, ...toward(angle)].map((value) => texNumber(value, 2)) as [
    string,
    string,
    string,
    string,
  ];
  const result = texNumber(rate(angle), 2);
  const sum = shownValue(gx) * shownValue(ux) + shownValue(gy) * shownValue(uy);
  const product = `${inParentheses(gx)} \\cdot ${inParentheses(ux)} + ${inParentheses(gy)} \\cdot ${inParentheses(uy)}`;
  const around = `\\nabla f \\cdot ${term('u', '\\mathbf{u}')} &= ${product}`;
  // No direction has an angle to a gradient of no length.
  if (Number.isNaN(uphill))
    return String.raw`\begin{aligned} ${around} \\ &${relate(result, sum)} ${term('rate', result)} \end{aligned}`;
  const [long, off] = [texNumber(length, 2), texNumber(between(angle, uphill), 1)];
  const turned = shownValue(long) * Math.cos(radians(shownValue(off)));
  // Two products, both of shown numbers, are equal only if these make them so.
  const same = Math.abs(sum - turned) <= 1e-12 * Math.abs(turned) ? '=' : '\\approx';
  const signs = asking ? (['=', '='] as const) : ([same, relate(result, turned)] as const);
  return String.raw`\begin{aligned}
    ${around} \\
    &${signs[0]} ${asking ? unknown : `${term('gradient', long)} \\cdot \\cos ${off}{}^\\circ`} ${signs[1]} ${term('rate', result)}
  \end{aligned}`;
}

function sentence({ gradient, length, uphill, rate }: Around, { at, angle }: State, asking: boolean): string {
  const said = (value: number, decimals = 2) => showNumber(value, decimals);
  const here = `At (${short(at[0])}, ${short(at[1])}) the gradient is (${said(gradient[0])}, ${said(gradient[1])}), and in the direction of ${short(angle)} degrees the ground rises at ${said(rate(angle))} per unit of distance`;
  if (asking || Number.isNaN(uphill)) return `${here}.`;
  return `${here}; the steepest direction is at ${said(uphill, 1)} degrees, where it rises at ${said(length)}.`;
}

function readouts({ measured, length, rate }: Around, angle: number, asking: boolean): Readout[] {
  const [ux, uy] = toward(angle);
  return [
    { label: 'direction', value: `(${showNumber(ux, 2)}, ${showNumber(uy, 2)})`, term: 'u' },
    { label: 'rate, measured', value: showNumber(measured, 4), term: 'rate' },
    { label: 'rate, by the dot product', value: showNumber(rate(angle), 4), term: 'rate' },
    { label: 'length of the gradient', value: asking ? '?' : showNumber(length, 3), term: 'gradient' },
  ];
}

/** The gradient points where the ground rises fastest, and its length says how fast. */
export const steepestDirection = defineExplorable({
  id: 'steepest-direction',
  title: 'Turn until you climb fastest',
  controls,
  model: lookAround,
  view: ({ model, state: { f, at, angle }, state, asking, guess }) => {
    const { surface } = surfaces[f];
    const { gradient, length, uphill, rate } = model;
    const says = sentence(model, state, asking);
    const level = Number.isNaN(uphill);
    const turned = asking && guess !== undefined ? Number(guess) : undefined;
    const arrows = directionArrows({
      point: at,
      direction: toward(angle),
      gradient: asking ? undefined : gradient,
      guess: turned === undefined ? undefined : toward(turned),
    });
    const field = asking ? () => [] : () => [gradientField(surface, feet)];
    return {
      figures: [
        surfaceMap(
          { ...surfaces[f], view },
          { key: String(asking), marks: arrows, more: field },
          {
            title: `A map of ${surface.formula} with a direction to walk in`,
            description: says,
          },
        ),
        rateByAngle(
          {
            rate,
            angle,
            steepest: asking || level ? undefined : { angle: uphill, rate: length },
            open: !asking,
            guess: turned,
          },
          { title: 'How fast the ground rises in each direction', description: says },
        ),
      ],
      handles: [
        { control: 'at', at },
        ...(asking ? [] : [{ control: 'angle', at: tipOf(at, toward(angle)), read: angleFrom(at) }]),
        { control: 'angle', figure: 'rates', at: [angle, rate(angle)], read: ([to]) => to },
      ],
      equation: equation(model, angle, asking),
      readouts: readouts(model, angle, asking),
      sentence: says,
      ...(level && {
        note: 'The gradient is zero here: in no direction does the ground rise or fall at first, and none is the steepest.',
      }),
      now: 'rate',
    };
  },
  ledger: ({ rate, uphill }) => ({
    caption: 'The rate in eight directions',
    columns: [{ label: 'direction' }, { label: 'rate' }, { label: 'angle to the gradient' }],
    length: compass.length,
    row: (index) => {
      const angle = index * 45;
      const off = Number.isNaN(uphill) ? 'none' : `${showNumber(between(angle, uphill), 1)}°`;
      return [`${compass[index]}, ${angle}°`, showNumber(rate(angle), 4), off];
    },
  }),
  python: {
    example: 'one-direction',
    code: ({ f, at: [x, y], angle }) => {
      const [and, slope] = surfaces[f].python;
      return [
        'import numpy as np',
        '',
        'def f(p):',
        '    x, y = p',
        `    return x * x ${and} y * y`,
        '',
        `p = np.array([${formatRepr(x)}, ${formatRepr(y)}])`,
        [`g = np.array([2 * p[0], ${slope} * p[1]])`, 'gradient'],
        '',
        `angle = np.radians(${angle})`,
        ['u = np.array([np.cos(angle), np.sin(angle)])', 'u'],
        'h = 1e-5',
        ['measured = (f(p + h * u) - f(p - h * u)) / (2 * h)', 'rate'],
        '',
        'print(f"gradient ({g[0]:.2f}, {g[1]:.2f})")',
        ['print(f"measured {measured:.4f}, g . u {g @ u:.4f}")', 'rate'],
      ];
    },
  },
  predict: ({ gradient: [gx, gy], length, uphill, rate }, { at, angle, f }) => {
    // Where the ground is level, no direction is the steepest.
    if (Number.isNaN(uphill)) return undefined;
    return {
      ask: `At (${short(at[0])}, ${short(at[1])}) on ${surfaces[f].surface.formula} the gradient is (${short(gx)}, ${short(gy)}). In the direction of ${short(angle)}° you climb at ${showNumber(rate(angle), 2)}. Turn the arrow to where you climb fastest.`,
      guess: numberControl({ label: 'direction', initial: angle, range: angleRange, step: 1, unit: '°' }),
      handle: (guess) => ({ at: tipOf(at, toward(Number(guess))), read: angleFrom(at) }),
      truth: { setting: uphill },
      judge: (guess) => {
        const off = between(Number(guess), uphill);
        return {
          right: off <= 4,
          says: `There you climb at ${showNumber(rate(Number(guess)), 2)}, and at most ${showNumber(length, 2)} is possible, ${showNumber(off, 1)}° away.`,
        };
      },
      answer: `At ${showNumber(uphill, 1)}°, where the gradient itself points: you climb at ${showNumber(length, 2)}. The rate is the length of the gradient times the cosine of the angle to it, and a cosine is largest at 0°. Close to the peak it hardly changes, so the first degrees away cost almost nothing.`,
      reveal: { state: { at, f, angle: Math.round(uphill) } },
    };
  },
});

const compass = ['east', 'north-east', 'north', 'north-west', 'west', 'south-west', 'south', 'south-east'];

const angleFrom =
  ([px, py]: Point) =>
  ([x, y]: Point) =>
    degrees(Math.atan2(y - py, x - px));
