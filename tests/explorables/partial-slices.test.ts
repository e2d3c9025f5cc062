import { expect, test } from 'vitest';
import { partialSlices } from '../../src/explorables/partial-slices.ts';
import { outputOf } from './output-of.ts';

const scene = partialSlices.scene(partialSlices.initial.state);
const plain = (text: string) => text.replace('−', '-');

test('the slopes have every digit that the example prints, at both of its points', () => {
  const [, ...printed] = outputOf('guide/03-gradients', 'partials').trimEnd().split('\n');
  const rows = [
    [1, 2],
    [3, -1],
  ].map(([x = 0, y = 0]) => {
    const { ledger } = partialSlices.scene({ f: 'bowl', at: [x, y] });
    const [byX = [], byY = []] = [0, 1].map((axis) => (ledger?.row(axis) ?? []).slice(2).map(plain));
    const exact = (cells: string[]) => String(Number(cells[1])).padStart(3);
    return `(${x}, ${String(y).padStart(2)})  ${byX[0]?.padStart(7)} ${exact(byX)}  ${byY[0]?.padStart(7)} ${exact(byY)}`;
  });
  expect(rows).toEqual(printed);
});

test('the other function gives the rows of its example', () => {
  const [, ...printed] = outputOf('guide/03-gradients', 'mixed-inputs').trimEnd().split('\n');
  for (const row of printed) {
    const [x, y, ...slopes] = row.trim().split(/\s+/);
    const { ledger } = partialSlices.scene({ f: 'mixed', at: [Number(x), Number(y)] });
    expect([0, 1].flatMap((axis) => (ledger?.row(axis) ?? []).slice(2).map(plain))).toEqual(slopes);
  }
});

test('the slice with one input held is written with its number', () => {
  const tex = (equation: string) => equation.replaceAll(/\\htmlData\{[^}]*\}|\\termroom/g, '');
  expect(tex(scene.view(0).equation)).toContain('{x^2 + 12}');
  expect(tex(partialSlices.scene({ f: 'mixed', at: [-2, -0.5] }).view(0).equation)).toContain('-0.5\\,x^2 - 0.48');
});

test('while the question is open, the slopes are not to be seen', () => {
  const { readouts, sentence, equation } = scene.view(0, { guess: 'x' });
  expect(readouts.slice(1).map(({ value }) => value)).toEqual(['?', '?']);
  expect(sentence).toBe('At (1, 2) the height is 13.');
  expect(equation).toContain('?');
});

test('the steeper way is judged by size, not by sign', () => {
  expect(scene.prediction?.judge('y').right).toBe(true);
  expect(partialSlices.scene({ f: 'bowl', at: [1, -2] }).prediction?.judge('y').right).toBe(true);
  expect(partialSlices.scene({ f: 'bowl', at: [1.5, -0.5] }).prediction?.judge('same').right).toBe(true);
});
