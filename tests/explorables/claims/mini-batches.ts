import { at } from '../../../src/core/at.ts';
import { regressionData } from '../../../src/figures/parts/regression-data.ts';
import { defineClaims } from './claim.ts';

interface State {
  readonly batch: number;
  readonly schedule: string;
  readonly seed: number;
}

const count = 50;

/** The slopes along m of the single points at m = b = 0, and how far they lie apart. */
const spread = (() => {
  const { x, y } = regressionData();
  const votes = x.map((value, i) => -2 * at(y, i) * value);
  const mean = votes.reduce((sum, vote) => sum + vote, 0) / count;
  return Math.sqrt(votes.reduce((sum, vote) => sum + (vote - mean) ** 2, 0) / count);
})();

/** The spread of a batch's mean: drawn with repetition, and dealt without, which the finite population makes smaller. */
const drawn = (batch: number) => spread / Math.sqrt(batch);
const dealt = (batch: number) => drawn(batch) * Math.sqrt((count - batch) / (count - 1));

const rates: Record<string, (epoch: number) => number> = {
  constant: () => 0.05,
  halved: (epoch) => 0.05 * 0.5 ** Math.floor(epoch / 50),
  hasty: (epoch) => 0.05 * 0.5 ** Math.floor(epoch / 5),
  decaying: (epoch) => 0.05 / (1 + 0.05 * epoch),
};

interface Facts {
  readonly batch: number;
}

export const miniBatches = defineClaims<State, Facts>({
  facts: ({ batch }) => ({ batch: Math.round(batch) }),
  claims: {
    'After # ⟨epoch|epochs⟩ of # ⟨step|steps⟩⟨ each|⟩ the line is at m = #, b = #; the rate is #': ({
      facts,
      state,
      step,
      lastStep,
      numbers,
      words,
    }) =>
      at(numbers, 0).value === step &&
      (at(words, 2) === '') === (step === 1) &&
      at(numbers, 1).value === Math.ceil(count / facts.batch) &&
      at(numbers, 4).is(rates[state.schedule]?.(Math.min(step, lastStep - 1)) ?? Number.NaN),
    // How far m wanders is compared with NumPy by `prove`.
    'm wanders by # over the last # epochs.': ({ step, numbers }) =>
      step > 1 && at(numbers, 1).value === Math.min(step, 20) && at(numbers, 0).value >= 0,
    'm wanders by # over the last epoch.': ({ step, numbers }) => step === 1 && at(numbers, 0).value >= 0,
    'nothing yet': ({ step }) => step === 0,
    'Every batch has all 50 points, so its slope has no noise, whatever the order.': ({ facts }) =>
      facts.batch === count && dealt(facts.batch) === 0,
    '50 is not a multiple of #: the last batch of every epoch has only # ⟨point|points⟩, so on average its step is the noisiest.':
      ({ facts, numbers }) => {
        const rest = count % facts.batch;
        return (
          at(numbers, 0).value === facts.batch &&
          at(numbers, 1).value === rest &&
          rest > 0 &&
          dealt(rest) > dealt(facts.batch)
        );
      },
    'At the start, the slope that a batch of # measures, drawn with repetition, is off by about #. With four times as many points in a batch: how much is left of this spread?':
      ({ facts, numbers }) => at(numbers, 0).value === facts.batch && at(numbers, 1).is(drawn(facts.batch)),
    'It falls from # to #.': ({ facts, numbers, guess, right }) =>
      at(numbers, 0).is(drawn(facts.batch)) &&
      at(numbers, 1).is(drawn(4 * facts.batch)) &&
      right === (guess === 'half'),
    'A half: # instead of #.': ({ facts, numbers }) =>
      at(numbers, 0).is(drawn(4 * facts.batch)) && at(numbers, 1).is(drawn(facts.batch)),
    'The errors of the single points partly cancel in a mean, but only partly: the spread goes with one over the square root of the size. Four times the work buys half the noise.':
      ({ facts }) => Math.abs(drawn(4 * facts.batch) / drawn(facts.batch) - 0.5) < 1e-12,
    'The training deals its points without repetition, and that leaves #: less, and nothing at all when a batch has all 50.':
      ({ facts, numbers }) =>
        at(numbers, 0).is(dealt(4 * facts.batch)) &&
        dealt(4 * facts.batch) < drawn(4 * facts.batch) &&
        dealt(count) === 0,
    'The slopes along m that 60 batches measure at the start': () => true,
    'The loss above the least possible, epoch by epoch, and the rate: ⟨halved every 50 epochs|halved every 5 epochs|0.05 always|.*⟩':
      ({ state, words }) =>
        at(words, 0) ===
        {
          constant: '0.05 always',
          halved: 'halved every 50 epochs',
          hasty: 'halved every 5 epochs',
          decaying: '0.05 / (1 + epoch / 20)',
        }[state.schedule],
    '⟨spread, drawn with repetition|spread, dealt as in the training|loss above the least|loss above the least, by epoch|rate|m wanders by|slopes of 60 batches at .*⟩':
      () => true,
  },
  also: [{ batch: 1 }, { batch: 12 }, { batch: 50 }, { batch: 49 }],
});
