import type { Point } from '../../core/point.ts';
import { type Ends, numberOf } from './channel.ts';
import { element, group, type Mark, type Stroked } from './mark.ts';

/** The head is in units of the drawing and of the line's width, the insets in units of the drawing. */
interface Shape {
  /** Default 8. */
  readonly headLength?: number;
  /** How far from its two places it begins and ends. Default 0. */
  readonly insetStart?: number;
  readonly insetEnd?: number;
}

/** Half the angle between the wings of a head. */
const wing = Math.PI / 6;

/** Straight arrows, as Plot's `arrow`. One that its insets use up is an empty path. */
export function arrow<T>(
  data: readonly T[],
  { x1, x2, y1, y2, headLength = 8, insetStart = 0, insetEnd = 0, ...look }: Stroked & Ends<T> & Shape,
): Mark {
  const all = { fill: 'none', strokeWidth: 1.5, strokeLinecap: 'round', strokeMiterlimit: 1, ...look };
  const shape = { head: (headLength / 1.5) * all.strokeWidth, insetStart, insetEnd };
  return {
    draw: ({ x, y }) => {
      const paths = data.map((one, i) => {
        const from: Point = [x(numberOf(x1, one, i)), y(numberOf(y1, one, i))];
        return element('path', { d: straight(from, [x(numberOf(x2, one, i)), y(numberOf(y2, one, i))], shape) });
      });
      return group('arrow', all, paths);
    },
  };
}

function straight(
  [fromX, fromY]: Point,
  [toX, toY]: Point,
  { head, insetStart, insetEnd }: { readonly head: number; readonly insetStart: number; readonly insetEnd: number },
): string | undefined {
  const [across, down] = [toX - fromX, toY - fromY];
  const length = Math.hypot(across, down);
  if (length <= insetStart + insetEnd) return undefined;
  const [right, below] = [across / length, down / length];
  const [endX, endY] = [toX - right * insetEnd, toY - below * insetEnd];
  const [angle, back] = [Math.atan2(down, across), Math.min(head, length / 3)];
  const tip = (turn: number) => `${endX - back * Math.cos(angle + turn)},${endY - back * Math.sin(angle + turn)}`;
  const shaft = `M${fromX + right * insetStart},${fromY + below * insetStart}L${endX},${endY}`;
  return `${shaft}M${tip(wing)}L${endX},${endY}L${tip(-wing)}`;
}
