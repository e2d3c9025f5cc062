import type { Point } from '../core/point.ts';
import { surfaceMap } from '../figures/explorable/surface-map.ts';
import { profileOf, wayMarks } from '../figures/explorable/way-on-map.ts';
import { spaced } from '../figures/parts/curve.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { alongAWay } from '../numeric/functions/along-a-way.ts';
import { bowl, saddle } from '../numeric/functions/functions-of-many.ts';
import { said, showNumber } from './format/show-number.ts';
import { inParentheses, texNumber } from './format/tex-number.ts';
import { choiceControl, pointControl, type StateOf } from './kit/control.ts';
import { type CodeLine, defineExplorable } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { term } from './kit/term.ts';

const view = { x: [-3, 3], y: [-2.5, 2.5] } as const;
const even = (low: number, step: number, count: number) => Array.from({ length: count }, (_, i) => low + step * i);

/** Surfaces of squares alone: along a straight way their slope changes evenly. */
const surfaces = {
  bowl: {
    surface: bowl,
    squares: { xx: 1, yy: 3 },
    heights: even(3, 3, 9),
    named: [3, 6].map((height) => ({ at: [-Math.sqrt(height), 0] as const, height })),
    scale: [-2, 30],
    python: 'x * x + 3 * y * y',
  },
  saddle: {
    surface: saddle,
    squares: { xx: 1, yy: -1 },
    heights: even(-6, 1, 15),
    named: [
      { at: [2, 0] as const, height: 4 },
      { at: [0, 2] as const, height: -4 },
    ],
    scale: [-7.5, 9.5],
    python: 'x * x - y * y',
  },
} as const;

const controls = {
  from: pointControl({ label: 'from *A*', initial: [-2, 1.2], range: view, step: 0.1 }),
  to: pointControl({ label: 'to *B*', initial: [2, 0.4], range: view, step: 0.1 }),
  f: choiceControl({ label: '*f*', initial: 'bowl', options: { bowl: bowl.formula, saddle: saddle.formula } }),
};

type State = StateOf<typeof controls>;

const courses = {
  up: 'up all the way',
  down: 'down all the way',
  dip: 'down, then up',
  hill: 'up, then down',
  level: 'level all the way',
} as const;

/** A height that is nothing but the rounding of the terms that it is the sum of, of the size of 10, is 0. */
const exactZero = (height: number) => (Math.abs(height) < 1e-13 ? 0 : height);

/** The course of a way, by the signs of its slopes at both ends: in between they change evenly. */
function courseOf([start, end]: readonly [number, number]): keyof typeof courses {
  if (start === 0 && end === 0) return 'level';
  if (start >= 0 && end >= 0) return 'up';
  if (start <= 0 && end <= 0) return 'down';
  return start < 0 ? 'dip' : 'hill';
}

const walk = ({ from, to, f }: State) => alongAWay(surfaces[f].squares, from, to);

type Walk = ReturnType<typeof walk>;

const two = (value: number) => showNumber(value, 2);

function equation({ start, end, climb, length, slopes }: Walk, asking: boolean): string {
  const [low, high, gain, way] = [start, end, climb, length].map((value) => texNumber(value, 2)) as Texts;
  const difference = relate(gain, shownValue(high) - shownValue(low));
  const climbed = String.raw`\text{climb} &= ${term('end', high)} - ${term('start', inParentheses(low))} ${difference} ${asking ? gain : term('climb', gain)}`;
  const mean = texNumber(slopes === undefined ? Number.NaN : climb / length, 2);
  const quotient = relate(mean, shownValue(gain) / shownValue(way));
  const rate =
    slopes === undefined
      ? String.raw`\frac{\text{climb}}{\text{way}} &= \text{none}`
      : String.raw`\frac{\text{climb}}{\text{way}} &= \frac{${gain}}{${way}} ${quotient} ${mean}`;
  return String.raw`\begin{aligned} ${climbed} \\ ${rate} \end{aligned}`;
}

type Texts = [string, string, string, string];

const bothSlopes = ([start, end]: readonly [number, number]) => `its slope is ${two(start)} at A and ${two(end)} at B`;

function sentence({ start, end, slopes }: Walk, { from, to }: State, asking: boolean): string {
  const here = `The way from A at (${from.map((x) => said(x)).join(', ')}) to B at (${to.map((x) => said(x)).join(', ')}) begins at the height ${two(start)} and ends at ${two(end)}`;
  if (asking) return `${here}.`;
  if (slopes === undefined) return `${here}: A and B are too close together for a slope.`;
  return `${here}; it goes ${courses[courseOf(slopes)]}: ${bothSlopes(slopes)}.`;
}

