import { expect, test } from 'vitest';
import { showSmall } from '../../src/explorables/format/show-number.ts';
import { saddle } from '../../src/explorables/saddle.ts';
import { outputOf } from './output-of.ts';

const page = 'guide/05-gradient-descent';
const { state } = saddle.initial;
const scene = saddle.scene(state);
const leavesAt = (offset: number, ridge = false) =>
  saddle
    .scene({ offset: Math.log10(offset), ridge, rate: 0.1 })
    .view(0)
    .readouts.at(-1)?.value;

test('the ledger has every digit that the example prints', () => {
  const rows = outputOf(page, 'saddle').trimEnd().split('\n').slice(1);
  expect(rows.length).toBe(9);
  for (const row of rows) {
    const [step, ...printed] = row.trim().split(/ +/).map(Number);
    expect(scene.ledger?.row(Number(step)).slice(1)).toEqual(printed.map(showSmall));
  }
});

test('offsets leave at the steps of the oracle and of the lesson’s table', () => {
  const rows = outputOf(page, 'saddle-offsets').trimEnd().split('\n');
  const printed = rows.map((row) => row.split(': ').at(-1));
  expect([1e-3, 1e-6, 1e-9].map((offset) => leavesAt(offset))).toEqual(
    printed.slice(0, 3).map((step) => `step ${step}`),
  );
  expect([leavesAt(1e-3), leavesAt(1e-6)]).toEqual(['step 38', 'step 76']);
  expect([leavesAt(1e-6, true), printed[3]]).toEqual(['never', 'not in 1000']);
});

test('it leaves at the first step at which the offset times 1.2 to that power is above 1', () => {
  for (const offset of [1e-12, 3.7e-8, 0.05]) {
    expect(leavesAt(offset)).toBe(`step ${Math.ceil(-Math.log(offset) / Math.log(1.2))}`);
  }
});

test('exactly on the ridge it stays, and says why', () => {
  const stays = saddle.scene({ ...state, ridge: true });
  expect(stays.view(stays.lastStep).note).toContain('0 times 1.2 is 0');
  const rests = saddle.scene({ ...state, ridge: true, rate: 0.5 });
  expect([rests.lastStep, rests.view(1).note]).toEqual([1, expect.stringContaining('rests on the saddle')]);
});

test('a rate that diverges along x is said to do so', () => {
  expect(saddle.scene({ ...state, rate: 1.1 }).view(5).note).toContain('does not approach');
});

test('while the question is open, nothing that is seen tells when it leaves', () => {
  const { figures: _, ...asked } = scene.view(30, { guess: 50 });
  expect(JSON.stringify(asked)).not.toContain('76');
  expect(JSON.stringify(scene.view(30).readouts)).toContain('step 76');
  expect(scene.lastStep).toBe(100);
});

test('the question is judged by the step at which it leaves', () => {
  expect([38, 67, 68, 76, 84, 85].map((step) => scene.prediction?.judge(step).right)).toEqual([
    false,
    false,
    true,
    true,
    true,
    false,
  ]);
});
