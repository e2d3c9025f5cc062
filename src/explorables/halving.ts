import { at } from '../core/at.ts';
import { halvedInterval, intervalTrack } from '../figures/explorable/halved-interval.ts';
import { halveInterval } from '../numeric/descent/halve-interval.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { showNumber } from './format/show-number.ts';
import { inParentheses, texNumber } from './format/tex-number.ts';
import { choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { defineExplorable } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { term } from './kit/term.ts';

const controls = {
  low: numberControl({ label: 'left end', initial: -1, range: [-1.9, 1], step: 0.1 }),
  high: numberControl({ label: 'right end', initial: 4, range: [1.5, 4], step: 0.1 }),
};

type State = StateOf<typeof controls>;

const value = (x: number) => (x - 1.3) ** 2 + 1;
/** At the bottom, which is 1.3, a float can leave its last bits. */
const slope = (x: number) => (Math.abs(2 * x - 2.6) < 1e-12 ? 0 : 2 * x - 2.6);

const halve = ({ low, high }: State) => halveInterval(slope, [low, high], 10);

type Halves = ReturnType<typeof halve>;

/** The decimals of places: enough to tell the ends of an interval from its middle. */
const decimalsOf = ({ low, high }: State) => (high - low < 0.002 ? 4 : 3);

/** Which half holds the bottom, by the sign of the slope at the middle. */
const keptOf = (s: number) => (s < 0 ? 'right' : 'left');

function equation(halves: Halves, step: number): string {
  const { low, high, middle, slope: rise } = at(halves, step);
  const decimals = decimalsOf({ low, high });
  const [a, b, m] = [low, high, middle].map((one) => texNumber(one, decimals)) as [string, string, string];
  const s = texNumber(rise, 3);
  const half = relate(m, (shownValue(a) + shownValue(b)) / 2);
  const sign = relate(s, 2 * shownValue(m) - 2.6);
  return String.raw`\begin{aligned}
    \text{middle} &= \frac{${term('low', inParentheses(a))} + ${term('high', b)}}{2} ${half} ${term('middle', m)} \\
    \text{slope} &= 2 \cdot ${inParentheses(m)} - 2.6 ${sign} ${term('slope', s)}
  \end{aligned}`;
}

function sentence(halves: Halves, step: number, asking: boolean): string {
  const { low, high, middle, slope: rise } = at(halves, step);
  const [a, b, m] = [low, high, middle].map((one) => showNumber(one, decimalsOf({ low, high })));
  const here = `After ${step} ${step === 1 ? 'halving' : 'halvings'} the bottom lies between ${a} and ${b}; at the middle, ${m}, the slope is ${showNumber(rise, 3)}`;
  if (asking) return `${here}.`;
  return rise === 0
    ? `${here}, so the middle is the bottom.`
    : `${here}, so the ${keptOf(rise)} half keeps the bottom.`;
}

/** The lowest point of a curve, found from the sign of its slope: each look at the middle leaves half of the interval. */
export const halving = defineExplorable({
  id: 'halving',
  title: 'The bottom from the sign of the slope',
  controls,
  model: halve,
  run: { lastStep: (halves) => halves.length - 1, initial: 3 },
  view: ({ model, state, step, asking }) => {
    const { low, high, middle, slope: rise } = at(model, step);
    const says = sentence(model, step, asking);
    const half = rise < 0 ? ([middle, high] as const) : ([low, middle] as const);
    return {
      figures: [
        halvedInterval(
          { value, low, high, middle, slope: rise, kept: asking || rise === 0 ? undefined : half },
          { title: 'A curve, and an interval that holds its lowest point', description: says },
        ),
      ],
      handles: (['low', 'high'] as const).map((control) => ({
        control,
        at: [state[control], intervalTrack] as const,
        read: ([x]: readonly [number, number]) => x,
      })),
      equation: equation(model, step),
      readouts: [
        { label: 'from', value: showNumber(low, decimalsOf({ low, high })), term: 'low' },
        { label: 'to', value: showNumber(high, decimalsOf({ low, high })), term: 'high' },
        { label: 'width', value: showNumber(high - low, 4) },
        { label: 'slope at the middle', value: showNumber(rise, 3), term: 'slope' },
      ],
      sentence: says,
      now: 'slope',
    };
  },
  ledger: (halves) => ({
    caption: 'The intervals, step by step',
    columns: [
      { label: 'step' },
      { label: 'from', term: 'low' },
      { label: 'to', term: 'high' },
      { label: 'width' },
      { label: 'slope at the middle', term: 'slope' },
    ],
    length: halves.length,
    row: (step) => {
      const { low, high, slope: rise } = at(halves, step);
      const [from, to] = [low, high].map((end) => showNumber(end, decimalsOf({ low, high }))) as [string, string];
      return [String(step), from, to, showNumber(high - low, 4), showNumber(rise, 3)];
    },
  }),
  python: {
    example: 'halving',
    code: ({ low, high }, step) => {
      const decimals = decimalsOf(at(halve({ low, high }), step));
      return [
        'def slope(x):',
        '    return 2 * x - 2.6',
        '',
        `low, high = ${formatRepr(low)}, ${formatRepr(high)}`,
        `for step in range(${step}):`,
        ['    middle = (low + high) / 2', 'middle'],
        ['    print(f"at {middle:.3f} the slope is {slope(middle):.3f}")', 'slope'],
        '    if slope(middle) < 0:',
        ['        low = middle', 'low'],
        '    else:',
        ['        high = middle', 'high'],
        '',
        `print(f"the bottom is between {low:.${decimals}f} and {high:.${decimals}f}")`,
      ];
    },
  },
  predict: (halves) => {
    if (halves.length < 5) return undefined;
    const { low, high, middle, slope: rise } = at(halves, 3);
    const truth = keptOf(rise);
    const [sign, goes] = rise < 0 ? ['negative', 'still falls'] : ['positive', 'rises'];
    const says = `The slope at the middle is ${sign}: the curve ${goes} there, so the bottom lies to the ${truth} of it.`;
    return {
      ask: `The bottom lies between ${showNumber(low, 3)} and ${showNumber(high, 3)}. At the middle, ${showNumber(middle, 3)}, the slope is ${showNumber(rise, 3)}. Which half keeps the bottom?`,
      guess: choiceControl({
        label: 'half that is kept',
        initial: truth === 'left' ? 'right' : 'left',
        options: { left: 'the left half', right: 'the right half' },
      }),
      marks: (guess) => {
        // From the middle to the side on which the bottom is: the halves themselves are too narrow to compare.
        const end = middle + (guess === 'left' ? -1.2 : 1.2);
        return [{ at: [middle, end].map((x) => [x, 0] as const) }];
      },
      truth: { setting: truth },
      judge: (guess) => ({ right: guess === truth, says: `It is the ${truth} half.` }),
      answer: `The ${truth} half. ${says} What the slope measures does not matter here, only its sign.`,
      reveal: { step: 4 },
    };
  },
});
