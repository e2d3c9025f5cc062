import type { Link } from '../../numeric/derivatives/chain.ts';
import { exponential, sine, square } from '../../numeric/functions/functions-of-one.ts';
import { choiceControl, numberControl, type StateOf } from '../kit/control.ts';

/** One function of a chain: its name in the picture, and its name and its pair of functions in Python. */
export interface Step extends Link {
  readonly name: string;
  readonly python: readonly [name: string, pair: string];
}

const times = (ratio: number, name: string, called: string): Step => ({
  name,
  value: (x) => ratio * x,
  derivative: () => ratio,
  python: [called, `(lambda x: ${ratio} * x, lambda x: ${ratio})`],
});
export const double = times(2, 'double', 'double');
const addThree: Step = {
  name: 'add 3',
  value: (x) => x + 3,
  derivative: () => 1,
  python: ['add_three', '(lambda x: x + 3, lambda x: 1)'],
};
const line: Step = {
  name: '3*u* + 1',
  value: (x) => 3 * x + 1,
  derivative: () => 3,
  python: ['line', '(lambda x: 3 * x + 1, lambda x: 3)'],
};
const squared: Step = { ...square, name: 'square', python: ['square', '(lambda x: x * x, lambda x: 2 * x)'] };
const sined: Step = { ...sine, name: 'sine', python: ['sine', '(math.sin, math.cos)'] };
const raised: Step = { ...exponential, name: 'exp', python: ['exponential', '(math.exp, math.exp)'] };

const chains = {
  steps: [double, addThree, squared],
  line: [line, squared],
  wave: [squared, sined],
  growth: [double, raised],
} as const;

/** Three gears in a row: each turns the next by a ratio. */
const gears = (second: number, third: number): readonly Step[] => [
  times(second, `× ${second}`, 'second'),
  times(third, `× ${third}`, 'third'),
];

const ratio = (label: string, initial: number) =>
  numberControl({ label, initial, range: [0.5, 4], step: 0.5, matters: ({ chain }) => chain === 'gears' });

/** The state that a reader sets. */
export const controls = {
  x: numberControl({ label: 'input *x*', initial: 1, range: [-3, 3], step: 0.05 }),
  chain: choiceControl({
    label: 'chain',
    initial: 'steps',
    options: { gears: 'gears', steps: '(2x + 3)²', line: '(3x + 1)²', wave: 'sin x²', growth: 'e²ˣ' },
  }),
  second: ratio('gear 2 per 1', 2),
  third: ratio('gear 3 per 2', 3),
};

export type State = StateOf<typeof controls>;

/** The functions of a state, in their order. */
export const stepsOf = ({ chain, second, third }: State) => (chain === 'gears' ? gears(second, third) : chains[chain]);