/** A straight way on a contour map, and the profile that it has. */
export const contourWalk = defineExplorable({
  id: 'contour-walk',
  title: 'A way across a contour map',
  controls,
  model: walk,
  view: ({ model, state, asking }) => {
    const { surface, heights, named, scale } = surfaces[state.f];
    const { from, to } = state;
    const says = sentence(model, state, asking);
    const picture = { way: model, from, to, heights };
    const { slopes } = model;
    const slope = (end: 0 | 1) => (asking ? '?' : slopes === undefined ? 'none' : two(slopes[end]));
    return {
      figures: [
        surfaceMap(
          { surface, view, heights, named },
          { key: '', marks: wayMarks(picture) },
          {
            title: `A map of ${surface.formula} with a straight way from A to B`,
            description: `${says} The table has the heights at five places of it.`,
          },
        ),
        profileOf(picture, { scale, open: !asking }, { title: 'The heights along the way', description: says }),
      ],
      handles: [
        { control: 'from', at: from },
        { control: 'to', at: to },
      ],
      equation: equation(model, asking),
      readouts: [
        { label: 'height at', symbol: '*A*', value: two(model.start), term: 'start' },
        { label: 'height at', symbol: '*B*', value: two(model.end), term: 'end' },
        { label: 'slope at', symbol: '*A*', value: slope(0) },
        { label: 'slope at', symbol: '*B*', value: slope(1) },
      ],
      sentence: says,
    };
  },
  ledger: ({ height, length }) => ({
    caption: 'The heights at five places of the way',
    columns: [{ label: 'place' }, { label: 'walked' }, { label: 'height' }],
    length: 5,
    row: (i) => [
      ['A', 'a quarter', 'half', 'three quarters', 'B'][i] ?? '',
      two((length * i) / 4),
      two(exactZero(height(i / 4))),
    ],
  }),
  python: { example: 'contour-walk', code: codeOf },
  predict: (model, state) => {
    const { slopes } = model;
    if (slopes === undefined) return undefined;
    const course = courseOf(slopes);
    if (!isTold(model, slopes, surfaces[state.f].heights)) return undefined;
    return {
      ask: 'Walk straight from A to B, and read the heights from the lines that you cross. How does the ground go?',
      guess: choiceControl({
        label: 'it goes',
        initial: course === 'down' ? 'up' : 'down',
        options: courses,
      }),
      marks: (guess) => [{ figure: 'profile', at: profile(model, guess === course ? undefined : guess) }],
      truth: { setting: course },
      judge: (guess) => ({ right: guess === course, says: `It goes ${courses[course]}.` }),
      answer: `It goes ${courses[course]}: ${bothSlopes(slopes)}. ${reasons[course]}`,
      reveal: { state },
    };
  },
});

/** The profile of a way, or a sketch of the course that somebody expects of it. */
function profile({ start, end, height }: Walk, expected?: unknown): Point[] {
  const span = Math.max(Math.abs(end - start), 3);
  const bend = { dip: -span, hill: span }[String(expected)] ?? 0;
  const rise = { up: span, down: -span, level: 0 }[String(expected)] ?? end - start;
  return spaced(0, 1, 25).map((part) => [
    part,
    expected === undefined ? height(part) : start + part * rise + 4 * part * (1 - part) * bend,
  ]);
}

/** So near to an end of a way or to where it turns, as a part of it, is no line that it crosses, but for rounding. */
const touch = 1e-6;

/** Whether the lines of the map tell the course of a way: two that it crosses, or one on each side of where it turns. */
function isTold({ crossings }: Walk, [first, last]: readonly [number, number], heights: readonly number[]): boolean {
  const parts = heights.flatMap(crossings).filter((part) => part > touch && part < 1 - touch);
  if (first * last >= 0) return parts.length > 1 || (first === 0 && last === 0);
  const turn = first / (first - last);
  return parts.some((part) => part < turn - touch) && parts.some((part) => part > turn + touch);
}

const reasons = {
  up: 'Each line that it crosses is higher than the one before.',
  down: 'Each line that it crosses is lower than the one before.',
  dip: 'It crosses lines down to a height that it only touches, and from there lines up again.',
  hill: 'It crosses lines up to a height that it only touches, and from there lines down again.',
  level: 'It follows a line of one height.',
} as const;

function codeOf({ from, to, f }: State): CodeLine[] {
  const array = (point: readonly number[]) => `np.array([${point.map((x) => formatRepr(x)).join(', ')}])`;
  const isWay = from.some((x, axis) => x !== to[axis]);
  return [
    'import numpy as np',
    '',
    'def f(x, y):',
    `    return ${surfaces[f].python}`,
    '',
    [`a = ${array(from)}`, 'start'],
    [`b = ${array(to)}`, 'end'],
    'for part in [0, 0.25, 0.5, 0.75, 1]:',
    '    height = f(*(a + part * (b - a)))',
    '    print(f"{part:4} of the way: height {height:.2f}")',
    ...(isWay
      ? [
          '',
          'step = 1e-4 * (b - a) / np.linalg.norm(b - a)',
          'for name, p in [("A", a), ("B", b)]:',
          '    slope = (f(*(p + step)) - f(*(p - step))) / 2e-4',
          '    print(f"slope at {name}: {slope:.2f}")',
        ]
      : []),
  ];
}
