import type { Point } from '../core/point.ts';
import { errorAgainstStep } from '../figures/explorable/error-against-step.ts';
import { spaced } from '../figures/parts/curve.ts';
import { centralDifference } from '../numeric/derivatives/central-difference.ts';
import { forwardDifference } from '../numeric/derivatives/forward-difference.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { cube, exponential, sine } from '../numeric/functions/functions-of-one.ts';
import { showScientific } from './format/show-number.ts';
import { texScientific } from './format/tex-number.ts';
import { choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { defineExplorable } from './kit/explorable.ts';
import { term, unknown } from './kit/term.ts';

/** From 1 to 2, as the Python beside it writes them: where rounding is all there is, another last bit is another error. */
const between1And2 = Array.from({ length: 51 }, (_, i) => 1 + i / 50);

/** Functions with the places where a slope is measured: of several, the worst counts, so that none is lucky. */
const functions = {
  cube: { ...cube, third: () => 6, slope: '3 * x * x', places: between1And2 },
  sine: { ...sine, third: (x: number) => -Math.cos(x), slope: 'math.cos(x)', places: [1] },
  exponential: { ...exponential, third: Math.exp, slope: 'math.exp(x)', places: [1] },
} as const;

const methods = {
  forward: { measure: forwardDifference, python: '(f(x + h) - f(x)) / h', falls: 'a thousand' },
  central: { measure: centralDifference, python: '(f(x + h) - f(x - h)) / (2 * h)', falls: 'a million' },
} as const;

const controls = {
  method: choiceControl({
    label: 'difference',
    initial: 'central',
    options: { forward: 'forward', central: 'central' },
  }),
  h: numberControl({ label: 'step *h*', initial: 1e-5, range: [1e-12, 0.1], step: 'log' }),
  f: choiceControl({
    label: 'slope of',
    initial: 'cube',
    options: { cube: 'x³, worst of 51 points', sine: 'sin x at 1', exponential: 'eˣ at 1' },
  }),
};

type State = StateOf<typeof controls>;
type Method = keyof typeof methods;

/** The distance from 1 to the next float. */
const epsilon = 2 ** -52;

function measureErrors({ f, method, h }: State) {
  const { value, derivative, secondDerivative, third, places } = functions[f];
  const worst = (of: (x: number) => number) => Math.max(...places.map((x) => Math.abs(of(x))));
  const error = (by: Method, step: number) => worst((x) => methods[by].measure(value, x, step) - derivative(x));
  const [second, bend, size] = [worst(secondDerivative), worst(third), worst(value)];
  const ofMethod = (step: number) => (method === 'forward' ? (step / 2) * second : ((step * step) / 6) * bend);
  const ofRounding = (step: number) => (epsilon * size) / step;
  return { h, error, now: error(method, h), smaller: h / 1000, ofMethod, ofRounding };
}

type Errors = ReturnType<typeof measureErrors>;

/** Where a step and its error lie in the picture; an error of exactly 0 lies far below it. */
const place = (h: number, error: number): Point => [Math.log10(h), Math.log10(Math.max(error, 1e-30))];

/** The errors over the whole range of steps, four to each power of ten; the smaller steps are hidden during the question. */
function curveOf({ error }: Errors, method: Method, least: number): Point[] {
  const exponents = spaced(-12, -1, 45).filter((exponent) => 10 ** exponent >= least * 0.999);
  return exponents.map((exponent) => place(10 ** exponent, error(method, 10 ** exponent)));
}

/** The step, among four to each power of ten, that has the least error. */
export function bestStep(f: State['f'], method: Method): { h: number; error: number } {
  const { error } = measureErrors({ f, method, h: 1 });
  const steps = spaced(-12, -1, 45).map((exponent) => ({ h: 10 ** exponent, error: error(method, 10 ** exponent) }));
  return steps.reduce((a, b) => (b.error < a.error ? b : a));
}

function equation({ h, now, ofMethod, ofRounding }: Errors, asking: boolean): string {
  const rounding = asking ? unknown : texScientific(ofRounding(h));
  return String.raw`\begin{aligned}
    \text{method} + \text{rounding} &\approx ${term('method', texScientific(ofMethod(h)))} + ${term('rounding', rounding)} \\
    \text{error, measured} &= ${term('error', texScientific(now))}
  \end{aligned}`;
}

function sentence({ h, now, ofMethod, ofRounding }: Errors, { method }: State, asking: boolean): string {
  const here = `With h = ${showScientific(h, 1)} the ${method} difference is wrong by ${showScientific(now)}`;
  return asking
    ? `${here}.`
    : `${here}; the method alone would be wrong by about ${showScientific(ofMethod(h))}, and rounding adds or takes away up to about ${showScientific(ofRounding(h))}.`;
}

/** A step to two digits, without a zero that says nothing: `1.5 × 10⁻³`, `1 × 10⁻⁵`. */
const stepText = (h: number) => showScientific(h, 1).replace('.0', '');
const short = (h: number) => Number(h.toPrecision(2));

/** The error of a difference quotient falls with the step only until rounding takes over. */
export const differenceError = defineExplorable({
  id: 'difference-error',
  title: 'How small should the nudge be?',
  controls,
  model: measureErrors,
  view: ({ model, state, asking, guess }) => {
    const { h, now, smaller, ofMethod, ofRounding } = model;
    const says = sentence(model, state, asking);
    const inPowers = (of: (step: number) => number) => (exponent: number) => Math.log10(of(10 ** exponent));
    const curves = (['forward', 'central'] as const).map((name) => ({
      name,
      places: curveOf(model, name, asking ? h : 0),
      chosen: name === state.method,
    }));
    const at = place(h, now);
    const spot = {
      at,
      method: inPowers(ofMethod),
      rounding: asking ? undefined : inPowers(ofRounding),
      guess: asking && guess !== undefined ? place(smaller, Number(guess)) : undefined,
    };
    return {
      figures: [
        errorAgainstStep(
          { key: `${state.f} ${state.method} ${asking ? h : ''}`, curves, now: spot },
          {
            title: 'Error of the forward and the central difference against the step',
            description: `Both axes count in powers of ten. ${says}`,
          },
        ),
      ],
      handles: [{ control: 'h', at, read: ([exponent]) => 10 ** exponent }],
      equation: equation(model, asking),
      readouts: [
        { label: 'step', symbol: '*h*', value: showScientific(h, 1) },
        { label: 'error', value: showScientific(now), term: 'error' },
        { label: 'of the method, about', value: showScientific(ofMethod(h)), term: 'method' },
        { label: 'of rounding, up to about', value: asking ? '?' : showScientific(ofRounding(h)), term: 'rounding' },
      ],
      sentence: says,
      ...(now === 0 && { note: 'The error is exactly 0: at a single point, rounding can be lucky.' }),
      standing: [
        { what: 'the error', figure: 'errors', places: [at] },
        ...(spot.guess ? [{ what: 'your guess', figure: 'errors', places: [spot.guess] }] : []),
      ],
      now: 'error',
    };
  },
  ledger: ({ error }) => ({
    caption: 'The errors, for steps ten times smaller each',
    columns: [{ label: '*h*' }, { label: 'forward' }, { label: 'central' }],
    length: 12,
    row: (index) => {
      const h = Number(`1e-${index + 1}`);
      return [showScientific(h), showScientific(error('forward', h)), showScientific(error('central', h))];
    },
  }),
  python: {
    example: 'one-error',
    code: ({ f, method, h }) => [
      ...(f === 'cube' ? [] : ['import math', '']),
      'def f(x):',
      `    return ${functions[f].python}`,
      '',
      'def slope(x):',
      `    return ${functions[f].slope}`,
      '',
      `h = ${formatRepr(h)}`,
      `points = ${f === 'cube' ? '[1 + i / 50 for i in range(51)]' : '[1.0]'}`,
      'errors = []',
      'for x in points:',
      `    measured = ${methods[method].python}`,
      ['    errors.append(abs(measured - slope(x)))', 'error'],
      '',
      'print(f"h = {h:.1e}  error {max(errors):.0e}")',
    ],
  },
  predict: ({ error, h, now, smaller, ofMethod, ofRounding }, { method, f }) => {
    // A step below the least has no place in the picture.
    if (short(smaller) < controls.h.range[0]) return undefined;
    const then = error(method, smaller);
    const [before, after] = [showScientific(now), showScientific(then)];
    const near = (guess: number) => Math.abs(Math.log10(guess / Math.max(then, 1e-30))) <= 0.75;
    // An error counts as larger or smaller only if the displayed digits differ.
    const compared = before === after ? 'about as before' : `which is ${then > now ? 'worse' : 'better'} than before`;
    const digits =
      ofRounding(smaller) > ofMethod(smaller)
        ? 'But a float keeps only 16 digits, and dividing by h makes their rounding a thousand times larger:'
        : 'Rounding grew a thousand times, because it is divided by h, but it counts for less than the method:';
    return {
      ask: `With h = ${stepText(h)} the ${method} difference is wrong by ${before}. How wrong is it with an h a thousand times smaller? Move the point up or down.`,
      guess: numberControl({ label: 'its error', initial: short(now), range: [1e-16, 1], step: 'log' }),
      handle: (guess) => ({ at: place(smaller, Number(guess)), read: ([, exponent]) => 10 ** exponent }),
      truth: { setting: Math.max(then, 1e-16) },
      judge: (guess) => ({
        right: near(Number(guess)),
        says: `You put it at ${showScientific(Number(guess))}; it is ${after}.`,
      }),
      answer: `By ${after}, ${compared}. The error of the method did become about ${methods[method].falls} times smaller: it would be near ${showScientific(ofMethod(smaller))}. ${digits} it is now up to about ${showScientific(ofRounding(smaller))}.`,
      reveal: { state: { method, f, h: short(smaller) } },
    };
  },
});
