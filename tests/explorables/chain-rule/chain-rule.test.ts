import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chainRule } from '../../../src/explorables/chain-rule/chain-rule.ts';
import { readLesson } from '../../../src/verify/read/read-lesson.ts';
import { outputOf } from '../output-of.ts';

const { state } = chainRule.initial;
const scene = chainRule.scene(state);
const minus = (text = '') => text.replace('−', '-');

test('both passes have the numbers that the example prints', () => {
  const rows = Array.from({ length: 7 }, (_, step) => Number(minus(scene.ledger?.row(step)[3])));
  const list = (numbers: number[]) => `[${numbers.map((value) => value.toFixed(1)).join(', ')}]`;
  const [values, rates] = [rows.slice(0, 4), [...rows.slice(4).reverse(), 1]];
  expect(`values ${list(values)}\nrates  ${list(rates)}\n`).toBe(outputOf('guide/04-chain-rule', 'backward-pass'));
});

test('the gears are the ones of their example, in numbers and in Python', () => {
  const gears = chainRule.scene({ ...state, chain: 'gears' });
  const [, second, third] = [0, 1, 2].map((step) => Number(gears.ledger?.row(step)[3]).toFixed(2));
  const [, , rate] = gears.view(4).readouts;
  expect(`second ${second} turns, third ${third} turns\nthird per first: ${Number(rate?.value).toFixed(2)}\n`).toBe(
    outputOf('guide/04-chain-rule', 'gears'),
  );
  const file = 'content/guide/04-chain-rule.mdx';
  const { examples } = readLesson(file, readFileSync(file, 'utf8')).extracted;
  const code = gears.code(0).map((line) => (typeof line === 'string' ? line : line[0]));
  expect(`${code.join('\n')}\n`).toBe(examples.find(({ id }) => id === 'gears')?.code.text);
});

test.each([
  ['steps', (x: number) => 4 * (2 * x + 3)],
  ['line', (x: number) => 6 * (3 * x + 1)],
  ['wave', (x: number) => Math.cos(x * x) * 2 * x],
  ['growth', (x: number) => 2 * Math.exp(2 * x)],
])('the rate of %s is the one that algebra gives, and the measured one', (chain, slope) => {
  for (const x of [-1.7, 0.35, 2]) {
    const { view, lastStep } = chainRule.scene({ ...state, chain, x });
    const [, , rate, measured] = view(lastStep).readouts;
    const exact = slope(x).toFixed(2);
    // Zeros at the end stay where the rate is rounded.
    const shown = Math.abs(Number(exact) - slope(x)) < 1e-9 ? String(Number(exact)) : exact;
    expect([rate?.value, measured?.value].map(minus)).toEqual([shown, shown]);
  }
});

test('values come forward, then rates backward, one a step', () => {
  const filled = (step: number) => (scene.view(step).equation.match(/\{\?\}/g) ?? []).length;
  expect([0, 1, 2, 3, 4, 5, 6].map(filled)).toEqual([7, 6, 5, 4, 3, 2, 0]);
});

test('while the question is open, the output and its rate are not to be seen', () => {
  for (const chain of ['steps', 'gears']) {
    const asked = chainRule.scene({ ...state, chain }).view(6, { guess: 3 });
    expect(asked.readouts.slice(1).map(({ value }) => value)).toEqual(['?', '?', '?']);
    expect([asked.sentence, asked.equation, asked.figures[0]?.description].join()).not.toMatch(/20|25|6 turns/);
  }
});

test('adding the ratios is wrong, multiplying them is right', () => {
  const { prediction } = chainRule.scene({ ...state, chain: 'gears' });
  expect([5, 6].map((guess) => prediction?.judge(guess).right)).toEqual([false, true]);
  expect([13, 20].map((guess) => scene.prediction?.judge(guess).right)).toEqual([false, true]);
});
