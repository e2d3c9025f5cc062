import { at } from '../core/at.ts';
import type { Point } from '../core/point.ts';
import { surfaceMap } from '../figures/explorable/surface-map.ts';
import { twoSlices } from '../figures/explorable/two-slices.ts';
import type { Marks } from '../figures/parts/mark.ts';
import { dot, line } from '../figures/parts/marks.ts';
import { showing } from '../figures/parts/showing.ts';
import { color, size } from '../figures/parts/theme.ts';
import { partialDerivative } from '../numeric/derivatives/partial-derivative.ts';
import { bowl, mixed } from '../numeric/functions/functions-of-many.ts';
import { said, showNumber } from './format/show-number.ts';
import { plain as tex } from './format/tex-number.ts';
import { choiceControl, pointControl, type StateOf } from './kit/control.ts';
import { defineExplorable } from './kit/explorable.ts';
import { relate } from './kit/relate.ts';
import { term, unknown } from './kit/term.ts';

const view = { x: [-3, 3], y: [-2.5, 2.5] } as const;
const even = (low: number, step: number, count: number) => Array.from({ length: count }, (_, i) => low + step * i);

/** Surfaces with their slices, one input held: in TeX, and as Python prints them beside the measurement. */
const surfaces = {
  bowl: {
    surface: bowl,
    heights: even(3, 3, 9),
    named: [3, 6].map((height) => ({ at: [-Math.sqrt(height), 0] as const, height })),
    scale: { heights: [-2, 31], ticks: [0, 10, 20, 30] },
    left: ([x, y]: Point) => [`x^2 + ${tex(3 * y * y)}`, `${tex(x * x)} + 3y^2`],
    python: ['x * x + 3 * y * y', 'at       along x  2x  along y  6y', '2 * x', '6 * y'],
  },
  mixed: {
    surface: mixed,
    heights: even(-20, 4, 11),
    named: [
      { at: [2, 2] as const, height: 8 },
      { at: [2, -2] as const, height: -8 },
    ],
    scale: { heights: [-26, 26], ticks: [-20, -10, 0, 10, 20] },
    left: ([x, y]: Point) => [`${tex(y)}\\,x^2 ${signed(Math.sin(y))}`, `${tex(x * x)}\\,y + \\sin y`],
    python: [
      'x * x * y + math.sin(y)',
      'at       along x  2xy  along y  x^2 + cos y',
      '2 * x * y',
      'x * x + math.cos(y)',
    ],
  },
} as const;

const controls = {
  at: pointControl({ label: 'point', initial: [1, 2], range: view, step: 0.1 }),
  f: choiceControl({ label: '*f*', initial: 'bowl', options: { bowl: bowl.formula, mixed: mixed.formula } }),
};

type State = StateOf<typeof controls>;

const signed = (value: number) => (value < 0 ? `- ${tex(-value)}` : `+ ${tex(value)}`);

function cut({ f, at }: State) {
  const { surface, left } = surfaces[f];
  const [slopeX = 0, slopeY = 0] = surface.gradient(at);
  const measured = [0, 1].map((axis) => partialDerivative(surface.value, at, axis));
  return { at, height: surface.value(at), slopes: [slopeX, slopeY] as const, measured, left: left(at) };
}

type Cut = ReturnType<typeof cut>;

function equation({ at: [x, y], slopes, left }: Cut, asking: boolean): string {
  const slope = (axis: 0 | 1) => (asking ? unknown : `{${tex(slopes[axis])}}`);
  return String.raw`\begin{aligned}
    y ${relate(tex(y), y)} ${tex(y)}: \quad & ${term('cut-x', String(left[0]))}, && \text{slope } ${term('slope-x', slope(0))} \\
    x ${relate(tex(x), x)} ${tex(x)}: \quad & ${term('cut-y', String(left[1]))}, && \text{slope } ${term('slope-y', slope(1))}
  \end{aligned}`;
}

function sentence({ at: [x, y], height, slopes }: Cut, asking: boolean): string {
  const here = `At (${said(x)}, ${said(y)}) the height is ${said(height)}`;
  if (asking) return `${here}.`;
  return `${here}; along x, with y held at ${said(y)}, the slope is ${said(slopes[0])}, and along y, with x held at ${said(x)}, it is ${said(slopes[1])}.`;
}

/** The two straight ways through the point. */
function ways([x, y]: Point): Marks[] {
  const style = { stroke: color.ink, strokeWidth: 1.6 } as const;
  return [
    showing('cut-x', line([[view.x[0], y] as const, [view.x[1], y] as const], style)),
    showing('cut-y', line([[x, view.y[0]] as const, [x, view.y[1]] as const], { ...style, strokeDasharray: '7,4' })),
    dot([[x, y]], { fill: color.tangent, stroke: color.surface, r: size.point + 1.5 }),
  ];
}

