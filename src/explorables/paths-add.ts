import { pathsTrack, sumTrack, twoPaths } from '../figures/explorable/two-paths.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { orZero } from '../numeric/or-zero.ts';
import { said, timesAsFar } from './format/show-number.ts';
import { inParentheses, plain } from './format/tex-number.ts';
import { numberControl, type StateOf } from './kit/control.ts';
import { defineExplorable } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { term, unknown } from './kit/term.ts';

const grid = { range: [-3, 3], step: 0.1 } as const;

const controls = {
  y: numberControl({ label: 'input *y*', initial: 3, ...grid }),
  k: numberControl({ label: 'factor *k*', initial: 2, ...grid }),
  x: numberControl({ label: 'input *x*', initial: 2, ...grid }),
  nudge: numberControl({ label: 'nudge of *x*', initial: 0.1, range: [0.1, 1], step: 0.1 }),
};

type State = StateOf<typeof controls>;

function follow({ x, y, k, nudge }: State) {
  const output = (at: number) => orZero(at * y + k * at, [at * y, k * at]);
  const rate = orZero(y + k, [y, k]);
  // Adding 0 leaves no negative zero.
  return { u: x * y + 0, v: k * x + 0, before: output(x), after: output(x + nudge), rate, moved: nudge * rate + 0 };
}

type Paths = ReturnType<typeof follow>;

function equation({ rate, moved }: Paths, { y, k, nudge }: State, asking: boolean): string {
  const [a, b, d, sum, far] = [y, k, nudge, rate, moved].map((value) => plain(value)) as Texts;
  const added = relate(sum, shownValue(a) + shownValue(b));
  const times = relate(far, shownValue(d) * shownValue(sum));
  return String.raw`\begin{aligned}
    \text{rate} &= ${term('u', inParentheses(a))} \cdot 1 + ${term('v', inParentheses(b))} \cdot 1 ${asking ? '=' : added} ${term('rate', asking ? unknown : sum)} \\
    \text{moved} &= ${d} \cdot ${asking ? unknown : inParentheses(sum)} ${asking ? '=' : times} ${asking ? unknown : far}
  \end{aligned}`;
}

type Texts = [string, string, string, string, string];

/** A sum of rates beside each of them. */
function compared(sum: number, rates: readonly number[]): string {
  const sizes = rates.map(Math.abs);
  const [size, least, most] = [Math.abs(sum), Math.min(...sizes), Math.max(...sizes)];
  if (size === most) return 'as much as one of them alone';
  if (size > most) return 'larger in size than either';
  return size < least ? 'smaller in size than either' : 'smaller in size than one of them';
}

function sentence({ rate, moved }: Paths, { y, k, nudge }: State, asking: boolean): string {
  const here = `Through x · y the rate is ${said(y)}, and through k · x it is ${said(k)}`;
  if (asking) return `${here}.`;
  return `${here}; they add up to ${said(rate)}, ${compared(rate, [y, k])}, so a nudge of x by ${said(nudge)} moves the output by ${said(moved)}.`;
}

/** Two paths from one input to the output: rates multiply along each, and add up where the paths meet. */
export const pathsAdd = defineExplorable({
  id: 'paths-add',
  title: 'Two paths to one output',
  controls,
  model: follow,
  view: ({ model, state, asking }) => {
    const { x, y, k } = state;
    const { u, v, before, rate, moved } = model;
    const says = sentence(model, state, asking);
    return {
      figures: [
        twoPaths(
          {
            values: { x: said(x), y: said(y), u: said(u), v: said(v), out: said(before) },
            edges: { u: said(y), v: said(k) },
            rates: { u: y, v: k },
            open: !asking,
          },
          { title: 'The graph of x · y + k · x, and its rates', description: says },
        ),
      ],
      handles: asking
        ? []
        : [
            { control: 'y', at: [y, pathsTrack], read: ([place]) => place },
            { control: 'k', at: [y + k, pathsTrack], read: ([place]) => place - y },
          ],
      equation: equation(model, state, asking),
      readouts: [
        { label: 'through', symbol: '*x* · *y*', value: said(y), term: 'u' },
        { label: 'through', symbol: '*k* · *x*', value: said(k), term: 'v' },
        { label: 'rate of the output', value: asking ? '?' : said(rate), term: 'rate' },
        { label: 'the output moves by', value: asking ? '?' : said(moved) },
      ],
      sentence: says,
    };
  },
  ledger: ({ u, v, before, after, moved }, { x, y, k, nudge }) => ({
    caption: 'The values before and after the nudge',
    columns: [{ label: 'value' }, { label: 'before' }, { label: 'after' }, { label: 'moved by' }],
    length: 4,
    row: (i) => {
      const rows = [
        ['x', x, x + nudge, nudge],
        ['x · y', u, (x + nudge) * y + 0, nudge * y + 0],
        ['k · x', v, k * (x + nudge) + 0, k * nudge + 0],
        ['sum', before, after, moved],
      ] as const;
      const [name, ...numbers] = rows[i] ?? rows[0];
      return [name, ...numbers.map((value) => said(value))];
    },
  }),
  python: {
    example: 'paths-add',
    code: ({ x, y, k, nudge }) => [
      `x, y, k = ${[x, y, k].map((value) => formatRepr(value)).join(', ')}`,
      `nudge = ${formatRepr(nudge)}`,
      '',
      'def output(x):',
      ['    u = x * y', 'u'],
      ['    v = k * x', 'v'],
      '    return u + v',
      '',
      ['through_u, through_v = y * 1, k * 1', 'u'],
      ['print(f"rate {through_u + through_v:.2f}")', 'rate'],
      'moved = output(x + nudge) - output(x)',
      'print(f"moved {moved:.2f}")',
    ],
  },
  predict: ({ rate }, { y, k }) => ({
    ask: `Along one path the rates are ${said(y)} and 1, along the other ${said(k)} and 1. If x is nudged, how many times as far does the output move?`,
    guess: numberControl({
      label: 'times as far',
      initial: Math.abs(rate) <= 0.3 ? 3 : 0,
      range: [-6, 6],
      step: 0.1,
    }),
    truth: { setting: rate },
    handle: (guess) => ({ at: [Number(guess), sumTrack], read: ([place]) => place }),
    judge: (guess) => ({
      right: Math.abs(Number(guess) - rate) <= 0.15,
      says: `You said ${said(Number(guess))}; it is ${said(rate)}.`,
    }),
    answer: `${timesAsFar(rate, 'It does not move')}. Along each path the rates multiply, and where the paths meet they add up, since a nudge of x takes both paths. ${said(y)} and ${said(k)} together are ${said(rate)}.`,
    reveal: {},
  }),
});
