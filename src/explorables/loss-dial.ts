import { at } from '../core/at.ts';
import { dialEnd, dialFit } from '../figures/explorable/dial-fit.ts';
import { formatRepr } from '../numeric/format/format-repr.ts';
import { proportionalLoss } from '../numeric/regression/proportional-loss.ts';
import { showNumber } from './format/show-number.ts';
import { inParentheses, texNumber } from './format/tex-number.ts';
import { choiceControl, numberControl, type StateOf } from './kit/control.ts';
import { defineExplorable } from './kit/explorable.ts';
import { relate, shownValue } from './kit/relate.ts';
import { overTwoLines, term } from './kit/term.ts';

const kilograms = [1, 2, 3, 4] as const;
const prices = [2.1, 3.9, 6.2, 7.8] as const;

const controls = {
  w: numberControl({ label: 'weight *w*', initial: 1, range: [0, 3], step: 0.01 }),
};

type State = StateOf<typeof controls>;

const fit = ({ w }: State) => ({ w, ...proportionalLoss(kilograms, prices, w) });

type Fit = ReturnType<typeof fit>;

function equation({ errors, loss }: Fit): string {
  const shown = errors.map((error) => texNumber(error, 2));
  const result = texNumber(loss, 4);
  const given = shown.reduce((sum, error) => sum + shownValue(error) ** 2, 0) / 4;
  const squares = shown.map((error, i) => term(`e${i + 1}`, `${inParentheses(error)}^2`));
  const sum = overTwoLines(squares.slice(0, 2).join(' + '), `+ ${squares.slice(2).join(' + ')}`);
  return String.raw`\text{loss} = \frac{${sum}}{4} ${relate(result, given)} ${term('loss', result)}`;
}

const direction = (slope: number) => (slope < 0 ? 'a larger w' : 'a smaller w');

function tooLow(count: number): string {
  if (count === 4) return 'All four predictions are too low.';
  if (count === 0) return 'None of the four predictions is too low.';
  if (count === 1) return 'One of the four predictions is too low.';
  return `${count === 2 ? 'Two' : 'Three'} of the four predictions are too low.`;
}

function sentence({ w, errors, loss, slope }: Fit, asking: boolean): string {
  const shown = errors.map((error) => showNumber(error, 2));
  const here = `With w = ${showNumber(w, 2)} the four errors are ${shown.slice(0, 3).join(', ')} and ${shown[3]} euros, and the loss, the mean of their squares, is ${showNumber(loss, 4)}`;
  if (asking) return `${here}.`;
  if (slope === 0) return `${here}; its slope is 0, so this is the bottom.`;
  return `${here}; its slope is ${showNumber(slope, 3)}, so ${direction(slope)} makes it smaller at first.`;
}

/** A dial that learns: turn the one weight of a model, and see which way its loss falls. */
export const lossDial = defineExplorable({
  id: 'loss-dial',
  title: 'One dial, four errors',
  controls,
  model: fit,
  view: ({ model, asking }) => {
    const { w, errors, loss, slope } = model;
    const says = sentence(model, asking);
    const turn = asking ? undefined : slope === 0 ? 0 : slope < 0 ? 1 : -1;
    return {
      figures: [
        dialFit(
          {
            points: kilograms.map((x, i) => [x, at(prices, i)] as const),
            w,
            loss,
            lossText: showNumber(loss, 2),
            turn,
          },
          { title: 'Four parcels, a line of prices, and its loss as a column', description: says },
        ),
      ],
      handles: [{ control: 'w', at: [dialEnd, w * dialEnd], read: ([, y]) => y / dialEnd }],
      equation: equation(model),
      readouts: [
        { label: 'loss', value: showNumber(loss, 4), term: 'loss' },
        { label: 'slope of the loss', value: asking ? '?' : showNumber(slope, 3), term: 'slope' },
        { label: 'largest error', value: showNumber(Math.max(...errors.map(Math.abs)), 2) },
      ],
      sentence: says,
    };
  },
  ledger: ({ w, errors }) => ({
    caption: 'The four parcels',
    columns: [{ label: 'kilograms' }, { label: 'price' }, { label: 'predicted', term: 'w' }, { label: 'error' }],
    length: kilograms.length,
    row: (i) => [
      String(at(kilograms, i)),
      showNumber(at(prices, i), 2),
      showNumber(w * at(kilograms, i), 2),
      showNumber(at(errors, i), 2),
    ],
  }),
  python: {
    example: 'one-dial',
    code: ({ w }) => [
      'kgs = [1.0, 2.0, 3.0, 4.0]',
      'prices = [2.1, 3.9, 6.2, 7.8]',
      '',
      'def loss(w):',
      '    squares = [(w * kg - price) ** 2',
      '               for kg, price in zip(kgs, prices)]',
      ['    return sum(squares) / len(squares)', 'loss'],
      '',
      [`w = ${formatRepr(w)}`, 'w'],
      ['slope = (loss(w + 0.001) - loss(w - 0.001)) / 0.002', 'slope'],
      ['print(f"loss {loss(w):.4f}, slope {slope:.3f}")', 'loss'],
    ],
  },
  predict: ({ w, errors, slope }) => {
    if (slope === 0) return undefined;
    const truth = slope < 0 ? 'up' : 'down';
    const low = errors.filter((error) => error < 0).length;
    return {
      ask: `The line predicts ${showNumber(w, 2)} euros for each kilogram. Which way must w turn for the loss to fall?`,
      guess: choiceControl({
        label: 'turn *w*',
        initial: slope < 0 ? 'down' : 'up',
        options: { up: 'up: a larger w', down: 'down: a smaller w' },
      }),
      marks: (guess) => {
        const turned = Math.min(Math.max(w + (guess === 'up' ? 0.7 : -0.7), 0), 3);
        return [
          {
            at: [
              [0, 0],
              [dialEnd, turned * dialEnd],
            ],
          },
        ];
      },
      truth: { setting: truth },
      judge: (guess) => ({
        right: guess === truth,
        says: `The slope of the loss is ${showNumber(slope, 3)}, so ${direction(slope)} makes it smaller at first.`,
      }),
      answer: `${truth === 'up' ? 'Up' : 'Down'}. ${tooLow(low)} The slope of the loss is ${showNumber(slope, 3)}: where it is negative, a larger w makes the loss smaller, and where it is positive, a smaller one does.`,
      reveal: {},
    };
  },
});
