import { requirePositive } from '../check-argument.ts';
import { combine, type Optimizer } from './optimizer.ts';

/**
 * Plain gradient descent: `x = x - rate * g`. It has no memory.
 *
 * @throws RangeError if the rate is not a positive finite number.
 * @see Nocedal & Wright, Numerical Optimization, 2nd ed., section 2.2
 */
export function plainDescent(rate: number): Optimizer {
  requirePositive('the learning rate', rate, '0.1');
  return {
    name: 'plain',
    start: () => ({}),
    step: ({ position, gradient }) => ({ position: combine(position, gradient, (x, g) => x - rate * g), memory: {} }),
  };
}
