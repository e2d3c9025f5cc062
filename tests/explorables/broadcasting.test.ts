import { expect, test } from 'vitest';
import { broadcasting } from '../../src/explorables/broadcasting.ts';
import { render, words } from '../figures/render.ts';
import { outputOf } from './output-of.ts';

const { initial } = broadcasting;
const viewOf = (other: object) => broadcasting.scene({ ...initial.state, ...other }).view(0);

test('the shapes at first are those that its example prints', () => {
  const lines = outputOf('guide/01-refresher', 'stretched').trim().split('\n');
  const [a, b, sum, mean] = viewOf({}).readouts.map(({ value }) => value);
  expect([lines[0], lines.at(-1)]).toEqual([`${a} ${b}`, `${sum} ${mean}`]);
});

test('the numbers in the grid of the sum are those that its example prints', () => {
  const printed = (outputOf('guide/01-refresher', 'stretched').match(/\d+/g) ?? []).map(Number);
  const drawn = words(render(viewOf({}).figures[0] ?? expect.fail('no figure')));
  // Two shapes before it, and two after it.
  expect(drawn.map(Number).filter(Number.isFinite).slice(-12)).toEqual(printed.slice(3, 15));
});

test('shapes that do not fit are an error, and there is no mean to choose', () => {
  const view = viewOf({ rows: 2, columns: 3, b: 'four' });
  expect(view.sentence).toContain('3 meets 4, and neither is 1');
  expect(broadcasting.controls['axis']?.matters?.({ rows: 2, columns: 3, b: 'four' })).toBe(false);
});

test('while the question is open the result is not to be seen', () => {
  const asked = broadcasting.scene(initial.state).view(0, { guess: '' });
  expect(JSON.stringify([asked.sentence, asked.equation, asked.readouts])).not.toMatch(/3, 4|3 & 4/);
  expect(words(render(asked.figures[0] ?? expect.fail('no figure')))).toContain('?');
});
