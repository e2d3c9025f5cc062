import type { Marks } from './mark.ts';
import { line } from './marks.ts';
import { color, size } from './theme.ts';

/** `count` numbers from `low` to `high`, both included and evenly spaced, as `numpy.linspace` has them. */
export function spaced(low: number, high: number, count: number): number[] {
  const step = (high - low) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? high : i * step + low));
}

/** The graph of a function from `low` to `high`, in the color of functions, through `count` points. */
export function curve(f: (x: number) => number, [low, high]: readonly [number, number], count = 61): Marks {
  return line(
    spaced(low, high, count).map((x): [number, number] => [x, f(x)]),
    { stroke: color.function, strokeWidth: size.strong, strokeLinecap: 'round' },
  );
}
