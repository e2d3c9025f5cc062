import { requireFraction, requirePositive } from '../check-argument.ts';
import { combine, type Optimizer, recall, zeros } from './optimizer.ts';

/** The decay rates of Adam's averages, and the guard of its division. */
export interface AdamOptions {
  /** How much of the mean gradient is kept, from 0 to below 1; default 0.9. */
  readonly beta1?: number;
  /** How much of the mean square is kept, from 0 to below 1; default 0.999. */
  readonly beta2?: number;
  /** Keeps the division from failing where all gradients were 0; default 1e-8. */
  readonly epsilon?: number;
}

/**
 * Adam: a running mean of the gradients and one of their squares, both freed from their start at zero, and
 * `x = x - rate * mean / (sqrt(meanSquare) + epsilon)` with the freed ones. The first step is about as long as the
 * rate in every coordinate, for every gradient.
 *
 * @throws RangeError if the rate or epsilon is not positive and finite, or a beta is not in [0, 1).
 * @see Kingma & Ba, Adam: A Method for Stochastic Optimization, 2015, algorithm 1
 */
export function adam(rate: number, { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamOptions = {}): Optimizer {
  requirePositive('the learning rate', rate, '0.001');
  requireFraction('beta1', beta1, '0.9');
  requireFraction('beta2', beta2, '0.999');
  requirePositive('epsilon', epsilon, '1e-8');
  return {
    name: 'Adam',
    start: (dimension) => ({ mean: zeros(dimension), meanSquare: zeros(dimension) }),
    step: ({ position, gradient, memory, count }) => {
      const mean = combine(recall(memory, 'mean'), gradient, (m, g) => beta1 * m + (1 - beta1) * g);
      const meanSquare = combine(recall(memory, 'meanSquare'), gradient, (s, g) => beta2 * s + (1 - beta2) * (g * g));
      const [freeMean, freeSquare] = [1 - beta1 ** count, 1 - beta2 ** count];
      const moves = combine(
        mean,
        meanSquare,
        (m, s) => (rate * (m / freeMean)) / (Math.sqrt(s / freeSquare) + epsilon),
      );
      return { position: combine(position, moves, (x, move) => x - move), memory: { mean, meanSquare } };
    },
  };
}
