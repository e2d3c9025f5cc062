import { at } from '../core/at.ts';
import { besideRate, neuronTracks, trackHeights } from '../figures/explorable/neuron-tracks.ts';
import { neuronRates } from '../numeric/derivatives/neuron-rates.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { said, showNumber } from './format/show-number.ts';
import { inParentheses, plain, texNumber } from './format/tex-number.ts';
import { choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { type CodeLine, defineExplorable } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { powerRoom, term, unknown } from './kit/term.ts';

const grid = { range: [-2, 2], step: 0.1 } as const;

const controls = {
  w1: numberControl({ label: 'weight *w*₁', initial: -0.4, ...grid }),
  w2: numberControl({ label: 'weight *w*₂', initial: 0.5, ...grid }),
  b: numberControl({ label: 'bias *b*', initial: 0.3, ...grid }),
  x1: numberControl({ label: 'input *x*₁', initial: 0.5, ...grid }),
  x2: numberControl({ label: 'input *x*₂', initial: -1.8, ...grid }),
};

type State = StateOf<typeof controls>;

const target = 0.6;

function run({ w1, w2, b, x1, x2 }: State) {
  const { rates, ...pass } = neuronRates({ inputs: [x1, x2], weights: [w1, w2], bias: b, target });
  return {
    ...pass,
    /** The factor of each parameter: the inputs, and the 1 of the bias. */
    inputs: [x1, x2, 1],
    rates: [...rates, pass.rateAtSum],
  };
}

type Pass = ReturnType<typeof run>;

const names = ['w1', 'w2', 'b'] as const;
/** The same in a sentence. */
const named = { w1: 'w₁', w2: 'w₂', b: 'b' } as const;
const spokenNames = ['*w*₁', '*w*₂', '*b*'] as const;

const largest = ({ inputs }: Pass) => Math.max(...inputs.map(Math.abs));
/** The parameters whose input is the largest in size: usually one. */
const mostOf = (pass: Pass) => names.filter((_, i) => Math.abs(at(pass.inputs, i)) === largest(pass));

function reason(pass: Pass): string {
  const sizes = pass.inputs.map((x) => said(Math.abs(x)));
  return `the sizes of these factors are ${sizes[0]}, ${sizes[1]} and 1, and ${said(largest(pass))} is the largest`;
}

/** The end of a row: with the usual distance, seven of them would be too high. */
const below = String.raw`\\[-0.15em]`;

function equation(pass: Pass, state: State, asking: boolean): string {
  const [w1, w2, b, x1, x2] = [state.w1, state.w2, state.b, state.x1, state.x2].map((one) => plain(one)) as Texts;
  const [z, a, slope, rate] = [pass.sum, pass.answer, pass.slope, pass.rateAtSum].map((one) =>
    texNumber(one, 4),
  ) as Texts;
  const [wx1, wx2, bias] = [w1, w2, b].map(inParentheses) as Texts;
  const sum = shownValue(w1) * shownValue(x1) + shownValue(w2) * shownValue(x2) + shownValue(b);
  const product = 2 * (shownValue(a) - target) * shownValue(slope);
  const row = (i: number, x: string) => {
    const result = texNumber(at(pass.rates, i), 4);
    const given = relate(result, shownValue(rate) * shownValue(x));
    const made = `${inParentheses(rate)} \\cdot ${inParentheses(x)} ${given} ${term(`r${i + 1}`, result)}`;
    return String.raw`${powerRoom}\text{for } w_${i + 1} &= ${asking ? term(`r${i + 1}`, unknown) : made}`;
  };
  return String.raw`\begin{aligned}
    ${powerRoom}z &= ${term('p1', wx1)} \cdot ${inParentheses(x1)} + ${term('p2', wx2)} \cdot ${inParentheses(x2)} + ${term('p3', bias)} ${below}
    ${powerRoom}&${relate(z, sum)} ${z} ${below}
    ${powerRoom}a &= \tanh(${z}) ${relate(a, Math.tanh(shownValue(z)))} ${term('a', a)} ${below}
    ${powerRoom}\text{rate at } z &= 2 \cdot ${term('e', `(${a} - ${target})`)} \cdot ${slope} ${below}
    ${powerRoom}&${relate(rate, product)} ${rate} ${below}
    ${row(0, x1)} ${below}
    ${row(1, x2)}
  \end{aligned}`;
}

type Texts = [string, string, string, string, string];

const listed = (words: readonly string[]) =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ');

function sentence(pass: Pass, asking: boolean): string {
  if (pass.error === 0) return 'The neuron answers 0.6, the target: its loss and all its rates are 0.';
  const side = pass.error < 0 ? 'below' : 'above';
  const here = `The neuron answers ${showNumber(pass.answer, 4)}, ${side} the target 0.6; the loss is ${showNumber(pass.loss, 4)}`;
  if (asking) return `${here}.`;
  const [r1, r2, rb] = pass.rates.map((rate) => showNumber(rate, 4));
  return `${here}, with the rates ${r1}, ${r2} and ${rb} for w₁, w₂ and b, largest in size for ${listed(mostOf(pass).map((name) => named[name]))}.`;
}

/** A neuron and its backward rates: one rate at the sum, handed out to each weight in proportion to its input. */
export const neuron = defineExplorable({
  id: 'neuron',
  title: 'A neuron and its backward rates',
  controls,
  model: run,
  view: ({ model, state, asking }) => {
    const says = sentence(model, asking);
    const texts = model.rates.map((rate) => showNumber(rate, 4));
    return {
      figures: [
        neuronTracks(
          {
            parameters: names.map((name, i) => ({
              name: at(spokenNames, i),
              input: said(at(model.inputs, i)),
              value: state[name],
              rate: asking ? undefined : { value: at(model.rates, i), text: at(texts, i) },
            })),
            answer: model.answer,
            target,
          },
          { title: 'Two weights and a bias, and the answer that they give', description: says },
        ),
      ],
      handles: names.map((control, i) => ({
        control,
        at: [state[control], at(trackHeights, i)] as const,
        read: ([x]: readonly [number, number]) => x,
      })),
      equation: equation(model, state, asking),
      readouts: [
        { label: 'loss', value: showNumber(model.loss, 4), term: 'e' },
        ...spokenNames.map((name, i) => ({
          label: 'rate for',
          symbol: name,
          value: asking ? '?' : at(texts, i),
          term: `r${i + 1}`,
        })),
      ],
      sentence: says,
    };
  },
  ledger: ({ inputs, rates, rateAtSum }, state) => ({
    caption: 'The parameters and their rates',
    columns: [
      { label: 'parameter' },
      { label: 'value' },
      { label: 'rate at z' },
      { label: 'input' },
      { label: 'rate' },
    ],
    length: names.length,
    row: (i) => {
      const name = at(names, i);
      const shown = [rateAtSum, at(inputs, i), at(rates, i)].map((one) => showNumber(one, 4));
      return [name, showNumber(state[name], 2), ...shown];
    },
  }),
  python: { example: 'neuron-rates', code: codeOf },
  predict: (pass, { x1, x2 }) => {
    const [truth, ...others] = mostOf(pass);
    if (truth === undefined || others.length > 0 || pass.error === 0) return undefined;
    return {
      ask: `The inputs are ${said(x1)} and ${said(x2)}. To which of w₁, w₂ and b does the loss respond most?`,
      guess: choiceControl({
        label: 'it responds most to',
        initial: truth === 'w1' ? 'w2' : 'w1',
        options: { w1: 'the weight *w*₁', w2: 'the weight *w*₂', b: 'the bias *b*' },
      }),
      marks: (guess) => [{ at: [[besideRate, at(trackHeights, names.indexOf(guess as typeof truth))]] }],
      truth: { setting: truth },
      judge: (guess) => ({ right: guess === truth, says: `It is ${named[truth]}.` }),
      answer: `To ${named[truth]}. One rate arrives at z and is used for all three: times the input for a weight, and times 1 for the bias. Here ${reason(pass)}.`,
      reveal: {},
    };
  },
});

function codeOf({ w1, w2, b, x1, x2 }: State): CodeLine[] {
  return [
    'import math',
    '',
    `x1, x2, y = ${formatRepr(x1)}, ${formatRepr(x2)}, 0.6`,
    `w1, w2, b = ${[w1, w2, b].map((one) => formatRepr(one)).join(', ')}`,
    'z = w1 * x1 + w2 * x2 + b',
    ['a = math.tanh(z)', 'a'],
    ['print(f"loss {(a - y) ** 2:.4f}")', 'e'],
    'rate_z = 2 * (a - y) * (1 - a * a)',
    ['print(f"rate for w1 {rate_z * x1:.4f}")', 'r1'],
    ['print(f"rate for w2 {rate_z * x2:.4f}")', 'r2'],
    ['print(f"rate for b {rate_z:.4f}")', 'r3'],
  ];
}
