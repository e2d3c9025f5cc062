import { line, ruleY } from '@observablehq/plot';
import { axes } from '../parts/axes.ts';
import type { Figure } from '../parts/figure.ts';
import { label } from '../parts/label.ts';
import { regressionRun } from '../parts/regression-data.ts';
import { color, figureWidth, size } from '../parts/theme.ts';
import { typesetNumber } from '../parts/typeset-number.ts';

/** The picture ends here; what follows is level. */
const epochs = 40;

/** Lesson 06: the loss of the training, epoch by epoch, down to where the noise keeps it. */
export function trainingLoss(): Figure {
  const { training, rate } = regressionRun();
  const losses = training.path.map(({ value }) => value);
  const [first = Number.NaN, last = Number.NaN] = [losses[0], losses.at(-1)];
  const halved = losses.findIndex((loss) => loss < first / 2);
  return {
    name: 'training-loss',
    title: 'The loss of the training, epoch by epoch',
    description: [
      `The mean squared error against the number of epochs, with the learning rate ${rate}.`,
      `It starts at ${typesetNumber(first, 2)} and is below half of that after ${halved} epochs; from there it falls ever more slowly.`,
      `It levels off at ${typesetNumber(last, 3)}, not at zero, because no line goes through all the noisy points.`,
    ].join(' '),
    width: figureWidth,
    height: 314,
    plot: {
      marginLeft: 34,
      marginRight: 12,
      marginTop: 30,
      marginBottom: 56,
      x: { domain: [0, epochs] },
      y: { domain: [0, Math.ceil(first)] },
      marks: [
        axes({ x: [0, 10, 20, 30, 40], y: [0, 5, 10, 15].filter((tick) => tick < first) }),
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
        label({
          x: 0,
          y: Math.ceil(first),
          dx: -28,
          dy: -16,
          anchor: 'start',
          text: 'mean squared error',
          fill: color.inkSoft,
        }),
        label({ x: epochs / 2, y: 0, dy: 44, text: 'epoch', fill: color.inkSoft }),
      ],
    },
  };
}
