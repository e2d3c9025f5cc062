import { requireFraction, requirePositive } from '../check-argument.ts';
import { combine, type Optimizer, recall, zeros } from './optimizer.ts';

/**
 * RMSProp: each coordinate's gradient is divided by a running root mean square of its own past,
 * `s = decay * s + (1 - decay) * g * g`, then `x = x - rate * g / (sqrt(s) + epsilon)`. Near a minimum the steps stay
 * about as long as the rate.
 *
 * @param decay how much of the mean square is kept, from 0 to below 1; default 0.9.
 * @param epsilon keeps the division from failing where all gradients were 0; default 1e-8.
 * @throws RangeError if the rate or epsilon is not positive and finite, or decay is not in [0, 1).
 * @see Tieleman & Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012
 */
export function rmsProp(rate: number, decay = 0.9, epsilon = 1e-8): Optimizer {
  requirePositive('the learning rate', rate, '0.01');
  requireFraction('decay', decay, '0.9');
  requirePositive('epsilon', epsilon, '1e-8');
  // As a program writes it: 1 - 0.9 is not quite 0.1, and a turning walk magnifies the difference within a hundred steps.
  const rest = Number((1 - decay).toPrecision(15));
  return {
    name: 'RMSProp',
    start: (dimension) => ({ meanSquare: zeros(dimension) }),
    step: ({ position, gradient, memory }) => {
      const meanSquare = combine(recall(memory, 'meanSquare'), gradient, (s, g) => decay * s + rest * g * g);
      const moves = combine(gradient, meanSquare, (g, s) => (rate * g) / (Math.sqrt(s) + epsilon));
      return { position: combine(position, moves, (x, move) => x - move), memory: { meanSquare } };
    },
  };
}
