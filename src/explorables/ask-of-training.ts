import { choiceControl, type Point, type PointControl, pointControl } from './control.ts';
import type { Prediction } from './explorable.ts';
import type { State } from './regression-controls.ts';
import { showNumber } from './show-number.ts';
import { bestFor, rule, type Training } from './train-line.ts';

/** The third point, three lower, or higher if it is too low for that. */
export function shifted(points: readonly Point[]): { from: Point; to: Point; points: readonly Point[] } {
  const from = points[2] ?? [0, 0];
  const to: Point = [from[0], from[1] < 3 ? from[1] + 3 : from[1] - 3];
  return { from, to, points: points.map((point, i) => (i === 2 ? to : point)) };
}

const change = (by: number, up: string, down: string) => `${by < 0 ? down : up} by ${showNumber(Math.abs(by), 2)}`;

/** Asked on the map: where the lowest point goes when a data point moves. */
export function whereTo({ best: now = [0, 0] }: Training, state: State, { range, step }: PointControl): Prediction {
  const { from, to, points } = shifted(state.points);
  const [m, b] = bestFor(points) ?? now;
  const place = ([pm, pb]: Point) => `m = ${showNumber(pm, 2)}, b = ${showNumber(pb, 2)}`;
  const middle = (to[1] - from[1]) / 3;
  return {
    ask: `The lowest point of the bowl is at ${place(now)}. The point (${from.join(', ')}) moves to (${to.map((value) => showNumber(value, 0)).join(', ')}). Where does the lowest point move?`,
    guess: pointControl({
      label: 'lowest point,',
      axes: ['m', 'b'],
      initial: [Number(now[0].toFixed(1)), Number(now[1].toFixed(1))],
      range,
      step,
    }),
    handle: (guess) => ({ at: guess as unknown as Point, figure: 'map' }),
    judge: (guess) => {
      const [gm, gb] = guess as unknown as Point;
      const right = Math.abs(gm - m) <= 0.5 && Math.abs(gb - b) <= 1;
      return { right, says: `You put it at ${place([gm, gb])}; it moves to ${place([m, b])}.` };
    },
    answer: `To ${place([m, b])}. The point stands ${from[0] >= 2 ? 'right' : 'left'} of the middle, so it turns the line: ${change(m - now[0], 'steeper', 'less steep')}. The best line always goes through the middle of the points, and that moves ${change(middle, 'up', 'down')} only, a third of the way. So at x = 0 the line comes out ${change(b - now[1], 'higher', 'lower')}. Moving one point moves both numbers, along the floor of the valley.`,
    reveal: { step: rule.steps, state: { ...state, points } },
  };
}

/** Asked of the project's training: which of its two numbers is the first to arrive. */
export function whichFirst({ best = [0, 0], path }: Training): Prediction {
  const options = { m: 'the slope m', b: 'the height b', both: 'both at the same time' };
  const arrived = (axis: 0 | 1) =>
    path.findIndex(({ position }) => Math.abs(Number(position[axis]) - best[axis]) < 0.01);
  const [m, b] = [arrived(0), arrived(1)];
  const first = m === b ? 'both' : (b === -1 || m < b) && m !== -1 ? 'm' : 'b';
  const when = (step: number) => (step < 0 ? `not within ${path.length - 1} steps` : `at step ${step}`);
  return {
    ask: 'The training has not begun. Which of the two numbers will be the first to come within 0.01 of its place at the bottom?',
    guess: choiceControl({ label: 'the first', initial: 'both', options }),
    judge: (guess) => ({ right: guess === first, says: `It is ${options[first]}.` }),
    answer: `It is ${options[first]}: m arrives ${when(m)}, b ${when(b)}. The bowl bends more along m than along b, because a change of m counts times x, and the x reach from −3 to 3. So the slopes along m are larger, and the steps in that direction too.`,
    reveal: { step: 20 },
  };
}
