import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { spaced } from '../parts/curve.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { line, link } from '../parts/marks.ts';
import { noMargins, panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { color, figureWidth, size } from '../parts/theme.ts';

/** Meshed gears in a row: how many turns each has made, and how many it makes for one turn of the gear before it. */
export interface GearTrain {
  readonly turns: readonly number[];
  readonly ratios: readonly number[];
  /** The label below each gear. */
  readonly words: readonly string[];
}

/** A gear as it is drawn: in units of the drawing. */
export interface Gear {
  readonly centre: Point;
  readonly radius: number;
  readonly teeth: number;
  /** How far it has turned, in turns to the right. */
  readonly turned: number;
  /** How far its first tooth stands from the top before it turns, in teeth. */
  readonly phase: number;
}

/** The middle of a tooth in an outline that begins with its edge, in teeth. */
const toothCentre = 0.125;
const height = 270;
const axis = 138;
const depth = 5;
/** From tooth to tooth along the rim. */
const pitch = 15;

/** Where the gears stand and how large they are: neighbours touch, and a gear that turns twice as fast is half as large. */
export function layGears({ turns, ratios }: Pick<GearTrain, 'turns' | 'ratios'>): Gear[] {
  const sizes = [1];
  for (const ratio of ratios) sizes.push((sizes.at(-1) ?? 1) / ratio);
  const whole = sizes.reduce((sum, one) => sum + 2 * one, 0);
  const scale = Math.min((figureWidth - 40) / whole, (axis - 26) / Math.max(...sizes));
  const first = 6 * Math.max(1, Math.round((2 * Math.PI * scale) / pitch / 6));
  const gears: Gear[] = [];
  let left = (figureWidth - scale * whole) / 2;
  sizes.forEach((one, i) => {
    const radius = one * scale;
    const teeth = Math.max(4, Math.round(first * one));
    const turned = (i % 2 === 0 ? 1 : -1) * at(turns, i);
    gears.push({ centre: [left + radius, axis], radius, teeth, turned, phase: phase(teeth, gears.at(-1)) });
    left += 2 * radius;
  });
  return gears;
}

/** How far the first tooth is turned, in teeth, so that a gap meets the tooth of the gear to the left. */
function phase(teeth: number, before: Gear | undefined): number {
  if (before === undefined) return 0;
  const past = before.teeth / 4 - toothCentre - before.phase;
  return 0.75 * teeth + past - Math.floor(past) - toothCentre - 0.5;
}

/** The end of a gear's hand, which points up before it turns. */
export function handOf({ centre: [x, y], radius, turned }: Gear): Point {
  const angle = 2 * Math.PI * turned;
  return [x + 0.72 * radius * Math.sin(angle), y + 0.72 * radius * Math.cos(angle)];
}

/** Gears that drive one another, each with a hand that shows how far it has turned. */
export function gearTrain(train: GearTrain, words: FigureText): Figure {
  const gears = layGears(train);
  return panel({
    ...words,
    name: 'gears',
    height,
    ground: { key: 'gears' },
    view: { x: [0, figureWidth], y: [0, height] },
    margins: noMargins,
    marks: gears.flatMap((gear, i) => [
      showing(`v${i}`, drawn(gear)),
      label({
        x: gear.centre[0],
        y: i % 2 === 0 ? 10 : height - 12,
        text: at(train.words, i),
        fill: color.function,
      }),
    ]),
  });
}

function drawn(gear: Gear): Marks[] {
  const [[x, y], [tx, ty]] = [gear.centre, handOf(gear)];
  const hand = { stroke: color.step, strokeWidth: size.strong + 0.6, strokeLinecap: 'round' } as const;
  return [
    line(outline(gear), { stroke: color.function, strokeWidth: 1.6, strokeLinejoin: 'round' }),
    link([[x, y, tx, ty]], { x1: '0', y1: '1', x2: '2', y2: '3', ...hand }),
  ];
}

/** Four corners to a tooth. */
function outline({ centre: [x, y], radius, teeth, turned, phase }: Gear): Point[] {
  const bite = Math.min(depth, radius / 4);
  return spaced(0, teeth, teeth * 4 + 1).map((part, i) => {
    const out = i % 4 < 2 ? bite / 2 : -bite / 2;
    const angle = 2 * Math.PI * (turned + (part + phase) / teeth);
    return [x + (radius + out) * Math.sin(angle), y + (radius + out) * Math.cos(angle)];
  });
}
