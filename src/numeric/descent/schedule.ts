import { requireCount, requireFraction, requirePositive } from '../check-argument.ts';

/** The learning rate of an epoch, counted from 0. */
export type Schedule = (epoch: number) => number;

/** The same rate in every epoch. Throws a RangeError if it is not positive and finite. */
export function constantRate(rate: number): Schedule {
  requirePositive('the learning rate', rate, '0.1');
  return () => rate;
}

/**
 * `rate * factor ** floor(epoch / every)`: the rate is multiplied by `factor` after every so many epochs; by default it
 * is halved. Throws a RangeError if the rate is not positive, `every` no whole number from 1 up, or the factor not
 * between 0 and 1.
 */
export function steppedRate(rate: number, every: number, factor = 0.5): Schedule {
  requirePositive('the learning rate', rate, '0.1');
  requireCount('every', every, 1);
  requirePositive('the factor', requireFraction('the factor', factor, '0.5'), '0.5');
  return (epoch) => rate * factor ** Math.floor(epoch / every);
}

/**
 * `rate / (1 + decay * epoch)`, which falls ever more slowly and meets the conditions under which descent in batches
 * converges. Throws a RangeError if either is not positive and finite.
 *
 * @see Robbins & Monro, A Stochastic Approximation Method, 1951
 */
export function decayingRate(rate: number, decay: number): Schedule {
  requirePositive('the learning rate', rate, '0.1');
  requirePositive('the decay', decay, '0.01');
  return (epoch) => rate / (1 + decay * epoch);
}
