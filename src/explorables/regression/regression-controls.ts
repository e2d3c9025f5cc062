import { choiceControl, numberControl, pointControl, pointsControl, type StateOf } from '../kit/control.ts';

/** The state of the regression that a reader sets. */
export const controls = {
  data: choiceControl({
    label: 'data',
    initial: 'three',
    options: { three: 'three points', project: 'the project’s fifty' },
  }),
  points: pointsControl({
    label: 'point',
    initial: [
      [1, 4],
      [2, 3],
      [3, 9],
    ],
    range: { x: [0, 4], y: [0, 12] },
    step: 0.1,
    matters: ({ data }) => data === 'three',
  }),
  line: pointControl({
    label: 'start',
    axes: ['m', 'b'],
    initial: [2, 1],
    range: { x: [-1, 5], y: [-4, 6] },
    step: 0.1,
  }),
  rate: numberControl({ label: 'learning rate', initial: 0.1, range: [0.001, 0.5], step: 'log' }),
};

export type State = StateOf<typeof controls>;
