import { expect, test } from 'vitest';
import { explorables } from '../../../src/explorables/explorables.ts';
import { judgeGuess } from '../../../src/explorables/kit/judge-guess.ts';

const all = await Promise.all(Object.values(explorables).map((load) => load()));

test.each(all)('$id gives no verdict without a guess, and does not reveal the answer', ({ scene, initial }) => {
  const { prediction } = scene(initial.state);
  if (prediction === undefined) throw new Error('there is no question');
  const { right, says } = judgeGuess(prediction, undefined);
  expect(right).toBeUndefined();
  expect(says).not.toMatch(/\d|You (?:turned|said|put)|Not quite|Right/);
  expect(judgeGuess(prediction, prediction.guess.initial).right).toBe(false);
});
