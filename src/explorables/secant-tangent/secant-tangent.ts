import type { Point } from '../../core/point.ts';
import { secantLine } from '../../figures/explorable/secant-line.ts';
import type { Side } from '../../numeric/derivatives/one-sided-slopes.ts';
import { formatRepr } from '../../numeric/format/format-repr.ts';
import { showNumber, showOrNone as shown } from '../format/show-number.ts';
import { inParentheses, texNumber } from '../format/tex-number.ts';
import { formulaProblem, readFormula } from '../formula/formula.ts';
import { formulaControl, numberControl } from '../kit/control.ts';
import { defineExplorable } from '../kit/explorable.ts';
import { relate, shownValue } from '../kit/relate.ts';
import { spoken } from '../kit/spoken-setting.ts';
import { overTwoLines, term, unknown } from '../kit/term.ts';
import { askForTangent } from './ask-for-tangent.ts';
import { lastSecant, measureSecants, type Secants, tenths } from './measure-secants.ts';

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

/** Decimals enough for a quotient of two shown numbers to be right to four. */
const decimalsFor = (h: number) => (h >= 1 ? 4 : 5 + Math.ceil(-Math.log10(h)));
/** A nudge as it is, at most to six digits: a link can bring any. */
const short = (h: number) => Number(h.toPrecision(6));
const nudgeText = (h: number) => showNumber(h, decimalsOf(h));
const decimalsOf = (h: number) => Math.max(0, -Number(short(h).toExponential().split('e')[1]) + digitsOf(h) - 1);
const digitsOf = (h: number) =>
  short(h)
    .toExponential()
    .replace(/e.*|\D/g, '').length;

/** As high as a change of the height over its nudge, so that nothing moves where there is none. */
const emptyChange = String.raw`\frac{${overTwoLines('0\\termroom', '0\\termroom')}}{0\termroom}`;

/** Two lines: what is measured and what comes out, and what the rules of calculus say of the tangent. */
function equation({ formula, x, y, slope, exact }: Secants, h: number, asking: boolean): string {
  const [there, here] = [formula.value(x + h), y].map((value) => texNumber(value, decimalsFor(h))) as [string, string];
  const [nudge, result] = [texNumber(h, decimalsOf(h)), texNumber(slope(h), 4)];
  const rise = overTwoLines(term('rise', there), term('rise', `- ${inParentheses(here)}`));
  const change = String.raw`\frac{${rise}}{${term('h', nudge)}}`;
  const sign = relate(result, (shownValue(there) - shownValue(here)) / shownValue(nudge));
  const measured = Number.isFinite(formula.value(x + h) - y)
    ? `${change} ${sign} ${term('slope', result)}`
    : String.raw`\text{no value here} \vphantom{${emptyChange}}`;
  const value = Number.isFinite(exact) && Number.isFinite(y) ? texNumber(exact, 4) : String.raw`\text{no number}`;
  const tangent = asking ? unknown : `${formula.derivativeTex} = ${value}`;
  return String.raw`\begin{aligned}
    \frac{f(x {+} h) {-} f(x)}{h} &= ${measured} \\
    \text{by the rules} &= ${term('tangent', tangent)}
  \end{aligned}`;
}

function sentence({ x, slope, tangent, sides }: Secants, h: number, asking: boolean): string {
  const through = (nudge: number) => {
    const measured = slope(nudge);
    return Number.isFinite(measured) ? `has the slope ${showNumber(measured, 4)}` : 'has no slope';
  };
  const line = `At x = ${spoken({}, x)} the line through both points ${through(h)} with a nudge of ${nudgeText(h)}, and it ${through(-h)} with a nudge of −${nudgeText(h)}`;
  if (asking) return `${line}.`;
  if (Number.isFinite(tangent)) return `${line}; the tangent has the slope ${showNumber(tangent, 4)}.`;
  return `${line}; ${isUnclear(sides) ? 'whether the curve has a slope there, these nudges do not tell' : 'the curve has no slope there'}.`;
}

