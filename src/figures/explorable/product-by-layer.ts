import type { Point } from '../../core/point.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dots, link, ruleY } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { dotted } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';
import { placesInside, standingPoint, trail } from '../parts/trail.ts';
import { typesetPower } from '../parts/typeset-number.ts';

/** The part of the plane that is shown: layers, and powers of ten. */
export const productView = { x: [0, 50.8], y: [-6.4, 6.4] } as const;

/** A rate after each layer, as a power of ten, on a line through 1 that does not bend. */
export function productByLayer(powers: readonly number[], words: FigureText): Figure {
  return panel({
    ...words,
    name: 'products',
    height: 330,
    view: productView,
    margins: { left: 46, right: 12, top: 30, bottom: 52 },
    ticks: {
      x: [0, 10, 20, 30, 40, 50],
      y: [-6, -3, 0, 3, 6],
      yFormat: (power) => (power === 0 ? '1' : typesetPower(power)),
    },
    xTitle: { text: 'layers', dy: 42 },
    yTitle: { text: 'rate that is left', dx: -40, dy: -16 },
    marks: marksOf(powers.map((power, layer): Point => [layer, power])),
    ground: {
      key: '',
      marks: () => [
        ruleY([0], { stroke: color.ruleStrong }),
        label({ x: 49.5, y: 5.6, anchor: 'end', text: 'explodes', fill: color.inkSoft }),
        label({ x: 49.5, y: -5.6, anchor: 'end', text: 'vanishes', fill: color.inkSoft }),
      ],
    },
  });
}

function marksOf(places: readonly Point[]): Marks[] {
  const [first = [0, 0], second = first] = places;
  const here = places.at(-1) ?? first;
  return [
    link([0], { x1: here[0], x2: here[0], y1: productView.y[0], y2: productView.y[1], stroke: color.step, ...dotted }),
    ...trail(places, productView, { stroke: color.gradient, strokeWidth: size.line }),
    dots(placesInside(places, productView), { fill: color.gradient, r: size.dot }),
    showing('factor', trail([first, second], productView, { stroke: color.tangent, strokeWidth: 4 })),
    showing('rate', standingPoint(here, productView, { fill: color.step })),
  ];
}
