import { at, last } from '../../core/at.ts';
import { chainPasses } from '../../figures/explorable/chain-passes.ts';
import { centralDifference } from '../../numeric/derivatives/central-difference.ts';
import { differentiateChain } from '../../numeric/derivatives/chain.ts';
import { formatRepr } from '../../numeric/format/format-repr.ts';
import { said, timesAsFar } from '../format/show-number.ts';
import { plain } from '../format/tex-number.ts';
import { numberControl } from '../kit/control.ts';
import { type CodeLine, defineExplorable } from '../kit/explorable.ts';
import { relate, shownValue } from '../kit/relate.ts';
import { term, unknown } from '../kit/term.ts';
import { controls, double, type State, type Step, stepsOf } from './chain-steps.ts';
import { gearCode, gearsOf, inTurns } from './turn-gears.ts';

function run(state: State) {
  const steps = stepsOf(state);
  const passes = differentiateChain(steps, state.x);
  const whole = (x: number) => last(differentiateChain(steps, x).values);
  return { steps, ...passes, last: 2 * steps.length, measured: centralDifference(whole, state.x) };
}

type Run = ReturnType<typeof run>;

const nameOf = ({ name }: Pick<Step, 'name'>) => name.replaceAll('*', '');

/** The values and rates that are computed after some steps: forward to the output, then back to the input. */
function known({ steps, values, locals, derivatives }: Run, step: number) {
  const count = steps.length;
  const upTo = (all: readonly number[], first: (i: number) => boolean) =>
    all.map((value, i) => (first(i) ? value : undefined));
  return {
    values: upTo(values, (i) => i <= step),
    slopes: upTo(locals, (i) => i >= 2 * count - step),
    rates: upTo(derivatives, (i) => step >= count && i >= 2 * count - step),
  };
}

function equation(model: Run, step: number): string {
  const { values, slopes, rates } = known(model, step);
  const tex = (value: number | undefined) => (value === undefined ? unknown : `{${plain(value)}}`);
  const factor = (value: number | undefined) => (value !== undefined && value < 0 ? `(${tex(value)})` : tex(value));
  const forward = values.map((value, i) => term(`v${i}`, tex(value))).join(' \\to ');
  const backward = slopes.map((slope, i) => term(`s${i}`, factor(slope))).reverse();
  const product = slopes.reduce<number>(
    (so, slope) => so * (slope === undefined ? Number.NaN : shownValue(plain(slope))),
    1,
  );
  const sign = rates[0] === undefined ? '=' : relate(plain(rates[0]), product);
  return String.raw`\begin{aligned}
    \text{values:} \quad & ${forward} \\
    \text{rate:} \quad & ${backward.join(' \\cdot ')} ${sign} ${term('rate', tex(rates[0]))}
  \end{aligned}`;
}

/** How far the output moves, by a rate: a rate of 0 says what happens to first order, and no more. */
function moves(rate: number, what: string): string {
  if (rate === 0) return `to first order the output does not move with ${what}`;
  if (rate === 1) return `the output moves just as far as ${what}`;
  return `the output moves ${said(rate)} times as far as ${what}`;
}

function sentence({ steps, values, locals, derivatives, last }: Run, step: number): string {
  const count = steps.length;
  const show = (all: readonly number[], i: number) => said(at(all, i));
  if (step === 0) return `The input is ${show(values, 0)}, and nothing is computed yet.`;
  const name = nameOf(steps[step <= count ? step - 1 : last - step] ?? { name: '' });
  if (step <= count)
    return `Step ${step} of ${last}, forward: ${name} takes ${show(values, step - 1)} and returns ${show(values, step)}.`;
  const i = last - step;
  const received = `${name} received ${show(values, i)}, where its slope is ${show(locals, i)}`;
  const far = moves(at(derivatives, i), i === 0 ? 'the input' : 'that value');
  return `Step ${step} of ${last}, backward: ${received}, so ${far}.`;
}

const zeroRate =
  'One slope is 0, so the rate is 0: to first order a small change of the input does not reach the output. What is left of it is of second order, as small as its square.';

