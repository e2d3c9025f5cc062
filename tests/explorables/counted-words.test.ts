import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explorables } from '../../src/explorables/explorables.ts';
import type { State } from '../../src/explorables/kit/control.ts';
import { arbitrarySetting, arbitraryState } from './arbitrary-state.ts';
import { saidTexts } from './claims/said-texts.ts';

const all = await Promise.all(Object.values(explorables).map((load) => load()));

/** A plural beside 1, “the last 1 epoch”, which is the last epoch, and “each” of one epoch. */
const miscounted =
  /\b(?:(?:There|They) are 1 |last 1 \w|first 1 \w|1 epoch of \d+ steps? each)|(?<![\d.,−⁻]|\d\sof )\b1 (?:steps|epochs|layers|turns|points|halvings|times as|parameters|batches)\b/;

describe.each(all)('$id', (explorable) => {
  const { controls, initial } = explorable;
  // Where something is counted, it is often 1 at an end of a control.
  const ends = Object.entries(controls).flatMap(([key, control]): State[] =>
    control.kind === 'number' ? [...control.range, 1].map((value) => ({ ...initial.state, [key]: value })) : [],
  );
  const states = [...ends, ...fc.sample(arbitraryState(controls), { numRuns: 12, seed: 1 })];

  it('has no plural for one', () => {
    const faults = states.flatMap((state) => {
      const { lastStep } = explorable.scene(state);
      const parts = [0, 1, ...(lastStep > 1 ? [1 / lastStep] : [])];
      const guesses = ({ prediction }: ReturnType<typeof explorable.scene>) =>
        prediction ? [prediction.guess.initial, ...fc.sample(arbitrarySetting(prediction.guess), 2)] : [];
      return saidTexts(explorable, state, { parts, guesses }).flatMap(
        ({ text }) => text.match(miscounted)?.input ?? [],
      );
    });
    expect([...new Set(faults)]).toEqual([]);
  });
});
