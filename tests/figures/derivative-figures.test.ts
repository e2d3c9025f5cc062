import { describe, expect, it, test } from 'vitest';
import { differenceError } from '../../src/figures/lesson/difference-error.ts';
import { secantToTangent } from '../../src/figures/lesson/secant-to-tangent.ts';
import { corners, marks, numbersIn, render, unscale, words } from './render.ts';

describe('secant-to-tangent', () => {
  const figure = secantToTangent();
  const svg = render(figure);
  const toAxes = unscale(
    svg,
    [
      [0, 2],
      [1, 3],
    ],
    [
      [0, 0],
      [2, 20],
    ],
  );
  const slopes = marks(svg, 'line')
    .slice(1)
    .map((line) => {
      const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = corners(line).map(toAxes);
      return (by - ay) / (bx - ax);
    });

  it('draws two secants and the tangent with their slopes, all through (3, 9)', () => {
    expect(slopes.map(Math.round)).toEqual([8, 7, 6]);
    for (const line of marks(svg, 'line').slice(1)) {
      const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = corners(line).map(toAxes);
      expect(ay + ((by - ay) * (3 - ax)) / (bx - ax)).toBeCloseTo(9, 1);
    }
  });

  it('distinguishes secants from the tangent by their dashes', () => {
    const dashes = [...svg.querySelectorAll('[data-mark="line"]')].map((group) =>
      group.getAttribute('stroke-dasharray'),
    );
    expect(dashes).toEqual([null, '7,5', '7,5', null]);
  });

  it('writes the slopes beside the lines and into the description', () => {
    expect(words(svg)).toEqual(expect.arrayContaining(['h = 2: slope 8', 'h = 1: slope 7', 'tangent: slope 6']));
    expect(numbersIn(figure.description)).toEqual([3, 9, 8, 2, 7, 1, 6]);
  });
});

describe('difference-error', () => {
  const figure = differenceError();
  const svg = render(figure);

  it('shows the turning points of the lesson: near 1e-8 and near 1e-5', () => {
    const toAxes = unscale(
      svg,
      [
        [0, -12],
        [1, -10],
      ],
      [
        [0, -10],
        [1, -8],
      ],
    );
    const best = marks(svg, 'dot').map((dot) =>
      toAxes([Number(dot.getAttribute('cx')), Number(dot.getAttribute('cy'))]),
    );
    expect(best.map(([x = 0]) => Math.round(x))).toEqual([-8, -5]);
    expect(best[0]?.[1]).toBeCloseTo(-7, 0);
    expect(best[1]?.[1]).toBeCloseTo(Math.log10(2e-10), 0);
    expect(figure.description).toContain('forward error is least at 10 to the −8, where it is about 10 to the −7');
    expect(figure.description).toContain('central error at 10 to the −5, where it is about 10 to the −10');
  });

  it('falls by its order: one decade a decade, and two', () => {
    const toAxes = unscale(
      svg,
      [
        [0, -12],
        [1, -10],
      ],
      [
        [0, -10],
        [1, -8],
      ],
    );
    const slopes = marks(svg, 'line').map((line) => {
      const points = corners(line).map(toAxes);
      // The line is straight there, and only its ends are points of the path.
      const end = points.findIndex(([x = 0]) => x > -2);
      const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = points.slice(end - 1, end + 1);
      expect(x0).toBeLessThan(-3);
      return (y1 - y0) / (x1 - x0);
    });
    expect(slopes[0]).toBeCloseTo(1, 1);
    expect(slopes[1]).toBeCloseTo(2, 1);
  });
});

test('the two methods differ in dash as well', () => {
  const dashes = [...render(differenceError()).querySelectorAll('[data-mark="line"]')].map((group) =>
    group.getAttribute('stroke-dasharray'),
  );
  expect(dashes).toEqual(['2,6', null]);
});