/** Rates multiply along a chain: values go forward, rates come back, and gears show it in brass. */
export const chainRule = defineExplorable({
  id: 'chain-rule',
  title: 'Rates multiply along a chain',
  controls,
  model: run,
  run: { lastStep: ({ last }) => last, initial: 0 },
  view: ({ model, state, step: at, asking }) => {
    const step = asking ? 0 : at;
    const says = sentence(model, step);
    const { values, slopes, rates } = known(model, step);
    const text = (all: readonly (number | undefined)[]) =>
      all.map((value) => (value === undefined ? undefined : said(value)));
    const words = { title: 'Values forwards and rates backwards through a chain', description: says };
    const graph = chainPasses(
      { names: model.steps.map(({ name }) => name), values: text(values), slopes: text(slopes), rates: text(rates) },
      words,
    );
    const train = state.chain === 'gears' ? gearsOf(model, state, asking) : undefined;
    return {
      figures: train ? [train.figure, graph] : [graph],
      handles: train ? [train.handle] : [],
      equation: equation(model, step),
      readouts: [
        { label: 'input', value: said(state.x), term: 'v0' },
        { label: 'output', value: text(values).at(-1) ?? '?' },
        { label: 'rate, by the chain', value: text(rates)[0] ?? '?', term: 'rate' },
        { label: 'rate, measured', value: rates[0] === undefined ? '?' : said(model.measured) },
      ],
      sentence: says,
      ...(rates[0] === 0 && { note: zeroRate }),
      now: step <= model.steps.length ? 'forward' : 'backward',
    };
  },
  ledger: ({ steps, values, locals, derivatives, last }) => ({
    caption: 'Both passes, step by step',
    columns: [{ label: 'step' }, { label: 'pass' }, { label: 'slope' }, { label: 'value or rate' }],
    length: last + 1,
    row: (step) => {
      const count = steps.length;
      if (step <= count)
        return [String(step), step === 0 ? 'input' : nameOf(steps[step - 1] ?? double), '–', said(at(values, step))];
      const i = last - step;
      return [String(step), `back: ${nameOf(steps[i] ?? double)}`, said(at(locals, i)), said(at(derivatives, i))];
    },
  }),
  python: {
    example: 'backward-pass',
    code: (state) => (state.chain === 'gears' ? gearCode(state) : chainCode(state)),
  },
  predict: (model, { chain, x }) => {
    const { steps, values, locals, derivatives } = model;
    const turns = chain === 'gears';
    const truth = turns ? last(values) : at(derivatives, 0);
    const range = Math.max(20, 20 * Math.ceil(Math.abs(truth) / 10));
    const through = steps.map(
      (step, i) => `${nameOf(step)} received ${said(at(values, i))} and has the slope ${said(at(locals, i))} there`,
    );
    const factors = turns ? [x, ...locals] : [...locals].reverse();
    const shown = factors.map((value) => said(value));
    const product = `${shown.map((text) => (text.startsWith('−') ? `(${text})` : text)).join(' · ')} ${shownProduct(factors, truth) === '=' ? '=' : '≈'} ${said(truth)}`;
    return {
      ask: turns
        ? `For one turn of the first gear the second makes ${said(at(locals, 0))}, and for one turn of the second the third makes ${said(at(locals, 1))}. You turn the first by ${inTurns(x)}. How many turns does the third make?`
        : `The input ${said(x)} goes through ${steps.map(nameOf).join(', ')}. If it is nudged a little, how many times as far does the output move?`,
      guess: numberControl({
        label: turns ? 'turns' : 'times as far',
        initial: 0,
        range: truth < 0 ? [-range, 0] : [0, range],
        step: 0.5,
      }),
      // A bar between the two rows, as long as the guess is large.
      marks: (guess) => {
        const end = (steps.length * Math.abs(Number(guess))) / range;
        return [
          {
            figure: 'graph',
            at: [
              [0, 0],
              [end, 0],
            ],
            says: said(Number(guess)),
          },
        ];
      },
      truth: { setting: truth },
      judge: (guess) => ({
        right: Math.abs(Number(guess) - truth) <= 0.5 + 0.025 * Math.abs(truth),
        says: `You said ${said(Number(guess))}; it is ${said(truth)}.`,
      }),
      answer: turns
        ? `It makes ${inTurns(truth)}. Every turn of the first is ${said(at(locals, 0))} of the second, and each of those is ${said(at(locals, 1))} of the third, so the ratios multiply and do not add up: ${product}. (Neighbours turn in opposite directions; ${x < 0 ? 'here the minus only says that the first is turned back' : 'here turns are counted, whichever way'}.)`
        : `${timesAsFar(truth, 'To first order it does not move')}. The slopes multiply, each taken at the value that its function received: ${through.join('; ')}. So the rate is ${product}.`,
      reveal: { step: model.last },
    };
  },
});

/** The relation sign between a product of numbers as shown and its result as shown. */
function shownProduct(factors: readonly number[], result: number): '=' | '\\approx' {
  return relate(
    plain(result),
    factors.reduce((product, factor) => product * shownValue(plain(factor)), 1),
  );
}

function chainCode(state: State): CodeLine[] {
  const pairs = stepsOf(state).map(({ python }) => python);
  return [
    ...(pairs.some(([, pair]) => pair.includes('math.')) ? ['import math', ''] : []),
    'def backpropagate(steps, x):',
    '    """All values of a chain, and the output\'s rate for each."""',
    '    values = [x]',
    '    for function, _ in steps:',
    ['        values.append(function(values[-1]))', 'forward'],
    '',
    '    rates = [1.0]',
    '    for i in reversed(range(len(steps))):',
    '        _, slope = steps[i]',
    ['        rates.append(rates[-1] * slope(values[i]))', 'backward'],
    '    return values, rates[::-1]',
    '',
    ...pairs.map(([name, pair]) => `${name} = ${pair}`),
    '',
    `steps = [${pairs.map(([name]) => name).join(', ')}]`,
    `values, rates = backpropagate(steps, ${formatRepr(state.x)})`,
    'print("values", values)',
    'print("rates ", rates)',
  ];
}
