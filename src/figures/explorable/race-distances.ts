import type { Figure, FigureText } from '../parts/figure.ts';
import { inPowers } from '../parts/in-powers.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { link } from '../parts/marks.ts';
import { panel } from '../parts/panel.ts';
import { spreadLabels } from '../parts/spread-labels.ts';
import { stepLine } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';
import { trail } from '../parts/trail.ts';
import { typesetPower } from '../parts/typeset-number.ts';
import type { View } from '../parts/view.ts';

/** Powers of ten. */
const powers = [-6, 2] as const;

/** How far one racer still is from the goal's place, step by step. */
export interface RacerDistance {
  readonly name: string;
  /** The larger coordinate by size, from step 0 on; none is negative. */
  readonly distances: readonly number[];
  readonly stroke: string;
  readonly dash?: string;
}

/** Several racers, the last step that they can reach, and the distance at which one has arrived. */
export interface Race {
  readonly racers: readonly RacerDistance[];
  readonly steps: number;
  readonly goal: number;
}

/** The larger coordinate of each racer, by size, on a scale of powers of ten, with a goal. */
export function raceDistances({ racers, steps, goal }: Race, words: FigureText): Figure {
  const view = { x: [0, steps], y: powers } as const;
  const step = Math.max(...racers.map(({ distances }) => distances.length - 1));
  const height = Math.log10(goal);
  const line = { x1: 0, x2: steps, y1: height, y2: height, stroke: color.inkSoft, strokeDasharray: '2,4' };
  return panel({
    ...words,
    name: 'distances',
    height: 322,
    view,
    margins: { left: 42, right: 104, top: 34, bottom: 52 },
    ticks: { x: [0, steps / 2, steps], y: [-6, -4, -2, 0, 2], yFormat: typesetPower },
    xTitle: { text: 'step', dy: 40 },
    yTitle: { text: 'larger coordinate', dx: -36, dy: -22 },
    marks: [
      stepLine(step, powers),
      ...racers.flatMap((racer) => distanceLine(racer, view)),
      ...names(racers, height, view),
    ],
    ground: {
      key: `${steps}`,
      marks: () => [
        link([0], line),
        label({ x: steps, y: height, dx: 6, anchor: 'start', text: 'goal', fill: color.inkSoft }),
      ],
    },
  });
}

function distanceLine({ distances, stroke, dash }: RacerDistance, view: View): Marks[] {
  const style = { stroke, strokeWidth: size.line, ...(dash !== undefined && { strokeDasharray: dash }) };
  return trail(inPowers(distances), view, { ...style, apart: 0.01 });
}

/** The names beside the picture, at the height of each line's end, pushed apart where they would touch. */
function names(racers: readonly RacerDistance[], goal: number, { x, y: [low, high] }: View): Marks[] {
  const ends = racers.map(({ name, stroke, distances }) => ({
    name,
    stroke,
    y: within(Math.log10(distances.at(-1) ?? 1)),
  }));
  return spreadLabels(ends, { low: low + 0.3, high, apart: 0.78, taken: goal }).map(({ name, stroke, y }) =>
    label({ x: x[1], y, dx: 6, anchor: 'start', text: name, fill: stroke }),
  );
}

const within = (y: number) => (Number.isFinite(y) ? Math.min(Math.max(y, powers[0]), powers[1]) : powers[0]);
