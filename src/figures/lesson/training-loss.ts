import { line, ruleY } from '@observablehq/plot';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { panel } from '../parts/panel.ts';
import { regressionRun } from '../parts/regression-data.ts';
import { color, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

/** The picture ends here; the rest of the curve is level. */
const epochs = 40;

/** Lesson 06: the loss of the training, epoch by epoch, down to where the noise keeps it. */
export function trainingLoss(): Figure {
  const { training, rate } = regressionRun();
  const losses = training.path.map(({ value }) => value);
  const [first = Number.NaN, last = Number.NaN] = [losses[0], losses.at(-1)];
  const halved = losses.findIndex((loss) => loss < first / 2);
  return panel({
    name: 'training-loss',
    title: 'The loss of the training, epoch by epoch',
    description: [
      `The mean squared error against the number of epochs, with the learning rate ${rate}.`,
      `It starts at ${typesetNumber(first, 2)} and is below half of that after ${halved} epochs; from there it falls ever more slowly.`,
      `It levels off at ${typesetNumber(last, 3)}, not at zero, because no line goes through all the noisy points.`,
    ].join(' '),
    height: 314,
    view: { x: [0, epochs], y: [0, Math.ceil(first)] },
    margins: { left: 34, right: 12, top: 30, bottom: 56 },
    ticks: { x: [0, 10, 20, 30, 40], y: [0, 5, 10, 15].filter((tick) => tick < first) },
    xTitle: { text: 'epoch', dy: 44 },
    yTitle: { text: 'mean squared error', dx: -28, dy: -16 },
    marks: [
      ruleY([last], { stroke: color.loss, strokeDasharray: '2,5' }),
      line(
        losses.slice(0, epochs + 1).map((loss, epoch): [number, number] => [epoch, loss]),
        {
          stroke: color.loss,
          strokeWidth: size.strong,
          strokeLinejoin: 'round',
        },
      ),
      label({
        x: epochs,
        y: last,
        dy: -16,
        anchor: 'end',
        text: `levels off at ${typesetNumber(last, 3)}`,
        fill: color.loss,
      }),
    ],
  });
}
