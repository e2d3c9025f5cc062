import { expect, test } from 'vitest';
import { residuals } from '../../src/explorables/residuals.ts';
import { measuredAt } from '../../src/numeric/regression/patterned-points.ts';
import { outputOf } from './output-of.ts';

const { state } = residuals.initial;
const sceneOf = (other: object) => residuals.scene({ ...state, ...other });

test('the residuals at first have the signs that the example prints', () => {
  const shown = sceneOf({})
    .view(0)
    .readouts.map(({ value }) => value.replace('−', '-'));
  const printed = outputOf('guide/07-what-the-run-found', 'residual-signs')
    .trim()
    .split('\n')
    .map((line) => line.split(' ').at(-1));
  expect(printed).toEqual(shown);
});

test('each pattern is found by its own sign, and a parabola takes the bend away', () => {
  const found = (other: object) => sceneOf(other).prediction?.answer.split(':')[0];
  expect(['a', 'b', 'c', 'd', 'e'].map((data) => found({ data }))).toEqual([
    'They show a curve',
    'They show no pattern',
    'They show one outlier',
    'They show a drift',
    'They show a funnel',
  ]);
  expect(found({ data: 'a', model: 'parabola' })).toBe('They show no pattern');
});

test('no place is measured twice, and a weak pattern is not asked for', () => {
  expect(new Set(measuredAt).size).toBe(24);
  expect(sceneOf({ strength: 0.9 }).prediction).toBeUndefined();
});

test('while the question is open no sign is to be seen', () => {
  const { readouts, sentence } = sceneOf({}).view(0, {});
  expect(readouts.map(({ value }) => value).slice(1)).toEqual(['?', '?', '?', '?']);
  expect(sentence).not.toMatch(/drift|made/);
});
