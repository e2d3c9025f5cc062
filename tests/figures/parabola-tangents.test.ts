import { expect, test } from 'vitest';
import { parabolaTangents } from '../../src/figures/parabola-tangents.ts';
import { square } from '../../src/numeric/functions-of-one.ts';
import { marks, numbersIn, render, words } from './render.ts';

const at = [-2, -1, 0, 1, 2];
const figure = parabolaTangents();
const svg = render(figure);

test('the curve, five tangents and their points are drawn', () => {
  expect(marks(svg, 'line').length).toBe(6);
  expect(marks(svg, 'dot').length).toBe(5);
});

test('every tangent goes through its point with its slope', () => {
  const ticks = (axis: string) => marks(svg, `${axis}-axis tick label`).map(place);
  const [x0, x1] = [ticks('x')[3]?.x ?? 0, ticks('x')[4]?.x ?? 0];
  const [y0, y5] = [ticks('y')[0]?.y ?? 0, ticks('y')[1]?.y ?? 0];
  const [xUnit, yUnit] = [x1 - x0, (y5 - y0) / 5];
  const tangents = marks(svg, 'line').slice(1);
  tangents.forEach((line, i) => {
    const [ax = 0, ay = 0, bx = 0, by = 0] = (line.getAttribute('d')?.match(/-?[\d.]+/g) ?? []).map(Number);
    expect((by - ay) / yUnit / ((bx - ax) / xUnit)).toBeCloseTo(square.derivative(at[i] ?? Number.NaN), 2);
    expect(((ax + bx) / 2 - x0) / xUnit).toBeCloseTo(at[i] ?? Number.NaN, 2);
    expect(((ay + by) / 2 - y0) / yUnit).toBeCloseTo(square.value(at[i] ?? Number.NaN), 2);
  });
});

/** Where an element is moved to. */
function place(element: Element): { x: number; y: number } {
  const [x = Number.NaN, y = Number.NaN] = (element.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number);
  return { x, y };
}

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
