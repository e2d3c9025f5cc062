import { hyperbolicTangent } from '../functions/elementary-functions.ts';
import { dot } from '../linear/dot.ts';

/** One neuron of tanh with its squared error. */
export interface Neuron {
  readonly inputs: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
  readonly target: number;
}

/** The values of the forward pass of a neuron, and the rates of the backward pass. */
export interface NeuronRates {
  /** w · x + b; exactly 0 where its terms cancel up to the last bits. */
  readonly sum: number;
  /** The tanh of the sum. */
  readonly answer: number;
  readonly error: number;
  readonly loss: number;
  /** The slope of tanh at the sum. */
  readonly slope: number;
  /** The rate of the loss for the sum, which is the one for the bias as well. */
  readonly rateAtSum: number;
  /** The rates of the loss for the weights. */
  readonly rates: readonly number[];
}

/** The derivatives of (tanh(w · x + b) − y)² for the weights and the bias, by the chain rule. */
export function neuronRates({ inputs, weights, bias, target }: Neuron): NeuronRates {
  const raw = dot(weights, inputs) + bias;
  const size = weights.reduce((all, weight, i) => all + Math.abs(weight * (inputs[i] ?? 0)), Math.abs(bias));
  const sum = Math.abs(raw) <= 2 * Number.EPSILON * size ? 0 : raw;
  const answer = hyperbolicTangent.value(sum);
  const slope = hyperbolicTangent.derivative(sum);
  const error = answer - target;
  const rateAtSum = 2 * error * slope;
  // Adding 0 leaves no negative zero.
  return { sum, answer, error, loss: error * error, slope, rateAtSum, rates: inputs.map((x) => rateAtSum * x + 0) };
}
