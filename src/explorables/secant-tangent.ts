import { secantLine } from '../figures/secant-line.ts';
import { formatRepr } from '../numeric/format-repr.ts';
import { forwardDifference } from '../numeric/forward-difference.ts';
import { askForTangent } from './ask-for-tangent.ts';
import { formulaControl, numberControl, type Point } from './control.ts';
import { defineExplorable } from './explorable.ts';
import { formulaProblem, readFormula } from './formula.ts';
import { lastSecant, measureSecants, type Secants, tenths } from './measure-secants.ts';
import { texFactor, texNumber } from './show-number.ts';
import { showOrNone as shown } from './show-or-none.ts';
import { spoken } from './spoken-setting.ts';
import { term, unknown } from './term.ts';

const controls = {
  f: formulaControl({
    label: '*f*(*x*) =',
    initial: 'x**2',
    presets: ['x**2', 'x**3 - 3*x', 'sin(x)', 'exp(x)', 'abs(x)', '1/x'],
    problem: formulaProblem,
  }),
  x: numberControl({ label: 'point *x*', initial: 3, range: [-4, 4], step: 0.1 }),
  h: numberControl({ label: 'first nudge *h*', initial: 1, range: [0.001, 2], step: 'log' }),
};

const short = (value: number) => Number(value.toPrecision(3));
const places = (h: number) => Math.max(0, 2 - Math.floor(Math.log10(h)));

/** Three lines: what is measured, what comes out, and what the rules of calculus say of the tangent. */
function equation({ formula, x, y, slope, exact }: Secants, h: number, asking: boolean): string {
  const change = String.raw`\frac{${term('rise', `${texNumber(formula.value(x + h), 4)} - ${texFactor(y, 4)}`)}}{${term('h', texNumber(short(h), places(h)))}}`;
  const measured = Number.isFinite(formula.value(x + h) - y)
    ? [change, term('slope', texNumber(slope(h), 4))]
    : [String.raw`\text{no value here}`, ''];
  const value = Number.isFinite(exact) ? texNumber(exact, 4) : String.raw`\text{none}`;
  const tangent = asking ? unknown : `${formula.derivativeTex} = ${value}`;
  return String.raw`\begin{aligned}
    \frac{f(x + h) - f(x)}{h} &= ${measured[0]} \\
    &= ${measured[1]} \\
    \text{tangent's slope} &= ${term('tangent', tangent)}
  \end{aligned}`;
}

function sentence({ x, slope, exact }: Secants, h: number, asking: boolean): string {
  const line = `At x = ${spoken({}, x)} with a nudge of ${short(h)}, the line through both points has the slope ${shown(slope(h))} upwards and ${shown(slope(-h))} downwards`;
  return asking ? `${line}.` : `${line}; the tangent has the slope ${shown(exact)}.`;
}

function note({ formula, x, y, exact }: Secants): string | undefined {
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
  model: ({ f, x, h }) => measureSecants(f, x, h),
  run: { lastStep: () => lastSecant, initial: 0, speed: 20 },
  view: ({ model, step, state, asking, guess }) => {
    const { formula, x, y, view, slope, exact } = model;
    const h = model.nudges[step] ?? state.h;
    const nudged = [x + h, formula.value(x + h)] as const;
    const says = sentence(model, h, asking);
    const words = { title: `The curve of ${state.f}, and a line through two of its points`, description: says };
    const unusual = note(model);
    const inView = ([px, py]: Point): Point => [px, Number.isFinite(py) ? py : (view.y[0] + view.y[1]) / 2];
    const lines = {
      key: state.f,
      value: formula.value,
      view,
      at: [x, y] as const,
      nudged,
      secant: slope(h),
      tangent: asking ? undefined : exact,
      guess: guess === undefined ? undefined : Number(guess),
    };
    // Later on the second point is where the run has brought it, and too near the first to be grasped.
    const second = { control: 'h', at: inView(nudged), read: ([to]: Point) => to - x };
    return {
      figures: [secantLine(lines, words)],
      handles: [{ control: 'x', at: inView([x, y]), read: ([to]) => to }, ...(step === 0 ? [second] : [])],
      equation: equation(model, h, asking),
      readouts: [
        { label: 'nudge', symbol: '*h*', value: String(short(h)), term: 'h' },
        { label: 'change of', symbol: '*f*', value: shown(nudged[1] - y), term: 'rise' },
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
      return [
        ...(python.includes('math.') ? ['import math', ''] : []),
        'def f(x):',
        `    return ${python}`,
        '',
        'print("nudge       up    down")',
        [`for h in [${tenths(h).map(formatRepr).join(', ')}]:`, 'h'],
        [`    up = (f(${x} + h) - f(${x})) / h`, 'slope'],
        `    down = (f(${x} - h) - f(${x})) / -h`,
        '    print(f"{h:<6g}  {up:.4f}  {down:.4f}")',
      ];
    },
  },
  predict: askForTangent,
});
