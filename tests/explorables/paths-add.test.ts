import { expect, test } from 'vitest';
import { pathsAdd } from '../../src/explorables/paths-add.ts';
import { outputOf } from './output-of.ts';

const { state } = pathsAdd.initial;
const sceneOf = (other: object) => pathsAdd.scene({ ...state, ...other });

test('the rates at first add up to what the example prints', () => {
  const [, , rate, moved] = sceneOf({})
    .view(0)
    .readouts.map(({ value }) => Number(value));
  expect(outputOf('guide/04-chain-rule', 'paths-add').trim().split('\n')).toEqual([
    `rate ${rate?.toFixed(2)}`,
    `moved ${moved?.toFixed(2)}`,
  ]);
});

test('x·y + x moves four times as far as x at (2, 3)', () => {
  expect(sceneOf({ k: 1 }).prediction?.answer).toMatch(/^4 times as far\. /);
});

test('two rates that cancel leave the output where it is', () => {
  const { view, prediction } = sceneOf({ y: 0.3, k: -0.3 });
  expect(view(0).sentence).toContain(
    'they add up to 0, smaller in size than either, so a nudge of x by 0.1 moves the output by 0.',
  );
  expect(prediction?.judge(0).right).toBe(true);
});

test('while the question is open the sum is not to be seen', () => {
  const { readouts, sentence, handles } = sceneOf({}).view(0, {});
  expect(readouts.slice(2).map(({ value }) => value)).toEqual(['?', '?']);
  expect(sentence).not.toMatch(/add up/);
  expect(handles).toEqual([]);
});
