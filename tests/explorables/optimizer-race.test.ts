import { expect, test } from 'vitest';
import { optimizerRace } from '../../src/explorables/optimizer-race.ts';
import { outputOf } from './output-of.ts';

const page = 'guide/08-faster-descents';
const initial = optimizerRace.initial.state;
const scene = optimizerRace.scene(initial);

test('the distances have every digit that its example prints', () => {
  const printed = outputOf(page, 'optimizer-race').trimEnd().split('\n');
  const [, ...distances] = scene.ledger?.row(3) ?? [];
  expect(printed.map((line) => line.split(' ').at(-1))).toEqual(distances);
});

test('each optimizer arrives at the step that the lesson counts', () => {
  const { answer } = scene.prediction ?? {};
  expect(outputOf(page, 'momentum')).toContain('plain 101, momentum 29');
  expect(outputOf(page, 'adam')).toContain('within 0.001: step 144');
  expect(answer).toContain(
    'momentum at step 29, RMSProp at step 53 (but not to stay: at step 200 it is 0.05 away), plain at step 101, Adam at step 144.',
  );
});

test('the turned valley, and the narrow one, slow Adam down and do not, as the lesson’s table says', () => {
  const told = (surface: string) => optimizerRace.scene({ ...initial, surface }).prediction?.answer;
  expect(outputOf(page, 'narrower')).toMatch(/ 25 .*\b144\b.*\b167\n[^\n]*\b144\b/);
  expect(told('turned')).toContain('Adam at step 167');
  expect(told('narrow')).toContain('Adam at step 144');
});

test('plain descent multiplies each coordinate by 1 − rate × curvature', () => {
  for (const step of [1, 2, 10]) {
    const [, plain] = scene.ledger?.row(step) ?? [];
    const exact = Math.max(3 * (1 - 2 / 26) ** step, Math.abs(2 * (1 - 50 / 26) ** step));
    expect(plain).toBe(exact.toFixed(4));
  }
});

test('a rate beyond the limit of 2 / 50 diverges, stops there, and is reported with its number', () => {
  const { view } = optimizerRace.scene({ ...initial, plain: 1.1 });
  expect(view(200).note).toMatch(/^Diverged: plain at step \d+, \d/);
  expect(view(1).note).toBeUndefined();
});

test('before the race is run no arrival is reported; afterwards the order is judged', () => {
  expect(JSON.stringify(scene.view(3, {}))).not.toContain('in at step');
  expect(scene.prediction?.judge(['momentum', 'RMSProp', 'plain', 'Adam']).right).toBe(true);
  expect(scene.prediction?.judge(['momentum', 'Adam', 'plain', 'RMSProp']).right).toBe(false);
});
