import type { Setting } from './control.ts';
import type { Prediction } from './explorable.ts';

/** The judgment of a guess. */
export interface Verdict {
  /** `undefined` if there was no guess: then nothing is right or wrong. */
  readonly right: boolean | undefined;
  readonly says: string;
}

/** Judges a guess; without one, the result says so and does not contain the answer. */
export function judgeGuess({ judge }: Prediction, guess: Setting | undefined): Verdict {
  if (guess === undefined)
    return { right: undefined, says: 'You have not made a guess yet. Make one, or open the answer.' };
  return judge(guess);
}
