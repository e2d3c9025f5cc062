import { expect, test } from 'vitest';
import { miniBatches } from '../../src/explorables/mini-batches.ts';
import { outputOf } from './output-of.ts';

const page = 'guide/08-faster-descents';
const initial = miniBatches.initial.state;
const ledgerOf = (batch: number) => miniBatches.scene({ ...initial, batch }).ledger;

test('batches of 10 and of 50 have every digit of the lesson’s table', () => {
  const [small, full] = [ledgerOf(10), ledgerOf(50)];
  const rows = outputOf(page, 'mini-batches').trimEnd().split('\n').slice(2);
  expect(rows.length).toBe(10);
  for (const row of rows) {
    const [epoch, ...numbers] = row.trim().split(/ +/);
    const line = (ledger: typeof small) => ledger?.row(Number(epoch)).slice(2, 4) ?? [];
    expect([...line(small), ...line(full)]).toEqual(numbers);
  }
});

test('its own example prints its first numbers', () => {
  const { readouts } = miniBatches.scene(initial).view(200);
  expect(outputOf(page, 'batch-run')).toBe(`spread of a batch: ${readouts[2]?.value}\n${readouts[0]?.value}\n`);
});

test('the spread of a batch is near what the lesson finds with 2000 batches, and halves exactly with four times the size', () => {
  const spread = (batch: number) => Number(miniBatches.scene({ ...initial, batch }).view(0).readouts[2]?.value);
  for (const row of outputOf(page, 'batch-noise').trimEnd().split('\n').slice(2)) {
    const [size, , drawn] = row.trim().split(/ +/).map(Number);
    expect(Math.abs(spread(Number(size)) / Number(drawn) - 1)).toBeLessThan(0.05);
  }
  expect(spread(16) / spread(4)).toBeCloseTo(0.5, 2);
});

test('the full batch does not depend on the seed, and needs no schedule', () => {
  const rows = [1, 2].map((seed) => miniBatches.scene({ ...initial, batch: 50, seed }).ledger?.row(100));
  expect(rows[0]).toEqual(rows[1]);
});

test('halving the rate calms the walk, and halving it too fast stops it half way', () => {
  const excess = (schedule: string, batch: number) =>
    Number(miniBatches.scene({ ...initial, schedule, batch }).ledger?.row(200)[4]);
  expect(excess('halved', 5)).toBeLessThan(excess('constant', 5) / 10);
  expect(excess('hasty', 50)).toBeGreaterThan(0.1);
});

test('a batch size that does not divide 50 leaves a small batch, and this is said', () => {
  expect(miniBatches.scene({ ...initial, batch: 16 }).view(3).note).toContain('has only 2 points');
  expect(miniBatches.scene({ ...initial, batch: 10 }).view(3).note).toBeUndefined();
});

test('the question is judged by the square root', () => {
  const { prediction } = miniBatches.scene(initial);
  expect(prediction?.judge('half').right).toBe(true);
  expect(prediction?.judge('quarter').right).toBe(false);
  expect(prediction?.answer).toContain('2.43 instead of 4.86');
});
