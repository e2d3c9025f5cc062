import { at } from '../../core/at.ts';
import { said, showOrNone } from '../format/show-number.ts';
import { numberControl } from '../kit/control.ts';
import type { Prediction } from '../kit/explorable.ts';
import type { Secants } from './measure-secants.ts';

/** On which slope do the lines settle? It is answered by turning a line in the picture. */
export function askForTangent({ x, y, tangent: exact, slope, nudges }: Secants): Prediction {
  const first = slope(nudges[0] ?? 1);
  const around = Math.round(Number.isFinite(first) ? first : 0);
  const text = showOrNone(exact, 2);
  return {
    ask: `With a nudge of ${nudges[0]} the line has the slope ${showOrNone(first, 2)}. On which slope does it settle as the nudge shrinks towards 0? Turn the line.`,
    guess: numberControl({ label: 'its slope', initial: around, range: [around - 5, around + 5], step: 0.1 }),
    handle: (guess) => ({ at: [x - 1, y - Number(guess)], read: ([px, py]) => (y - py) / (x - px || 1) }),
    truth: { setting: exact },
    judge: (guess) => {
      const off = Math.abs(Number(guess) - exact);
      return { right: off <= 0.1, says: `You turned it to ${said(Number(guess))}; it settles on ${text}.` };
    },
    answer: `On ${text}. ${why(slope, nudges, exact)}`,
    reveal: {},
  };
}

const watch = ' Press Play and watch the line turn: that is the tangent, and its slope is the derivative.';

function why(slope: Secants['slope'], nudges: readonly number[], exact: number): string {
  const off = [...nudges.slice(0, -10)].map((nudge) => slope(nudge) - exact);
  const [first = 0] = off;
  const nearer = off.every((one, i) => i === 0 || Math.abs(one) <= Math.abs(at(off, i - 1)));
  if (off.every((one) => Math.abs(one) <= 1e-9 * (1 + Math.abs(exact))))
    return 'From here to the second point the curve is straight, so every one of these lines has the same slope: each is the tangent, and its slope is the derivative.';
  const end = Math.abs(at(off, off.length - 1));
  if (!(end <= 1e-3 * (1 + Math.abs(exact)) || end < Math.abs(first) / 3))
    return `Something else happens between here and the second point, so it has to come nearer still to show it.${watch}`;
  if (!nearer || !off.every((one) => one * first > 0))
    return `The nearer the second point comes in the end, the less the line is off.${watch}`;
  const [lies, slopeIs] = first > 0 ? ['above', 'large'] : ['below', 'small'];
  return `To the right of the point the curve lies ${lies} its tangent, so the line has too ${slopeIs} a slope. The nearer the second point comes, the less the line is off.${watch}`;
}
