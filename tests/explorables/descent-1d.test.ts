import { expect, test } from 'vitest';
import { descent1d } from '../../src/explorables/descent-1d.ts';
import { formatFixed } from '../../src/numeric/format/format-fixed.ts';
import { outputOf } from './output-of.ts';

const scene = descent1d.scene(descent1d.initial.state);
const minus = (text: string) => text.replace('−', '-');

test('the ledger has every digit that the example prints', () => {
  const printed = outputOf('guide/05-gradient-descent', 'three-steps').trimEnd().split('\n');
  const rows = [0, 1, 2].map((step) => {
    const [, x = '', slope = '', move = ''] = (scene.ledger?.row(step) ?? []).map(minus);
    return `x = ${x}  slope ${slope}  move ${move}`;
  });
  expect([...rows, `x = ${scene.view(3).readouts[0]?.value}`]).toEqual(printed);
});

test('on the parabola every step multiplies x by exactly 1 − 2 × rate, within rounding', () => {
  const { ledger, view } = descent1d.scene({ curve: 'square', start: -4, rate: 0.25 });
  for (const step of [0, 1, 2, 10]) {
    expect(minus(view(step).readouts[0]?.value ?? '')).toBe(formatFixed(-4 * 0.5 ** step, 3));
  }
  expect(ledger?.length).toBe(101);
});

test('the quartic walk of the lesson ends where algebra says, at the root of 1.5', () => {
  const { view, lastStep } = descent1d.scene({ curve: 'quartic', start: 3, rate: 0.01 });
  expect(view(lastStep).readouts[0]?.value).toBe(Math.sqrt(1.5).toFixed(3));
});

test('a walk that diverges stops at the step of the lesson’s table, and says so with its number', () => {
  const { view, lastStep } = descent1d.scene({ curve: 'quartic', start: 3, rate: 0.1 });
  expect(lastStep).toBe(4);
  expect(view(3).note).toBe('Outside the picture: the walk, the next place.');
  expect(view(4).note).toMatch(/^Diverged: after 4 steps x is 2\.4\s×\s10¹⁵/);
});

test('while the question is open, neither picture, equation, numbers nor sentence give the answer', () => {
  const [asked, answered] = [scene.view(3, {}), scene.view(3)];
  expect(answered.sentence).toContain('1.638');
  expect(JSON.stringify([asked.sentence, asked.equation, asked.readouts])).not.toMatch(/1\.638|0\.410/);
});

test('the question is judged by where the step lands', () => {
  expect(scene.prediction?.judge(1.65).right).toBe(true);
  expect(scene.prediction?.judge(2.45).right).toBe(false);
});
