import { at } from '../../core/at.ts';
import type { Point } from '../../core/point.ts';
import { said, showNumber } from '../format/show-number.ts';
import { choiceControl, type PointControl, pointControl } from '../kit/control.ts';
import type { Prediction } from '../kit/explorable.ts';
import type { State } from './regression-controls.ts';
import { bestFor, rule, type Training } from './train-line.ts';

/** The third point, three lower, or higher if it is too low for that. */
export function shifted(points: readonly Point[]): { from: Point; to: Point; points: readonly Point[] } {
  const from = points[2] ?? [0, 0];
  const to: Point = [from[0], from[1] < 3 ? from[1] + 3 : from[1] - 3];
  return { from, to, points: points.map((point, i) => (i === 2 ? to : point)) };
}

const change = (by: number, up: string, down: string) => `${by < 0 ? down : up} by ${showNumber(Math.abs(by), 2)}`;
const place = ([m, b]: Point) => `m = ${showNumber(m, 2)}, b = ${showNumber(b, 2)}`;
const same = (a: number, b: number) => Math.abs(a - b) < 1e-9;

/** Asked on the map: where the lowest point goes when a data point moves. Without a lowest point, before or after, nothing. */
export function whereTo({ best: now }: Training, state: State, { range, step }: PointControl): Prediction | undefined {
  const { from, to, points } = shifted(state.points);
  const then = bestFor(points);
  if (now === undefined || then === undefined) return undefined;
  const [m, b] = then;
  return {
    ask: `The lowest point of the bowl is at ${place(now)}. The point (${from.map((value) => said(value)).join(', ')}) moves to (${to.map((value) => said(value)).join(', ')}). Where does the lowest point move?`,
    guess: pointControl({
      label: 'lowest point,',
      axes: ['m', 'b'],
      initial: [Number(now[0].toFixed(1)), Number(now[1].toFixed(1))],
      range,
      step,
    }),
    handle: (guess) => ({ at: guess as unknown as Point, figure: 'map' }),
    truth: { setting: [m, b] },
    judge: (guess) => {
      const [gm, gb] = guess as unknown as Point;
      const right = Math.abs(gm - m) <= 0.5 && Math.abs(gb - b) <= 1;
      return { right, says: `You put it at ${place([gm, gb])}; it moves to ${place([m, b])}.` };
    },
    answer: `To ${place([m, b])}. ${why({ now, then }, state.points, to[1] - from[1])}`,
    reveal: { step: rule.steps, state: { ...state, points } },
  };
}

/** The lowest point, before and after. */
interface Moved {
  readonly now: Point;
  readonly then: Point;
}

/** The line turns about the middle of the points, and that moves a third of the way. */
function why({ now, then }: Moved, points: readonly Point[], by: number): string {
  const from = points[2] ?? [0, 0];
  const middle = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const moves = `the middle of the points moves ${change(by / 3, 'up', 'down')} only, a third of the way`;
  if (same(from[0], middle))
    return `The point stands at the mean of the x, so it does not turn the line: ${moves}, and the line with it. Here b moves alone; a point elsewhere would move m as well.`;
  const side = from[0] > middle ? 'right' : 'left';
  const turned = `The point stands ${side} of the middle, so it turns the line: m becomes ${change(then[0] - now[0], 'larger', 'smaller')}`;
  const through = `The best line always goes through the middle of the points, and ${moves}`;
  if (same(then[1], now[1]))
    return `${turned}. ${through}. At x = 0 the line comes out at the same height. Here m moves alone.`;
  return `${turned}. ${through}. So at x = 0 the line comes out ${change(then[1] - now[1], 'higher', 'lower')}. Here both numbers move; a point at the mean of the x would move b alone.`;
}

/** Asked of the project's training: which of its two numbers is the first to arrive. Where m is not, nothing. */
export function whichFirst({ best = [0, 0], path }: Training): Prediction | undefined {
  const options = { m: 'the slope m', b: 'the height b', both: 'both at the same time' };
  const arrived = (axis: 0 | 1) => path.findIndex(({ position }) => Math.abs(at(position, axis) - best[axis]) < 0.01);
  const [m, b] = [arrived(0), arrived(1)];
  if (m <= 0 || (b >= 0 && b <= m)) return undefined;
  const walked = path.map(({ position }): Point => [at(position, 0), at(position, 1)]);
  const from = at(walked, 0);
  /** The way to the bottom on which both arrive together, or b first. */
  const expected = (first: string): Point[] => (first === 'b' ? [from, [from[0], best[1]], best] : [from, best]);
  const when = b < 0 ? `not within ${path.length - 1} steps` : `at step ${b}`;
  return {
    ask: 'The training has not begun. Which of the two numbers will be the first to come within 0.01 of its place at the bottom?',
    guess: choiceControl({ label: 'the first', initial: 'both', options }),
    marks: (guess) => [{ figure: 'map', at: guess === 'm' ? walked : expected(String(guess)) }],
    truth: { setting: 'm' },
    judge: (guess) => ({ right: guess === 'm', says: `It is ${options.m}.` }),
    answer: `It is ${options.m}: m arrives at step ${m}, b ${when}. The bowl bends more along m than along b, because a change of m counts times x, and the x reach from about −3 to 3. So the same distance from the bottom makes a larger slope along m, and larger steps in that direction.`,
    reveal: { step: 20 },
  };
}
