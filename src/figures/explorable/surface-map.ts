import type { FunctionOfMany } from '../../numeric/functions/function-of-many.ts';
import { bowl } from '../../numeric/functions/functions-of-many.ts';
import { contours } from '../parts/contours.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { panel, plainMargins } from '../parts/panel.ts';
import { color, figureWidth } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';
import { valleyContours } from '../parts/valley.ts';
import type { View } from '../parts/view.ts';

/** A function of two variables with the part of the plane that shows it, and the heights of its contour lines. */
export interface Surface {
  readonly surface: FunctionOfMany;
  readonly view: View;
  readonly heights: readonly number[];
  /** Which lines carry their height, and where on them it stands. */
  readonly named: readonly { readonly at: readonly [number, number]; readonly height: number }[];
}

const bottomOfBowl = { center: [0, 0], curvatures: [2, 6], angle: 0 } as const;

/** A contour map as the ground of a picture; moving parts are given as marks, further fixed parts as `more`. */
export function surfaceMap(
  { surface, view, heights, named }: Surface,
  { key, marks, more = () => [] }: { key: string; marks: Marks[]; more?: () => Marks[] },
  words: FigureText,
): Figure {
  const perUnit = (figureWidth - plainMargins.left - plainMargins.right) / (view.x[1] - view.x[0]);
  return panel({
    ...words,
    name: 'map',
    height: Math.round(perUnit * (view.y[1] - view.y[0])) + plainMargins.top + plainMargins.bottom,
    view,
    ticks: { x: wholeNumbers(view.x), y: wholeNumbers(view.y) },
    marks,
    ground: {
      key: `${surface.formula} ${key}`,
      marks: () => [
        surface === bowl ? valleyContours(bottomOfBowl, view, { heights }) : contours(surface.value, view, { heights }),
        ...named.map(({ at: [x, y], height }) => label({ x, y, text: typesetNumber(height), fill: color.function })),
        ...more(),
      ],
    },
  });
}

const wholeNumbers = ([low, high]: readonly [number, number]) =>
  [-3, -2, -1, 0, 1, 2, 3].filter((tick) => tick > low && tick < high);
