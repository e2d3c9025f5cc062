import { expect, test } from 'vitest';
import { basinsOfAttraction as basins } from '../../src/explorables/basins.ts';
import { marks, render } from '../figures/render.ts';
import { outputOf } from './output-of.ts';

const page = 'guide/05-gradient-descent';
const { state } = basins.initial;
const minus = (text: string | undefined) => (text ?? '').replace('−', '-');
const endOf = (other: object) => {
  const { view, lastStep } = basins.scene({ ...state, ...other });
  return view(lastStep).readouts.map(({ value }) => minus(value));
};

test('the walks have every digit that the example prints', () => {
  const printed = outputOf(page, 'jump-across').trimEnd().split('\n');
  const lines = [0.01, 0.04].map((rate) => {
    const { ledger, lastStep } = basins.scene({ ...state, rate });
    const [first, last] = [1, lastStep].map((step) => minus(ledger?.row(step)[1]));
    return `rate ${rate}: first step to ${Number(first).toFixed(2)}, end at ${last}`;
  });
  expect(lines).toEqual(printed);
});

test('the tilted walks end where the lesson’s table says', () => {
  const printed = outputOf(page, 'tilted-valleys').trimEnd().split('\n');
  [2, 0, -0.5].forEach((start, i) => {
    const [x, height] = endOf({ curve: 'tilted', start, rate: 0.01 });
    expect(printed[i]).toMatch(new RegExp(`x = +${x}, height +${height}$`));
  });
});

test('both valleys of the even curve have their bottoms at the roots of 1.5', () => {
  expect(endOf({ start: 2, rate: 0.01 })[0]).toBe(Math.sqrt(1.5).toFixed(4));
  expect(endOf({ start: -0.5, rate: 0.01 })[0]).toBe((-Math.sqrt(1.5)).toFixed(4));
});

test('with short steps the basins meet at the top of the hill, and only there', () => {
  const picture = basins.scene({ ...state, rate: 0.01 }).view(0).figures[0];
  if (picture === undefined) throw new Error('there is no picture');
  const bars = marks(render(picture), 'link').filter((bar) => bar.parentElement?.getAttribute('stroke-width') === '9');
  // On the very top, where a single start stays, there is none.
  expect(bars.length).toBe(2);
});

test('on top of the hill and where it diverges it is said to end there, and nowhere', () => {
  expect(endOf({ start: 0 }).at(-1)).toBe('on top of the hill');
  expect(basins.scene({ ...state, start: 0 }).view(0).note).toContain('never moves');
  const gone = basins.scene({ ...state, rate: 0.1 });
  expect(gone.view(gone.lastStep).note).toMatch(/^Diverged: after 4 steps x is 2\.4\s×\s10¹⁵/);
});

test('while the question is open, nothing tells where the walk ends', () => {
  const { view } = basins.scene(state);
  expect(JSON.stringify(view(0))).toContain('left');
  const { figures, ...asked } = view(0, { guess: 'gone' });
  expect(JSON.stringify(asked)).not.toMatch(/left|right|-?0\.6/);
  expect(figures[0]?.middle?.key).toBe('even asked');
});

test('the question is judged by the valley', () => {
  const { prediction } = basins.scene(state);
  expect(['left', 'right', 'moving'].map((guess) => prediction?.judge(guess).right)).toEqual([true, false, false]);
});
