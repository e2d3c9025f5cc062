import { expect, test } from 'vitest';
import type { State } from '../../../src/explorables/kit/control.ts';
import { regression } from '../../../src/explorables/regression/regression.ts';
import { outputOf } from '../output-of.ts';

const page = 'guide/06-linear-regression';
const initial = regression.initial.state;
const project: State = { ...initial, data: 'project', line: [0, 0], rate: 0.05 };
const minus = (text: string | undefined) => (text ?? '').replace('−', '-');

test('the first step has the loss and both slopes that the lesson measures', () => {
  const { readouts } = regression.scene(initial).view(0);
  const [, loss, alongM, alongB] = readouts.map(({ value }) => minus(value));
  expect(outputOf(page, 'three-points')).toContain(`mean of the squares: ${Number(loss).toFixed(2)}\n`);
  expect(outputOf(page, 'three-votes')).toContain(`measured ${alongM}  ${alongB}\n`);
});

test('the training of the project has every digit that the lesson prints', () => {
  const { ledger } = regression.scene(project);
  const printed = outputOf(page, 'step-5-descent').trimEnd().split('\n').slice(1);
  for (const line of printed) {
    const [epoch, ...numbers] = line.trim().split(/ +/);
    expect(ledger?.row(Number(epoch)).slice(0, 4).map(minus)).toEqual([epoch, ...numbers]);
  }
  expect(printed.length).toBe(10);
});

test('the third point, three lower, moves the lowest point by −3/2 and +2, as the normal equations say exactly', () => {
  const prediction = regression.scene(initial).prediction;
  expect(prediction?.reveal.state?.['points']).toEqual([
    [1, 4],
    [2, 3],
    [3, 6],
  ]);
  expect(prediction?.answer).toContain('To m = 1.00, b = 2.33.');
  expect(prediction?.judge([1, 7 / 3]).right).toBe(true);
  expect(prediction?.judge([1, -1.67]).right).toBe(false);
  expect(regression.scene({ ...initial, rate: 0.18 }).prediction?.answer).toContain('m becomes smaller by 1.50');
});

test('in the project m is the first to arrive', () => {
  expect(regression.scene(project).prediction?.judge('m').right).toBe(true);
  expect(regression.scene(project).prediction?.judge('b').right).toBe(false);
});

test.each([
  // The border is 2 / 6.199 = 0.323, from the curvatures that the lesson prints.
  { rate: 0.31, diverges: false },
  { rate: 0.33, diverges: true },
])('with the rate $rate the training of the project diverges: $diverges', ({ rate, diverges }) => {
  const { view, lastStep } = regression.scene({ ...project, rate });
  expect(/rate is too large/.test(view(lastStep).note ?? '')).toBe(diverges);
});

test('a training that is gone is stopped, and says so with its number', () => {
  const { view, lastStep } = regression.scene({ ...initial, rate: 0.5 });
  expect(lastStep).toBeLessThan(20);
  expect(view(lastStep).note).toMatch(/^Diverged.+after \d+ steps the loss is \d\.\d\s×\s10/);
});

test('three points above one another have no best line, and this is said', () => {
  const points = [
    [2, 1],
    [2, 5],
    [2, 9],
  ] as const;
  expect(regression.scene({ ...initial, points }).view(0).note).toContain('no single lowest point');
});

test('while the question is open, nothing gives the answer', () => {
  const asked = regression.scene(initial).view(0, { guess: [2.5, 0.33] });
  expect(JSON.stringify([asked.sentence, asked.equation, asked.readouts])).not.toContain('2.33');
});
