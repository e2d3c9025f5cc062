import { requireFraction, requirePositive } from '../check-argument.ts';
import { combine, type Optimizer, recall, zeros } from './optimizer.ts';

/**
 * Gradient descent with momentum (the heavy ball): `v = beta * v + g`, then `x = x - rate * v`. With a steady gradient
 * the steps grow to `1 / (1 - beta)` times those of plain descent.
 *
 * @param beta how much of the velocity is kept, from 0 (plain descent) to below 1; default 0.9.
 * @throws RangeError if the rate is not positive and finite, or beta is not in [0, 1).
 * @see Polyak, Some methods of speeding up the convergence of iteration methods, 1964; PyTorch's SGD has this form
 */
export function momentum(rate: number, beta = 0.9): Optimizer {
  requirePositive('the learning rate', rate, '0.1');
  requireFraction('beta', beta, '0.9');
  return {
    name: 'momentum',
    start: (dimension) => ({ velocity: zeros(dimension) }),
    step: ({ position, gradient, memory }) => {
      const velocity = combine(recall(memory, 'velocity'), gradient, (v, g) => beta * v + g);
      return { position: combine(position, velocity, (x, v) => x - rate * v), memory: { velocity } };
    },
  };
}
