import type { Point } from '../core/point.ts';
import { vectorPair } from '../figures/explorable/vector-pair.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { compareVectors } from '../numeric/linear/compare-vectors.ts';
import { said, showNumber } from './format/show-number.ts';
import { inParentheses, plain, texNumber } from './format/tex-number.ts';
import { numberControl, pointControl, type StateOf } from './kit/control.ts';
import { type CodeLine, defineExplorable } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { term, unknown } from './kit/term.ts';

const range = { x: [-2, 2], y: [-2, 2] } as const;

const controls = {
  a: pointControl({ label: 'arrow *a*', initial: [2, 1], range, step: 0.1 }),
  b: pointControl({ label: 'arrow *b*', initial: [1, 1.5], range, step: 0.1 }),
};

type State = StateOf<typeof controls>;

function compare({ a, b }: State) {
  const sum: Point = [a[0] + b[0], a[1] + b[1]];
  return { a, b, sum, ...compareVectors(a, b) };
}

type Pair = ReturnType<typeof compare>;

const inPlane = ([x, y]: Point) => `(${said(x)}, ${said(y)})`;

function equation({ a, b, dot, lengths, cosine }: Pair, asking: boolean): string {
  const shown = [...a, ...b].map((value) => plain(value)) as [string, string, string, string];
  const [a1, a2, b1, b2] = shown.map(inParentheses) as typeof shown;
  const [x1, x2, y1, y2] = shown.map(shownValue) as [number, number, number, number];
  const result = texNumber(dot, 2);
  const first = String.raw`${term('a', 'a')} \cdot ${term('b', 'b')} &= ${a1} \cdot ${b1} + ${a2} \cdot ${b2} ${relate(asking ? unknown : result, x1 * y1 + x2 * y2)} ${term('dot', asking ? unknown : result)}`;
  if (asking || cosine === undefined) return String.raw`\begin{aligned} ${first} \end{aligned}`;
  const [long, other, share] = [...lengths.map((one) => texNumber(one, 2)), texNumber(cosine, 3)] as [
    string,
    string,
    string,
  ];
  const given = shownValue(result) / (shownValue(long) * shownValue(other));
  // The product of two very short lengths is 0 in floats.
  if (!Number.isFinite(given)) return String.raw`\begin{aligned} ${first} \end{aligned}`;
  const sign = relate(share, given);
  return String.raw`\begin{aligned} ${first} \\ \cos\theta &= \frac{${result}}{${long} \cdot ${other}} ${sign} ${share} \end{aligned}`;
}

function sentence({ a, b, dot, angle }: Pair, asking: boolean): string {
  const here = `a is ${inPlane(a)} and b is ${inPlane(b)}`;
  if (asking) return `The arrow ${here}.`;
  const product = `The arrow ${here}; their dot product is ${showNumber(dot, 2)}`;
  if (angle === undefined) return `${product}, and an arrow of length 0 has no direction, so there is no angle.`;
  if (dot === 0) return `${product}, so they stand at a right angle.`;
  const sides =
    dot > 0
      ? 'it is positive, since they are less than 90° apart'
      : 'it is negative, since they are more than 90° apart';
  return `${product}; ${sides}: ${showNumber(angle, 1)}°.`;
}

