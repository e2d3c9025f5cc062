import { expect, test } from 'vitest';
import { parabolaTangents } from '../../../src/figures/lesson/parabola-tangents.ts';
import { square } from '../../../src/numeric/functions/functions-of-one.ts';
import { corners, marks, numbersIn, render, unscale, words } from '../render.ts';

const at = [-2, -1, 0, 1, 2];
const figure = parabolaTangents();
const svg = render(figure);

test('the curve, five tangents and their points are drawn', () => {
  expect(marks(svg, 'line').length).toBe(6);
  expect(marks(svg, 'dot').length).toBe(5);
});

test('every tangent goes through its point with its slope', () => {
  const toAxes = unscale(
    svg,
    [
      [3, 0],
      [4, 1],
    ],
    [
      [0, 0],
      [1, 5],
    ],
  );
  marks(svg, 'line')
    .slice(1)
    .forEach((line, i) => {
      const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = corners(line).map(toAxes);
      const x = at[i] ?? Number.NaN;
      expect((by - ay) / (bx - ax)).toBeCloseTo(square.derivative(x), 1);
      expect((ax + bx) / 2).toBeCloseTo(x, 2);
      expect((ay + by) / 2).toBeCloseTo(square.value(x), 1);
    });
});

test('each slope is written beside its point and in the description', () => {
  const slopes = at.map((x) => square.derivative(x));
  expect(
    words(svg)
      .filter((word) => word.startsWith('slope'))
      .flatMap(numbersIn),
  ).toEqual(slopes);
  const [, list = ''] = figure.description.split('Their slopes are');
  expect(numbersIn(list)).toEqual(at.flatMap((x) => [square.derivative(x), x]));
});
