import { expect, test } from 'vitest';
import { lossDial } from '../../src/explorables/loss-dial.ts';
import { outputOf } from './output-of.ts';

const plain = (text = '') => text.replace('−', '-');
const valuesOf = (w: number) =>
  lossDial
    .scene({ w })
    .view(0)
    .readouts.map(({ value }) => plain(value));

test('the dial at first shows the loss and the slope that its example prints', () => {
  const [loss, slope] = valuesOf(1);
  expect(`loss ${loss}, slope ${slope}`).toBe(outputOf('guide/00-start', 'one-dial').trim());
});

test('the losses are those that the lesson prints for four weights', () => {
  const printed = outputOf('guide/00-start', 'loss').trim().split('\n');
  expect([0, 1, 2, 3].map((w) => valuesOf(w)[0])).toEqual(printed.map((line) => line.split(/\s+/).at(-1)));
});

test('at the bottom, 1.99, the slope is exactly 0, and there is nothing to ask', () => {
  expect(valuesOf(1.99)[1]).toBe('0.000');
  expect(lossDial.scene({ w: 1.99 }).prediction).toBeUndefined();
  expect(lossDial.scene({ w: 1.99 }).view(0).sentence).toContain('this is the bottom');
});

test('while the question is open the slope is not to be seen', () => {
  const asked = lossDial.scene({ w: 1 }).view(0, { guess: '' });
  expect(JSON.stringify([asked.sentence, asked.readouts])).not.toContain('14.85');
});
