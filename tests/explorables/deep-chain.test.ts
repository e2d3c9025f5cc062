import { expect, test } from 'vitest';
import { deepChain } from '../../src/explorables/deep-chain.ts';
import { outputOf } from './output-of.ts';

const { state } = deepChain.initial;
const sceneOf = (other: object) => deepChain.scene({ ...state, ...other });
const rateOf = (other: object) => sceneOf(other).view(0).readouts.at(-1)?.value;

test('twenty layers of 0.8 leave what the example prints', () => {
  expect(rateOf({})).toBe('0.0115');
  expect(outputOf('guide/04-chain-rule', 'twenty-layers').trim()).toBe('0.0115 is left, which is 1.2e-02');
});

test('they vanish below 1, explode above it, and stay at 1', () => {
  expect(rateOf({ weight: 0.5, depth: 20 })).toBe('9.5 × 10⁻⁷'.replaceAll(' ', '\u00a0'));
  expect(rateOf({ weight: 1.5, depth: 10 })).toBe('57.6650');
  expect(rateOf({ weight: 1, depth: 50 })).toBe('1.0000');
  expect(sceneOf({ weight: 1 }).prediction).toBeUndefined();
});

test('what leaves the picture is named', () => {
  expect(sceneOf({ weight: 0.5, depth: 50 }).view(0).note).toBe('Outside the picture: the product.');
  expect(sceneOf({}).view(0).note).toBeUndefined();
});

test('a guess is right to within a factor of two', () => {
  const { prediction } = sceneOf({});
  expect([0.006, 0.022, 0.005, 0.03].map((guess) => prediction?.judge(guess).right)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
