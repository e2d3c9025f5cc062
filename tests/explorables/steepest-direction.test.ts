import { expect, test } from 'vitest';
import { steepestDirection } from '../../src/explorables/steepest-direction.ts';
import { outputOf } from './output-of.ts';

const { state } = steepestDirection.initial;
const scene = steepestDirection.scene(state);
const plain = (text = '') => text.replace('−', '-');
const valuesOf = (view: ReturnType<typeof scene.view>) => view.readouts.map(({ value }) => plain(value));

test('the arrow at first is the one of its example, every digit', () => {
  const [, measured, product] = valuesOf(scene.view(0));
  const [, second] = outputOf('guide/03-gradients', 'one-direction').trimEnd().split('\n');
  expect(`measured ${measured}, g . u ${product}`).toBe(second);
});

test('the directions of the compass have the rates that the lesson measures', () => {
  const [, ...printed] = outputOf('guide/03-gradients', 'compass').trimEnd().split('\n');
  printed.forEach((line, index) => {
    const [name, , rate] = line.trim().split(/\s+/);
    const row = scene.ledger?.row(index) ?? [];
    expect([row[0], plain(row[1])]).toEqual([`${name}, ${index * 45}°`, rate]);
  });
});

test('the steepest direction is the gradient, and its rate the length, as the lesson prints it', () => {
  const [first] = outputOf('guide/03-gradients', 'turn-round').split('\n');
  expect(`length of the gradient: ${valuesOf(scene.view(0))[3]}`).toBe(first);
  const { sentence } = scene.view(0);
  expect(sentence).toContain(
    `the steepest direction is at ${((Math.atan2(12, 2) * 180) / Math.PI).toFixed(1)} degrees`,
  );
});

test('across the gradient the ground is level, and against it as steep down as it is up along it', () => {
  const rateAt = (angle: number) => valuesOf(steepestDirection.scene({ f: 'saddle', at: [1, 0], angle }).view(0))[2];
  expect([0, 90, 180, -90].map(rateAt)).toEqual(['2.0000', '0.0000', '-2.0000', '0.0000']);
});

test('where the gradient is zero, no direction is said to be the steepest', () => {
  const level = steepestDirection.scene({ ...state, at: [0, 0] });
  expect(level.view(0).note).toMatch(/^The gradient is zero here/);
  expect(level.prediction).toBeUndefined();
  expect(level.view(0).sentence).not.toContain('steepest');
});

test('while the question is open, neither the peak nor the length is to be seen', () => {
  const asked = scene.view(0, { guess: 30 });
  expect(JSON.stringify([asked.sentence, asked.equation, asked.readouts])).not.toMatch(/12\.17|12\.166|80\.5/);
  expect(scene.view(0).sentence).toContain('12.17');
});

test('the arrow is judged by its angle to the gradient', () => {
  expect([80, 83, 90, -100].map((guess) => scene.prediction?.judge(guess).right)).toEqual([true, true, false, false]);
});
