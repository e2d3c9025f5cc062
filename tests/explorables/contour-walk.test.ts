import { expect, test } from 'vitest';
import { contourWalk } from '../../src/explorables/contour-walk.ts';
import { outputOf } from './output-of.ts';

const { state } = contourWalk.initial;
const sceneOf = (other: object) => contourWalk.scene({ ...state, ...other });
const answerOf = (other: object) => sceneOf(other).prediction?.answer.split(':')[0];

test('the way at first has the heights and slopes that the example prints', () => {
  const { ledger, view } = sceneOf({});
  const [start, , , , end, atA, atB] = outputOf('guide/03-gradients', 'contour-walk').trim().split('\n');
  const shown = view(0).readouts.map(({ value }) => value.replace('−', '-'));
  expect([start, end].map((line) => line?.split(' ').at(-1))).toEqual(shown.slice(0, 2));
  expect([atA, atB]).toEqual([`slope at A: ${shown[2]}`, `slope at B: ${shown[3]}`]);
  expect(ledger?.row(2)[2]).toBe('1.92');
});

test('two ends of the same height say nothing of the way between them', () => {
  expect(answerOf({ from: [-2, 1], to: [2, 1] })).toBe('It goes down, then up');
  expect(answerOf({ from: [1, -2], to: [1, 2], f: 'saddle' })).toBe('It goes up, then down');
  expect(answerOf({ from: [-2, -2], to: [2, 2], f: 'saddle' })).toBe('It goes level all the way');
});

test('a way that begins on level ground climbs all the way', () => {
  expect(answerOf({ from: [0, 0], to: [2, 1] })).toBe('It goes up all the way');
  expect(answerOf({ from: [2, 1], to: [0, 0] })).toBe('It goes down all the way');
});

test('a way of no length is not asked for', () => {
  const { prediction, view } = sceneOf({ from: [1, 1], to: [1, 1] });
  expect(prediction).toBeUndefined();
  expect(
    view(0)
      .readouts.slice(2)
      .map(({ value }) => value),
  ).toEqual(['none', 'none']);
});
