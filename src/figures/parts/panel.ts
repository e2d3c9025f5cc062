import type { PlotOptions } from '@observablehq/plot';
import { axes, facetAxes, type Ticks } from './axes.ts';
import type { Figure, FigureText } from './figure.ts';
import { type Label, label } from './label.ts';
import type { AnyMarks, Marks } from './mark.ts';
import { color, figureWidth } from './theme.ts';
import type { View } from './view.ts';

/** The room around the axes, in units of the drawing. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Room for the numbers at the axes and for nothing else. */
export const plainMargins: Margins = { left: 30, right: 8, top: 10, bottom: 30 };

/** No room, for a picture without axes. */
export const noMargins: Margins = { left: 0, right: 0, top: 0, bottom: 0 };

/** The title of an axis, and how far it is moved from its place: see {@link PanelOptions}. */
export type AxisTitle = Pick<Label, 'text' | 'dx' | 'dy' | 'anchor'> & {
  /** Where it stands along the axis of x, in units of that axis. Default the middle. */
  readonly at?: number;
};

/** The content of a panel, and its limits. */
export type PanelOptions = PanelFrame &
  (
    | { readonly marks?: AnyMarks; readonly ground?: undefined }
    /** For a picture that moves: the ground under its marks besides the axes, and a key that changes when it changes. */
    | { readonly marks?: Marks; readonly ground: { readonly key: string; readonly marks?: () => AnyMarks } }
  );

/** The limits of a panel, and what stands around it. */
export interface PanelFrame extends FigureText {
  readonly name: string;
  /** In units of the drawing, which is {@link figureWidth} wide. */
  readonly height: number;
  /** The part of the plane that is shown, in units of the axes. */
  readonly view: View;
  /** Default {@link plainMargins}. */
  readonly margins?: Margins;
  /** The numbers at the axes; none without them. */
  readonly ticks?: Ticks;
  /** Stands below the axis; its `dy` is the distance. */
  readonly xTitle?: AxisTitle;
  /** Begins at the upper left corner of the axes, moved by its `dx` and `dy`. */
  readonly yTitle?: AxisTitle;
  /** Several panels side by side (`fx`) or below each other (`fy`), as Plot has them. */
  readonly facets?: Pick<PlotOptions, 'fx' | 'fy'>;
}

/**
 * A figure with axes of stated size: a view of the plane with margins, numbers at the axes, and their titles. If it has
 * a ground, axes and titles belong to the ground, and are not drawn again when the marks move.
 */
export function panel(options: PanelOptions): Figure {
  const { name, title, description, height, view, margins = plainMargins, ticks, facets } = options;
  const around = (inner: AnyMarks): AnyMarks => [
    ticks && (facets ? facetAxes(ticks) : axes(ticks)),
    inner,
    titles(options),
  ];
  return {
    name,
    title,
    description,
    width: figureWidth,
    height,
    plot: {
      marginLeft: margins.left,
      marginRight: margins.right,
      marginTop: margins.top,
      marginBottom: margins.bottom,
      x: { domain: [...view.x], axis: null },
      y: { domain: [...view.y], axis: null },
      ...facets,
      ...(!options.ground && { marks: around(options.marks) }),
    },
    ...(options.ground && moving(options, around)),
  };
}

function moving(
  { ground, marks }: Extract<PanelOptions, { ground: object }>,
  around: (inner: AnyMarks) => AnyMarks,
): Pick<Figure, 'ground' | 'moving'> {
  return { ground: { key: ground.key, marks: () => around(ground.marks?.()) }, moving: marks };
}

function titles({ view: { x, y }, xTitle, yTitle }: PanelFrame): Marks {
  const shared = { fill: color.inkSoft };
  return [
    yTitle ? label({ x: x[0], y: y[1], anchor: 'start', ...shared, ...yTitle }) : null,
    xTitle ? label({ x: xTitle.at ?? (x[0] + x[1]) / 2, y: y[0], ...shared, ...xTitle }) : null,
  ];
}
