import { at, last } from '../core/at.ts';
import { productByLayer, productView } from '../figures/explorable/product-by-layer.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { hyperbolicTangent } from '../numeric/functions/elementary-functions.ts';
import { said, showNumber } from './format/show-number.ts';
import { plain, texNumber } from './format/tex-number.ts';
import { choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { type CodeLine, defineExplorable } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { powerRoom, term, unknown } from './kit/term.ts';

/** The slope of what bends the sum of a neuron, where it is taken. */
const bends = {
  none: { slope: 1, python: '1.0' },
  tanh: { slope: hyperbolicTangent.derivative(1), python: '(1 - math.tanh(1.0) ** 2)' },
  sigmoid: { slope: 0.25, python: '0.25' },
} as const;

const controls = {
  weight: numberControl({ label: 'weight', initial: 0.8, range: [0.5, 1.5], step: 0.05 }),
  depth: numberControl({ label: 'layers', initial: 20, range: [1, 50], step: 1 }),
  bend: choiceControl({
    label: 'slope of each layer',
    initial: 'none',
    options: { none: '1: no bend', tanh: '0.42: tanh at 1', sigmoid: '0.25: sigmoid at 0' },
  }),
};

type State = StateOf<typeof controls>;

function multiply({ weight, depth, bend }: State) {
  const { slope } = bends[bend];
  const factor = weight * slope;
  const rates = [1];
  for (let layer = 0; layer < Math.round(depth); layer++) rates.push(last(rates) * factor);
  return { slope, factor, rates, rate: last(rates), depth: Math.round(depth) };
}

type Chain = ReturnType<typeof multiply>;

const inLayers = (count: number) => `${count} ${count === 1 ? 'layer' : 'layers'}`;

function equation({ slope, factor, rate, depth }: Chain, { weight }: State, asking: boolean): string {
  const [w, s, f, left] = [plain(weight, 4), plain(slope, 4), plain(factor, 4), texNumber(rate, 4)] as const;
  const times = relate(f, shownValue(w) * shownValue(s));
  const power = relate(left, shownValue(f) ** depth);
  return String.raw`\begin{aligned}
    \text{factor} &= ${w} \cdot ${s} ${times} ${term('factor', f)} \\
    ${powerRoom}\text{rate} &= ${f}^{${depth}} ${asking ? '=' : power} ${term('rate', asking ? unknown : left)}
  \end{aligned}`;
}

/** The effect of a factor on what it multiplies. */
function effect(factor: number): string {
  if (factor === 1) return 'so it stays';
  return factor < 1 ? 'which is below 1, so it shrinks' : 'which is above 1, so it grows';
}

function sentence({ factor, rate, depth }: Chain, asking: boolean): string {
  const each = `each layer multiplies the rate by ${said(factor, 4)}`;
  if (asking) return `The rate goes back through ${inLayers(depth)}, and ${each}.`;
  return `After ${inLayers(depth)} a rate of 1 has become ${showNumber(rate, 4)}: ${each}, ${effect(factor)}.`;
}

/** A rate on its way back through many layers: a product of equal factors, which vanishes or explodes. */
export const deepChain = defineExplorable({
  id: 'deep-chain',
  title: 'A rate through many layers',
  controls,
  model: multiply,
  view: ({ model, state, asking }) => {
    const { factor, rates, rate, depth } = model;
    const says = sentence(model, asking);
    const powers = rates.map(Math.log10);
    const places = powers.map((power, layer) => [layer, power] as const);
    const [low, high] = productView.y;
    return {
      figures: [
        productByLayer(asking ? powers.slice(0, 2) : powers, {
          title: 'A rate by the layers that it has passed, in powers of ten',
          description: says,
        }),
      ],
      handles: asking
        ? []
        : [{ control: 'depth', at: [depth, Math.min(Math.max(last(powers), low), high)], read: ([place]) => place }],
      equation: equation(model, state, asking),
      readouts: [
        { label: 'factor of each layer', value: said(factor, 4), term: 'factor' },
        { label: 'layers', value: String(depth) },
        { label: 'rate that is left', value: asking ? '?' : showNumber(rate, 4), term: 'rate' },
      ],
      sentence: says,
      ...(asking ? {} : { standing: [{ what: 'the product', figure: 'products', places }] }),
    };
  },
  ledger: ({ rates }) => ({
    caption: 'The rate by the layers that it has passed',
    columns: [{ label: 'layers' }, { label: 'rate', term: 'rate' }],
    length: rates.length,
    row: (layer) => [String(layer), showNumber(at(rates, layer), 4)],
  }),
  python: { example: 'twenty-layers', code: codeOf },
  predict: ({ factor, rate, depth }) => {
    const [least, most] = [1e-6, 1e6];
    // A slider for powers of ten has an end.
    if (rate < least || rate > most || factor === 1) return undefined;
    const isRight = (guess: number) => Math.max(guess / rate, rate / guess) <= 2;
    return {
      ask: `A rate of 1 goes back through ${inLayers(depth)}, and each layer multiplies it by ${said(factor, 4)}. ${factor < 1 ? 'How much is left of it' : 'How large does it become'}, to within a factor of two?`,
      guess: numberControl({
        label: 'rate that is left',
        initial: isRight(1) ? 0.01 : 1,
        range: [least, most],
        step: 'log',
      }),
      truth: { setting: rate },
      handle: (guess) => ({ at: [depth, Math.log10(Number(guess))], read: ([, power]) => 10 ** power }),
      judge: (guess) => ({
        right: isRight(Number(guess)),
        says: `You said ${said(Number(guess), 6)}; it is ${showNumber(rate, 4)}.`,
      }),
      answer: `${factor < 1 ? `${showNumber(rate, 4)} is left` : `It becomes ${showNumber(rate, 4)}`}. The same factor again and again makes equal steps in powers of ten: each layer multiplies the rate by ${said(factor, 4)}, ${effect(factor)}.`,
      reveal: {},
    };
  },
});

function codeOf({ weight, depth, bend }: State): CodeLine[] {
  const { python } = bends[bend];
  return [
    ...(bend === 'tanh' ? ['import math', ''] : []),
    [`factor = ${formatRepr(weight)} * ${python}`, 'factor'],
    'rate = 1.0',
    `for layer in range(${Math.round(depth)}):`,
    ['    rate = rate * factor', 'rate'],
    'print(f"{rate:.4f} is left, which is {rate:.1e}")',
  ];
}