/** Holding one input still cuts the landscape; the slope of the cut is the partial derivative. */
export const partialSlices = defineExplorable({
  id: 'partial-slices',
  title: 'Two cuts through a landscape',
  controls,
  model: cut,
  view: ({ model, state, asking }) => {
    const { surface, heights, named, scale } = surfaces[state.f];
    const says = sentence(model, asking);
    const value = (axis: 0 | 1) => (asking ? '?' : showNumber(model.slopes[axis], 4));
    return {
      figures: [
        surfaceMap(
          { surface, view, heights, named },
          { key: '', marks: ways(state.at) },
          {
            title: `A map of ${surface.formula} with two straight ways through a point`,
            description: says,
          },
        ),
        twoSlices(
          { surface, point: state.at, ...scale, open: !asking },
          {
            title: `How the ground rises along the two ways`,
            description: says,
          },
        ),
      ],
      handles: [{ control: 'at', at: state.at }],
      equation: equation(model, asking),
      readouts: [
        { label: 'height', value: said(model.height) },
        { label: 'slope along', symbol: '*x*', value: value(0), term: 'slope-x' },
        { label: 'slope along', symbol: '*y*', value: value(1), term: 'slope-y' },
      ],
      sentence: says,
    };
  },
  ledger: ({ at: [x, y], measured, slopes }) => ({
    caption: 'The two slopes, measured and by the rules',
    columns: [{ label: 'what moves' }, { label: 'what is held' }, { label: 'measured' }, { label: 'by the rules' }],
    length: 2,
    row: (axis) => [
      axis === 0 ? 'x' : 'y',
      axis === 0 ? `y = ${said(y)}` : `x = ${said(x)}`,
      showNumber(at(measured, axis), 4),
      showNumber(at(slopes, axis), 4),
    ],
  }),
  python: {
    example: 'partials',
    code: ({ f, at: [x, y] }) => {
      const [formula, header, byX, byY] = surfaces[f].python;
      return [
        ...(formula.includes('math.') ? ['import math', ''] : []),
        'def f(x, y):',
        `    return ${formula}`,
        '',
        'def partial_x(f, x, y, h=1e-5):',
        ['    return (f(x + h, y) - f(x - h, y)) / (2 * h)', 'slope-x'],
        '',
        'def partial_y(f, x, y, h=1e-5):',
        ['    return (f(x, y + h) - f(x, y - h)) / (2 * h)', 'slope-y'],
        '',
        `print("${header}")`,
        `for x, y in [(${x}, ${y}), (3, -1)]:`,
        ['    by_x = partial_x(f, x, y)', 'slope-x'],
        ['    by_y = partial_y(f, x, y)', 'slope-y'],
        `    print(f"({x}, {y:2})  {by_x:7.4f} {${byX}:3}"`,
        `          f"  {by_y:7.4f} {${byY}:3}")`,
      ];
    },
  },
  predict: ({ at: [x, y], slopes: [alongX, alongY] }, { f }) => {
    const [byX, byY] = [Math.abs(alongX), Math.abs(alongY)];
    // Slopes count as different only if the displayed numbers differ.
    const same = said(byX) === said(byY);
    const truth = same ? 'same' : byX > byY ? 'x' : 'y';
    const options = { x: 'along x', y: 'along y', same: 'both alike' };
    const facts = `Along x the slope is ${said(alongX)}, along y it is ${said(alongY)}`;
    const isLevel = byX === 0 && byY === 0;
    const shows = isLevel
      ? 'The ground is level here along both lines, however steep it becomes further on.'
      : same
        ? 'The map shows it: the contour lines are crossed as fast along the one line as along the other.'
        : 'The map shows it: the ground is steeper along the line that crosses the contour lines faster.';
    const elsewhere = same
      ? 'Elsewhere one of the two can be steeper.'
      : 'Which one that is depends on where you stand.';
    return {
      ask: `You stand at (${said(x)}, ${said(y)}) on the map of ${surfaces[f].surface.formula}. Along which of the two lines is the ground steeper here?`,
      guess: choiceControl({ label: 'steeper', initial: 'x', options }),
      marks: (guess) => [{ at: alongLines([x, y], guess) }],
      truth: { setting: truth },
      judge: (guess) => ({ right: guess === truth, says: same ? 'They are alike.' : `It is steeper along ${truth}.` }),
      answer: `${same ? 'They are alike' : `Along ${truth}`}. ${facts}. ${shows} ${elsewhere}`,
      reveal: {},
    };
  },
});

/** The line along x through a point, the one along y, or both, from the point and back to it. */
function alongLines([x, y]: Point, which: unknown): Point[] {
  const around = (value: number, [low, high]: readonly [number, number]) =>
    [Math.max(value - 1.2, low), Math.min(value + 1.2, high)] as const;
  const alongX = around(x, view.x).map((one): Point => [one, y]);
  const alongY = around(y, view.y).map((one): Point => [x, one]);
  if (which === 'x') return alongX;
  return which === 'y' ? alongY : [[x, y], ...alongX, [x, y], ...alongY, [x, y]];
}