/** Whether one side is unclear, and the other one does not decide the matter. */
const isUnclear = (sides: Secants['sides']) =>
  sides?.some(({ kind }) => kind === 'unclear') === true &&
  !sides.some(({ kind }) => kind === 'unbounded' || kind === 'no value');

function note({ x, exact, sides, tangent }: Secants): string | undefined {
  const here = `x = ${spoken({}, x)}`;
  if (sides === undefined) return `The formula has no value at ${here}.`;
  if (isUnclear(sides) && !Number.isFinite(tangent))
    return `The nudges that are tried here do not tell whether the curve has a slope at ${here}.`;
  const [left, right] = sides;
  if (Number.isFinite(tangent))
    return Number.isFinite(exact)
      ? undefined
      : `The rules give no number at ${here}, but from both sides the slopes settle on ${showNumber(tangent, 2)}: that is the slope of the tangent.`;
  if (left.kind === 'settles' && right.kind === 'settles')
    return `There is no tangent at ${here}: from the left the slopes settle near ${showNumber(left.on, 2)}, from the right near ${showNumber(right.on, 2)}.`;
  if (left.kind === 'no value' && right.kind === 'no value')
    return `At ${here} the curve is a single point: it has no slope there.`;
  return `The curve has no slope at ${here}: ${fromSide(left, 'left')}; ${fromSide(right, 'right')}.`;
}

function fromSide(side: Side, name: 'left' | 'right'): string {
  switch (side.kind) {
    case 'no value':
      return `there is no value to the ${name}`;
    case 'settles':
      return `from the ${name} the slopes settle near ${showNumber(side.on, 2)}`;
    case 'unbounded':
      return `from the ${name} the slopes ${side.sign > 0 ? 'grow' : 'fall'} without bound`;
    case 'unclear':
      return `from the ${name} the slopes that are measured do not tell`;
  }
}

/** A line through two points of a curve turns into the tangent as the second point comes near the first. */
export const secantTangent = defineExplorable({
  id: 'secant-tangent',
  title: 'A line through two points becomes the tangent',
  controls,
  model: ({ f, x, h }) => measureSecants(f, x, h),
  run: { lastStep: () => lastSecant, initial: 0, speed: 20 },
  view: ({ model, step, state, asking, guess }) => {
    const { formula, x, y, view, slope, tangent } = model;
    const exact = Number.isFinite(y) ? model.exact : Number.NaN;
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
      tangent: asking ? undefined : tangent,
      guess: guess === undefined ? undefined : Number(guess),
    };
    // Later on the second point is where the run has brought it, and too near the first to be grasped.
    const second = { control: 'h', at: inView(nudged), read: ([to]: Point) => to - x };
    return {
      figures: [secantLine(lines, words)],
      handles: [{ control: 'x', at: inView([x, y]), read: ([to]) => to }, ...(step === 0 ? [second] : [])],
      // A point without a height is not in the picture, and the sentence says that it has none.
      standing: [
        { what: 'the point', figure: 'curve', places: [[x, y] as const].filter(([, at]) => Number.isFinite(at)) },
        { what: 'the second point', figure: 'curve', places: [nudged].filter(([, at]) => Number.isFinite(at)) },
      ],
      equation: equation(model, h, asking),
      readouts: [
        { label: 'nudge', symbol: '*h*', value: nudgeText(h), term: 'h' },
        { label: 'change of', symbol: '*f*', value: shown(nudged[1] - y), term: 'rise' },
        { label: 'slope, nudged up', value: shown(slope(h)), term: 'slope' },
        { label: 'slope, nudged down', value: shown(slope(-h)) },
        { label: 'slope, by the rules', value: asking ? '?' : shown(exact), term: 'tangent' },
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
      return [nudgeText(h), shown(slope(h)), shown(slope(-h))];
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
  predict: (model) =>
    Number.isFinite(model.tangent) && Number.isFinite(model.slope(model.nudges[0] ?? 1))
      ? askForTangent(model)
      : undefined,
});