/** Two arrows: their sum, their lengths, and the meaning of the sign of their dot product. */
export const twoVectors = defineExplorable({
  id: 'two-vectors',
  title: 'Two arrows and their dot product',
  controls,
  model: compare,
  view: ({ model, asking, guess }) => {
    const { a, b, sum, dot, lengths, angle } = model;
    const says = sentence(model, asking);
    const turned = asking && typeof guess === 'number' ? toward(guess, lengths[1]) : b;
    return {
      figures: [vectorPair({ a, b: turned, open: !asking }, { title: 'Two arrows from one place', description: says })],
      handles: [
        { control: 'a', at: a },
        { control: 'b', at: b },
      ],
      equation: equation(model, asking),
      readouts: [
        { label: 'dot product', value: asking ? '?' : showNumber(dot, 2), term: 'dot' },
        { label: 'angle', value: asking ? '?' : angle === undefined ? 'none' : `${showNumber(angle, 1)}°` },
        { label: 'sum', symbol: '*a* + *b*', value: inPlane(sum), term: 'sum' },
      ],
      sentence: says,
    };
  },
  ledger: ({ a, b, sum }) => ({
    caption: 'The arrows by their components',
    columns: [{ label: 'arrow' }, { label: 'first' }, { label: 'second' }, { label: 'length' }],
    length: 3,
    row: (index) => {
      const [name, [x, y]] = (
        [
          ['a', a],
          ['b', b],
          ['a + b', sum],
        ] as const
      )[index] ?? ['', [0, 0] as Point];
      return [name, said(x), said(y), showNumber(Math.hypot(x, y), 2)];
    },
  }),
  python: { example: 'two-arrows', code: (state) => codeOf(compare(state)) },
  predict: ({ a, b, lengths, angle }) => {
    if (angle === undefined) return undefined;
    const ahead = degrees(Math.atan2(a[1], a[0]));
    const right = [ahead + 90, ahead - 90].map((one) => (one > 180 ? one - 360 : one < -180 ? one + 360 : one));
    const [upper, lower] = right.map((one) => showNumber(Math.abs(one) < 1e-9 ? 0 : one, 1));
    const off = (guess: number) => Math.abs(90 - Math.abs(((((guess - ahead) % 360) + 540) % 360) - 180));
    return {
      ask: `a is ${inPlane(a)}. Turn b until its dot product with a is 0. In which direction does it point then?`,
      guess: numberControl({
        label: 'direction of *b*',
        initial: Math.round(degrees(Math.atan2(b[1], b[0]))),
        range: [-180, 180],
        step: 1,
        unit: '°',
      }),
      truth: { setting: right[0] ?? 90, name: 'a right angle' },
      handle: (guess) => ({ at: toward(Number(guess), lengths[1]), read: ([x, y]) => degrees(Math.atan2(y, x)) }),
      judge: (guess) => ({
        right: off(Number(guess)) <= 3,
        says: `Your arrow is ${showNumber(off(Number(guess)) < 1e-9 ? 0 : off(Number(guess)), 1)}° away from a right angle to a.`,
      }),
      answer: `At ${upper}° or at ${lower}°, at a right angle to a. There the two products add up to 0. Nearer to a the dot product is positive, and further away from it negative.`,
      reveal: { state: { a, b: across(a, lengths[1]) ?? b } },
    };
  },
});

const degrees = (radians: number) => radians * (180 / Math.PI);
const toward = (angle: number, length: number): Point => [
  length * Math.cos((angle * Math.PI) / 180),
  length * Math.sin((angle * Math.PI) / 180),
];

/** The arrow at a right angle to another that is on the grid and nearest to a length; none if the other is not on the grid. */
function across(arrow: Point, length: number): Point | undefined {
  const [x, y] = arrow.map((part) => Math.round(10 * part)) as [number, number];
  if (arrow[0] !== x / 10 || arrow[1] !== y / 10) return undefined;
  const shared = divisor(Math.abs(x), Math.abs(y));
  const [least, most] = [Math.hypot(x, y) / shared, Math.max(Math.abs(x), Math.abs(y)) / shared];
  const times = Math.max(1, Math.min(Math.round((10 * length) / least), Math.floor(20 / most)));
  // No negative zero.
  return [(0 - (y / shared) * times) / 10, (0 + (x / shared) * times) / 10];
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

function codeOf({ a, b, angle }: Pair): CodeLine[] {
  const array = ([x, y]: Point) => `np.array([${formatRepr(x)}, ${formatRepr(y)}])`;
  const begin: CodeLine[] = [
    'import math',
    'import numpy as np',
    '',
    [`a = ${array(a)}`, 'a'],
    [`b = ${array(b)}`, 'b'],
    ['dot = a @ b', 'dot'],
    'print(f"dot product {dot:.2f}")',
    ['print("sum", a + b)', 'sum'],
  ];
  if (angle === undefined) return [...begin, 'print("an arrow of length 0 has no direction")'];
  return [
    ...begin,
    'lengths = np.linalg.norm(a) * np.linalg.norm(b)',
    'cosine = max(-1.0, min(1.0, dot / lengths))',
    'print(f"angle {math.degrees(math.acos(cosine)):.1f} degrees")',
  ];
}
