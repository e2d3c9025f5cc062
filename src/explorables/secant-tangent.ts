import { secantLine } from '../figures/secant-line.ts';
import { formatRepr } from '../numeric/format-repr.ts';
import { forwardDifference } from '../numeric/forward-difference.ts';
import { formulaControl, numberControl, type StateOf } from './control.ts';
import { defineExplorable } from './explorable.ts';
import { formulaProblem, readFormula } from './formula.ts';
import { robustView } from './robust-view.ts';
import { showNumber, texNumber } from './show-number.ts';
import { spoken } from './spoken-setting.ts';
import { term } from './term.ts';

const controls = {
  f: formulaControl({
    label: '*f*(*x*) =',
    initial: 'x^2',
    presets: ['x^2', 'x^3 - 3*x', 'sin(x)', 'exp(x)', 'abs(x)', '1/x'],
    problem: formulaProblem,
  }),
  x: numberControl({ label: 'point *x*', initial: 3, range: [-4, 4], step: 0.1 }),
  h: numberControl({ label: 'first nudge *h*', initial: 1, range: [0.001, 2], step: 'log' }),
};

type State = StateOf<typeof controls>;

/** The nudge becomes ten times smaller in this many steps, so that one can watch the line turn. */
const stepsPerTen = 10;
const lastStep = 4 * stepsPerTen;
const across = [-4.6, 6.4] as const;

function measure({ f, x, h }: State) {
  const formula = readFormula(f);
  const nudges = Array.from({ length: lastStep + 1 }, (_, step) => shrunk(h, step));
  const slope = (by: number) => forwardDifference(formula.value, x, by);
  return {
    formula,
    x,
    y: formula.value(x),
    nudges,
    slope,
    exact: formula.derivative(x),
    view: robustView(formula.value, across),
  };
}

type Measured = ReturnType<typeof measure>;

/** Every tenth nudge is exactly a tenth of the one ten before, as a decimal number is. */
function shrunk(h: number, step: number): number {
  const tens = Math.floor(step / stepsPerTen);
  return Number(`${h}e-${tens}`) * 10 ** (-(step - tens * stepsPerTen) / stepsPerTen);
}

const shown = (value: number, decimals = 4) => (Number.isFinite(value) ? showNumber(value, decimals) : 'none');
const short = (value: number) => Number(value.toPrecision(3));

function equation({ formula, x, y, slope }: Measured, h: number): string {
  const change = formula.value(x + h) - y;
  if (!Number.isFinite(change)) return String.raw`\frac{f(x + h) - f(x)}{h} \text{ has no value here}`;
  const values = String.raw`\frac{${term('rise', `${texNumber(formula.value(x + h), 4)} - ${texFactorOf(y)}`)}}{${term('h', texNumber(short(h), places(h)))}}`;
  return String.raw`\frac{f(x + h) - f(x)}{h} = ${values} = ${term('slope', texNumber(slope(h), 4))}`;
}

const texFactorOf = (y: number) => (y < 0 ? `(${texNumber(y, 4)})` : texNumber(y, 4));
const places = (h: number) => Math.max(0, 2 - Math.floor(Math.log10(h)));

function sentence({ x, slope, exact }: Measured, h: number, asking: boolean): string {
  const line = `At x = ${spoken({}, x)} with a nudge of ${short(h)}, the line through both points has the slope ${shown(slope(h))} upwards and ${shown(slope(-h))} downwards`;
  return asking ? `${line}.` : `${line}; the tangent has the slope ${shown(exact)}.`;
}

function note({ formula, x, y, exact }: Measured): string | undefined {
  if (!Number.isFinite(y)) return `The formula has no value at x = ${spoken({}, x)}.`;
  if (Number.isFinite(exact)) return undefined;
  const [left, right] = [-1e-6, 1e-6].map((h) => forwardDifference(formula.value, x, h));
  return `There is no tangent at x = ${spoken({}, x)}: from the left the slopes settle near ${shown(Number(left), 2)}, from the right near ${shown(Number(right), 2)}.`;
}

