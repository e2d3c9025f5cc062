import { at } from '../../core/at.ts';
import { arrow } from '../parts/arrow.ts';
import type { Figure, FigureText } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import type { Marks } from '../parts/mark.ts';
import { dot, link } from '../parts/marks.ts';
import { noMargins, panel } from '../parts/panel.ts';
import { showing } from '../parts/showing.ts';
import { dotted } from '../parts/step-line.ts';
import { color, size } from '../parts/theme.ts';

/** One parameter of a neuron on its line of numbers. */
export interface ParameterTrack {
  readonly name: string;
  /** The number that multiplies it, as a text. */
  readonly input: string;
  readonly value: number;
  /** The rate of the loss for it, and the text of it; `undefined` while they are the open question. */
  readonly rate: { readonly value: number; readonly text: string } | undefined;
}

/** The parameters of a neuron, and its answer beside the target. */
export interface NeuronTracks {
  readonly parameters: readonly ParameterTrack[];
  readonly answer: number;
  readonly target: number;
}

const view = { x: [-3.6, 5.1], y: [-0.35, 4.05] } as const;
/** The heights of the tracks of the parameters, and of the answer. */
export const trackHeights = [3.3, 2.3, 1.3] as const;
const answerTrack = 0.3;
/** How long the arrow of a rate of 1 is; the greatest rate is below 3.5. */
const arrowPerRate = 0.42;
const nameColumn = -3.45;
const rateColumn = 5;
/** A free place between the tracks and the rates. */
export const besideRate = 3.1;

/** Lines of numbers, one for each parameter, with arrows toward a smaller loss; below them the answer and the target. */
export function neuronTracks(neuron: NeuronTracks, words: FigureText): Figure {
  return panel({
    ...words,
    name: 'neuron',
    height: 300,
    view,
    margins: noMargins,
    marks: marksOf(neuron),
    ground: { key: '', marks: ground },
  });
}

function ground(): Marks[] {
  const track = (y: number, end: number) =>
    link([0], { x1: -end, x2: end, y1: y, y2: y, stroke: color.ruleStrong, strokeWidth: 3, strokeLinecap: 'round' });
  const mark = (x: number, y: number) =>
    link([0], { x1: x, x2: x, y1: y - 0.1, y2: y + 0.1, stroke: color.ruleStrong });
  return [
    trackHeights.map((y) => [track(y, 2), mark(0, y)]),
    track(answerTrack, 1),
    mark(0, answerTrack),
    label({ x: nameColumn, y: answerTrack, anchor: 'start', text: 'answer', fill: color.step }),
    label({ x: rateColumn, y: view.y[1] - 0.2, anchor: 'end', text: 'rate of the loss', fill: color.gradient }),
  ];
}

function marksOf({ parameters, answer, target }: NeuronTracks): Marks[] {
  const error = { x1: answer, x2: target, y1: answerTrack, y2: answerTrack };
  return [
    parameters.map((parameter, i) => parameterMarks(parameter, at(['1', '2', '3'], i), at(trackHeights, i))),
    showing('e', link([0], { ...error, stroke: color.loss, strokeWidth: 6 })),
    link([0], { x1: target, x2: target, y1: answerTrack - 0.25, y2: answerTrack + 0.25, stroke: color.ink, ...dotted }),
    label({ x: target, y: answerTrack, dy: 26, text: 'target' }),
    showing('a', dot([[answer, answerTrack]], { fill: color.step, r: size.point + 2 })),
  ];
}

function parameterMarks({ name, input, value, rate }: ParameterTrack, key: string, y: number): Marks[] {
  const style = { stroke: color.gradient, strokeWidth: size.strong, headLength: 9 } as const;
  const to = value - arrowPerRate * (rate?.value ?? 0);
  return [
    label({ x: nameColumn, y, dy: -17, anchor: 'start', text: `${name} × ${input}`, fill: color.function }),
    rate && [
      Math.abs(to - value) < 0.02
        ? null
        : showing(`r${key}`, arrow([0], { x1: value, x2: to, y1: y, y2: y, ...style })),
      showing(`r${key}`, label({ x: rateColumn, y, anchor: 'end', text: rate.text, fill: color.gradient })),
    ],
    showing(`p${key}`, dot([[value, y]], { fill: color.function, r: size.point + 2 })),
  ];
}
