import { expect, test } from 'vitest';
import { quarticDescent } from '../../../src/figures/lesson/quartic-descent.ts';
import { gradientDescent1d } from '../../../src/numeric/descent/gradient-descent-1d.ts';
import { quartic } from '../../../src/numeric/functions/functions-of-one.ts';
import { corners, marks, numbersIn, render, words } from '../render.ts';

const figure = quarticDescent();
const svg = render(figure);
const { path } = gradientDescent1d(quartic, 3, 0.01, { steps: 100 });
const rounded = (value: number | undefined, decimals: number) => Number(value?.toFixed(decimals));

test('curve, joined points, hop and plumb lines are drawn', () => {
  expect(marks(svg, 'line').length).toBe(2);
  expect(marks(svg, 'arrow').length).toBe(1);
  expect(marks(svg, 'link').length).toBe(3);
  expect(marks(svg, 'dot').length).toBeGreaterThan(20);
});

test('the walk begins at the upper edge and ends in the valley', () => {
  const [, walk] = marks(svg, 'line');
  const points = corners(walk);
  expect(points[0]?.[1]).toBe(figure.plot.marginTop);
  const xs = points.map(([x]) => x);
  expect(xs).toEqual([...xs].sort((a, b) => b - a));
});

test('the labels name the start, the first steps and the end', () => {
  expect(words(svg)).toEqual(expect.arrayContaining(['start', '1', '2', 'x⁴ − 3x² + 2', 'step 100: 1.2247']));
  expect(words(svg).join(' ')).toMatch(/height\s*56 ↑/);
});

test('the numbers in the description are those of the descent', () => {
  const { description } = figure;
  const walk = description.slice(description.indexOf('A walk'));
  expect(numbersIn(walk)).toEqual([
    3,
    path[0]?.value,
    ...[1, 2, 3, 4].map((step) => rounded(path[step]?.position, 4)),
    100,
    rounded(path[100]?.position, 4),
    rounded(path[100]?.value, 2),
  ]);
});
