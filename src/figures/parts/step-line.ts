import type { Marks } from './mark.ts';
import { link } from './marks.ts';
import { color } from './theme.ts';

/** A dotted line from the lowest to the greatest height at the present step of a run. All in units of the axes. */
export function stepLine(step: number, [low, high]: readonly [number, number]): Marks {
  return link([0], { x1: step, x2: step, y1: low, y2: high, stroke: color.step, ...dotted });
}

/** The look of a dotted line. */
export const dotted = { strokeDasharray: '1,5', strokeLinecap: 'round' } as const;
