import { expect, test } from 'vitest';
import { twoVectors } from '../../src/explorables/two-vectors.ts';
import { outputOf } from './output-of.ts';

const { state } = twoVectors.initial;
const scene = twoVectors.scene(state);

test('the arrows at first have the dot product and the angle that the example prints', () => {
  const [dot, sum, angle] = outputOf('guide/01-refresher', 'two-arrows').trim().split('\n');
  const shown = scene.view(0).readouts.map(({ value }) => value);
  expect([`dot product ${shown[0]}`, `angle ${shown[1]?.replace('°', '')} degrees`]).toEqual([dot, angle]);
  expect(sum?.match(/\d\.\d?/g)?.map(Number)).toEqual(shown[2]?.match(/\d(?:\.\d)?/g)?.map(Number));
});

test('the sign of the dot product tells on which side of a right angle the arrows are', () => {
  const sentences = (
    [
      [2, 1],
      [-1, 2],
      [-2, 0],
    ] as const
  ).map((b) => twoVectors.scene({ a: [2, 1], b }).view(0).sentence);
  expect(sentences[0]).toContain('it is positive');
  expect(sentences[1]).toContain('right angle');
  expect(sentences[2]).toContain('it is negative');
});

test('both right angles are right guesses, and nothing of the dot product is to be seen before', () => {
  const ahead = (Math.atan2(1, 2) * 180) / Math.PI;
  expect([ahead + 90, ahead - 90, ahead + 86, ahead].map((guess) => scene.prediction?.judge(guess).right)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const asked = scene.view(0, { guess: 0 });
  expect(JSON.stringify([asked.sentence, asked.equation, asked.readouts])).not.toMatch(/3\.5|29\.7/);
});

test('an arrow of no length has no angle, and is not asked for', () => {
  expect(twoVectors.scene({ a: [0, 0], b: [1, 1] }).prediction).toBeUndefined();
});
