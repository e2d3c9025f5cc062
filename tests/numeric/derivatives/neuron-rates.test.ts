import { expect, test } from 'vitest';
import { centralDifference } from '../../../src/numeric/derivatives/central-difference.ts';
import { neuronRates } from '../../../src/numeric/derivatives/neuron-rates.ts';

const at = { inputs: [0.5, -1], weights: [0.8, 0.3], bias: 0.1, target: 0.6 };

test('the rates are the measured slopes of the loss', () => {
  const { rates, rateAtSum } = neuronRates(at);
  const measured = [0, 1].map((i) =>
    centralDifference(
      (w) => neuronRates({ ...at, weights: at.weights.map((one, j) => (i === j ? w : one)) }).loss,
      at.weights[i] ?? 0,
      1e-5,
    ),
  );
  for (const [i, rate] of rates.entries()) expect(rate).toBeCloseTo(measured[i] ?? 0, 8);
  expect(rateAtSum).toBeCloseTo(
    centralDifference((bias) => neuronRates({ ...at, bias }).loss, at.bias, 1e-5),
    8,
  );
});

test('terms that cancel up to the last bits have the sum 0, and no rate is a negative zero', () => {
  expect(0.1 * 3 - 0.3).not.toBe(0);
  const { sum, rates } = neuronRates({ inputs: [3, 0], weights: [0.1, 1], bias: -0.3, target: 0.6 });
  expect([sum, rates[1]]).toEqual([0, 0]);
});
