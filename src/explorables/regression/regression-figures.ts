import type { Point } from '../../core/point.ts';
import { fittedLine } from '../../figures/explorable/fitted-line.ts';
import { lossCurve } from '../../figures/explorable/loss-curve.ts';
import { lossMap } from '../../figures/explorable/loss-map.ts';
import { spaced } from '../../figures/parts/curve.ts';
import type { Figure } from '../../figures/parts/figure.ts';
import { inPowers } from '../../figures/parts/in-powers.ts';
import type { Shown, View } from '../kit/explorable.ts';
import type { Standing } from '../kit/outside-note.ts';
import { shifted } from './ask-of-training.ts';
import type { State } from './regression-controls.ts';
import { rule, stateAt, type Training } from './train-line.ts';

const sets = {
  three: {
    plane: { x: [-0.5, 4.5], y: [-1, 13] },
    planeTicks: { x: [0, 1, 2, 3, 4], y: [0, 5, 10] },
    map: { x: [-1, 5], y: [-4, 6] },
    mapTicks: { x: [-1, 0, 1, 2, 3, 4, 5], y: [-2, 0, 2, 4] },
    above: [0.3, 2, 6, 15, 30, 60, 120, 240],
    arrows: 0.5,
    powers: [-1, 3],
  },
  project: {
    plane: { x: [-3.3, 3.3], y: [-6, 8] },
    planeTicks: { x: [-3, -2, -1, 0, 1, 2, 3], y: [-5, 0, 5] },
    map: { x: [-0.35, 3.65], y: [-0.6, 2.4] },
    mapTicks: { x: [0, 1, 2, 3], y: [0, 1, 2] },
    above: [0.3, 1.3, 3, 5, 8, 12, 16, 20],
    arrows: 0.1,
    powers: [-1, 2],
  },
} as const;

type RegressionShown = Shown<State, Training>;

/** The line among its points, its loss as a place on the map of m and b, and the losses: with what can leave them. */
export function regressionFigures(shown: RegressionShown, says: string): Pick<View, 'figures' | 'standing'> {
  const walk = walkOf(shown);
  return {
    figures: [lineFigure(shown, says), mapFigure(shown, walk, says), lossFigure(shown, says)],
    standing: standing(shown, walk),
  };
}

/** Whether the reader is asked for a place in the map. */
const asksForPlace = ({ asking, state }: RegressionShown) => asking && state.data === 'three';

function lineFigure(shown: RegressionShown, says: string): Figure {
  const { model, state, step } = shown;
  const { plane, planeTicks } = sets[state.data];
  const { m, b } = stateAt(model, step);
  const { from, to } = shifted(state.points);
  const fit = { key: state.data, points: model.points, m, b, view: plane, ticks: planeTicks };
  return fittedLine(asksForPlace(shown) ? { ...fit, moves: [from, to] } : fit, {
    title: 'The points, the line, and the errors',
    description: `${says} From each point a stroke, its error, leads to the line.`,
  });
}

/** The path of the training so far, with its next step, and where the reader guesses that it leads. */
function walkOf(shown: RegressionShown) {
  const { model, state, step, guess } = shown;
  const { forM, forB, next } = stateAt(model, step);
  return {
    places: model.places.slice(0, step + 1),
    dots: true,
    next,
    slopes: { along: [forM, forB] as const, scale: sets[state.data].arrows },
    guess: asksForPlace(shown) && Array.isArray(guess) ? (guess as unknown as Point) : undefined,
  };
}

type Walk = ReturnType<typeof walkOf>;

function mapFigure({ model, state }: RegressionShown, walk: Walk, says: string): Figure {
  const { map, mapTicks, above } = sets[state.data];
  const key = state.data === 'three' ? state.points.join(' ') : 'project';
  return lossMap({ key, valley: model.valley, above, view: map, ticks: mapTicks }, walk, {
    title: 'The loss over the map of m and b, with the path of the training',
    description: says,
  });
}

const lossesUntil = ({ path }: Training, step: number) => path.slice(0, step + 1).map((one) => one.value);

function lossFigure({ model, state, step }: RegressionShown, says: string): Figure {
  return lossCurve(
    {
      // The lesson has a figure `regression-loss`, and ids are made of both names.
      name: 'losses',
      values: lossesUntil(model, step),
      steps: rule.steps,
      unit: 'step',
      says: 'loss',
      powers: sets[state.data].powers,
    },
    { title: 'The loss, step by step', description: says },
  );
}

/** Where the line is over the points' part of the axis; it may well leave the picture at one end. */
const alongLine = (m: number, b: number, [low, high]: readonly [number, number]): Point[] =>
  spaced(low, high, 61).map((x) => [x, m * x + b]);

/** The objects that can leave their picture. */
function standing({ model, state, step }: RegressionShown, { places, next }: Walk): Standing[] {
  const { m, b } = stateAt(model, step);
  const line = alongLine(m, b, sets[state.data].plane.x);
  return [
    { what: 'the training', figure: 'map', places },
    { what: 'the next line', figure: 'map', places: [next] },
    ...(model.best ? [{ what: 'the lowest point', figure: 'map', places: [model.best] }] : []),
    { what: 'the line', figure: 'line', places: line, as: 'endless line' },
    { what: 'the loss', figure: 'losses', places: inPowers(lossesUntil(model, step)) },
  ];
}
