import type { Point } from '../../core/point.ts';
import { gearTrain, handOf, layGears } from '../../figures/explorable/gear-train.ts';
import type { Chain } from '../../numeric/derivatives/chain.ts';
import { formatRepr } from '../../numeric/format/format-repr.ts';
import { said } from '../format/show-number.ts';
import type { CodeLine } from '../kit/explorable.ts';
import type { State } from './chain-steps.ts';

export const inTurns = (value: number) => `${said(value)} ${value === 1 ? 'turn' : 'turns'}`;

/** The gears, and the hand of the first, which is turned on from where it stands. */
export function gearsOf({ values, locals }: Chain, { x }: State, asking: boolean) {
  const turns = values.map((value, i) => (asking && i > 0 ? 0 : value));
  const words = values.map((value, i) => (asking && i > 0 ? '? turns' : inTurns(value)));
  const [first] = layGears({ turns, ratios: locals });
  const [cx, cy] = first?.centre ?? [0, 0];
  const read = ([px, py]: Point) => {
    const part = Math.atan2(px - cx, py - cy) / (2 * Math.PI);
    return part + Math.round(x - part);
  };
  return {
    figure: gearTrain(
      { turns, ratios: locals, words },
      {
        title: 'Three gears in a row',
        description: `They have made ${words.join(', ')}; neighbours turn in opposite directions, and what is counted is turns.`,
      },
    ),
    handle: { control: 'x', at: first ? handOf(first) : ([0, 0] as const), read },
  };
}

/** The same in Python. */
export function gearCode({ x, second, third }: State): CodeLine[] {
  const [a, b] = [formatRepr(second), formatRepr(third)];
  return [
    `first = ${formatRepr(x)}`,
    [`second = ${a} * first`, 'forward'],
    [`third = ${b} * second`, 'forward'],
    '',
    'print(f"second {second:.2f} turns, third {third:.2f} turns")',
    [`print(f"third per first: {${a} * ${b}:.2f}")`, 'backward'],
  ];
}
