import { expect, test } from 'vitest';
import { descendValley, illConditioning, type State } from '../../src/explorables/ill-conditioning.ts';
import { norm } from '../../src/numeric/linear/norm.ts';
import { outputOf } from './output-of.ts';

const page = 'guide/05-gradient-descent';
const state = illConditioning.initial.state as State;
const stepsWith = (other: Partial<State>) => illConditioning.scene({ ...state, ...other }).view(0).readouts[0]?.value;

test('it needs as many steps as the example prints', () => {
  const rows = outputOf(page, 'conditioning').trimEnd().split('\n').slice(1);
  const printed = rows.map((row) => row.trim().split(/ +/));
  expect(printed.map(([condition]) => stepsWith({ condition: Number(condition) }))).toEqual(
    printed.map(([, steps]) => steps),
  );
});

test('it needs as many steps as the exercise on x² + 10y² prints', () => {
  const rows = outputOf(page, 'solution-predict-limits').trimEnd().split('\n').slice(2);
  for (const row of rows) {
    const [, rate = '', steps] = /^rate (\S+) +steps (.+)$/.exec(row) ?? [];
    const needed = stepsWith({
      condition: 10,
      start: [3, 2],
      choose: 'own',
      rate: rate === '0.09091' ? 1 / 11 : Number(rate),
    });
    expect(needed).toBe(steps === 'not in 2000' ? 'never' : steps);
  }
});

test('with the condition 25 the distance comes within a millionth at the steps of the oracle', () => {
  const within = (other: Partial<State>) =>
    descendValley({ ...state, condition: 25, ...other }).run.path.findIndex(({ position }) => norm(position) <= 1e-6);
  expect(within({ choose: 'best' })).toBe(177);
  expect(within({ choose: 'cautious' })).toBe(339);
  // The curvatures are 2 and 50 here, so the rates are half of those for 1 and 25.
  expect(descendValley({ ...state, condition: 25, choose: 'own', rate: 2.01 / 50 }).run.reason).toBe('diverged');
});

test('both factors have the size (κ − 1)/(κ + 1) at the best rate, and the steps follow from it', () => {
  for (const condition of [2, 7.5, 120]) {
    const factor = (condition - 1) / (condition + 1);
    expect(stepsWith({ condition })).toBe(String(Math.ceil(Math.log(1e-6) / Math.log(factor))));
  }
});

test('a round valley takes one step', () => {
  expect(stepsWith({ condition: 1 })).toBe('1');
});

test('a rate above the limit diverges, and one at the limit never arrives; both say so', () => {
  const gone = illConditioning.scene({ ...state, condition: 25, choose: 'own', rate: 0.05 });
  expect(gone.view(gone.lastStep).note).toMatch(/above 2\/50.+diverges, and after \d+ steps it is at x = .+\s×\s10⁶\./);
  const cycle = illConditioning.scene({ ...state, condition: 10, choose: 'own', rate: 0.1 });
  expect(cycle.view(5).note).toContain('to and fro for ever');
});

test('while the question is open, the steps of the narrower valley are not shown', () => {
  const { view, prediction } = illConditioning.scene(state);
  expect(JSON.stringify(view(8, { guess: 2 }))).not.toContain('208');
  expect(prediction?.answer).toContain('208 steps, 10.4 times');
});

test('the question is judged by the ratio of the steps', () => {
  const { prediction } = illConditioning.scene(state);
  expect([2, 3.2, 10, 12, 100].map((guess) => prediction?.judge(guess).right)).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});
