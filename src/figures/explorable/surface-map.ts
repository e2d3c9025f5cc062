import type { Markish } from '@observablehq/plot';
import type { FunctionOfMany } from '../../numeric/functions/function-of-many.ts';
import { axes } from '../parts/axes.ts';
import { contours, type View } from '../parts/contours.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { color, figureWidth } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

/** A function of two variables with the part of the plane that shows it, and the heights of its contour lines. */
export interface Surface {
  readonly surface: FunctionOfMany;
  readonly view: View;
  readonly heights: readonly number[];
  /** Which lines carry their height, and where on them it stands. */
  readonly named: readonly { readonly at: readonly [number, number]; readonly height: number }[];
}

/** A contour map as the ground of a picture; what moves on it is given as marks, what else stands still as `more`. */
export function surfaceMap(
  { surface, view, heights, named }: Surface,
  { key, marks, more = () => [] }: { key: string; marks: Markish[]; more?: () => Markish[] },
  words: Pick<Figure, 'title' | 'description'>,
): Figure {
  const whole = ([low, high]: readonly [number, number]) => [-3, -2, -1, 0, 1, 2, 3].filter((t) => t > low && t < high);
  const names = () =>
    named.map(({ at: [x, y], height }) => label({ x, y, text: typesetNumber(height), fill: color.function }));
  const perUnit = (figureWidth - 38) / (view.x[1] - view.x[0]);
  return {
    ...words,
    name: 'map',
    width: figureWidth,
    height: Math.round(perUnit * (view.y[1] - view.y[0])) + 40,
    ground: {
      key: `${surface.formula} ${key}`,
      marks: () => [
        axes({ x: whole(view.x), y: whole(view.y) }),
        contours(surface.value, view, heights),
        ...names(),
        ...more(),
      ],
    },
    plot: {
      marginLeft: 30,
      marginRight: 8,
      marginTop: 10,
      marginBottom: 30,
      x: { domain: [...view.x] },
      y: { domain: [...view.y] },
      marks,
    },
  };
}