/** A line through two points of a curve turns into the tangent as the second point comes near the first. */
export const secantTangent = defineExplorable({
  id: 'secant-tangent',
  title: 'A line through two points becomes the tangent',
  controls,
  model: measure,
  run: { lastStep: () => lastStep, initial: 0, speed: 20 },
  view: ({ model, step, state, asking, guess }) => {
    const { formula, x, y, view, slope, exact } = model;
    const h = model.nudges[step] ?? state.h;
    const says = sentence(model, h, asking);
    const unusual = note(model);
    const lines = {
      key: state.f,
      value: formula.value,
      view,
      at: [x, y] as const,
      nudged: [x + h, formula.value(x + h)] as const,
      secant: slope(h),
      tangent: asking ? undefined : exact,
      guess: guess === undefined ? undefined : Number(guess),
    };
    const middle = (value: number) => (Number.isFinite(value) ? value : (view.y[0] + view.y[1]) / 2);
    return {
      figures: [
        secantLine(lines, {
          title: `The curve of ${state.f}, and a line through two of its points`,
          description: says,
        }),
      ],
      handles: [
        { control: 'x', at: [x, middle(y)], read: ([to]) => to },
        ...(step === 0
          ? [
              {
                control: 'h',
                at: [x + h, middle(lines.nudged[1])] as const,
                read: ([to]: readonly [number, number]) => to - x,
              },
            ]
          : []),
      ],
      equation: equation(model, h),
      readouts: [
        { label: 'nudge', symbol: '*h*', value: String(short(h)), term: 'h' },
        { label: 'change of', symbol: '*f*', value: shown(formula.value(x + h) - y), term: 'rise' },
        { label: 'slope, up', value: shown(slope(h)), term: 'slope' },
        { label: 'slope, down', value: shown(slope(-h)) },
        { label: 'tangent, by the rules', value: asking ? '?' : shown(exact), term: 'tangent' },
      ],
      sentence: says,
      ...(unusual !== undefined && { note: unusual }),
      now: 'slope',
    };
  },
  ledger: ({ nudges, slope }) => ({
    caption: 'The slope as the nudge shrinks',
    columns: [{ label: 'nudge', term: 'h' }, { label: 'up', term: 'slope' }, { label: 'down' }],
    length: nudges.length,
    row: (step) => {
      const h = nudges[step] ?? Number.NaN;
      return [String(short(h)), shown(slope(h)), shown(slope(-h))];
    },
  }),
  python: {
    example: 'shrinking-nudge',
    code: ({ f, x, h }) => {
      const { python } = readFormula(f);
      const tenths = [0, 1, 2, 3, 4].map((tens) => formatRepr(shrunk(h, tens * stepsPerTen)));
      return [
        ...(python.includes('math.') ? ['import math', ''] : []),
        'def f(x):',
        `    return ${python}`,
        '',
        'print("nudge       up    down")',
        [`for h in [${tenths.join(', ')}]:`, 'h'],
        [`    up = (f(${x} + h) - f(${x})) / h`, 'slope'],
        `    down = (f(${x} - h) - f(${x})) / -h`,
        '    print(f"{h:<6g}  {up:.4f}  {down:.4f}")',
      ];
    },
  },
  predict: ({ x, y, exact, slope, nudges }) => {
    const first = slope(nudges[0] ?? 1);
    const around = Math.round(Number.isFinite(first) ? first : 0);
    const text = shown(exact, 2);
    return {
      ask: `With a nudge of ${nudges[0]} the line has the slope ${shown(first, 2)}. On which slope does it settle as the nudge shrinks towards 0? Turn the line.`,
      guess: numberControl({ label: 'its slope', initial: around, range: [around - 5, around + 5], step: 0.1 }),
      handle: (guess) => ({ at: [x - 1, y - Number(guess)], read: ([px, py]) => (y - py) / (x - px || 1) }),
      judge: (guess) => {
        const off = Math.abs(Number(guess) - exact);
        return { right: off <= 0.1, says: `You turned it to ${shown(Number(guess), 1)}; it settles on ${text}.` };
      },
      answer: `On ${text}. ${why(first, exact)} Press Play and watch the line turn: that is the tangent, and its slope is the derivative.`,
      reveal: {},
    };
  },
});

function why(first: number, exact: number): string {
  if (first === exact) return 'A straight line has the same slope whatever the nudge.';
  const bend =
    first > exact
      ? 'upwards, so the second point makes the line too steep'
      : 'downwards, so the second point makes the line too flat';
  return `The curve bends ${bend}. The nearer it comes, the less it does.`;
}
