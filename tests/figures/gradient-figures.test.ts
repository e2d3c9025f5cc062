import { describe, expect, it } from 'vitest';
import { chainGraph } from '../../src/figures/lesson/chain-graph.ts';
import { contourGradients } from '../../src/figures/lesson/contour-gradients.ts';
import { partialSlices } from '../../src/figures/lesson/partial-slices.ts';
import { bowl } from '../../src/numeric/functions/functions-of-many.ts';
import { norm } from '../../src/numeric/linear/norm.ts';
import { corners, marks, numbersIn, render, unscale, words } from './render.ts';

describe('contour-gradients', () => {
  const figure = contourGradients();
  const svg = render(figure);
  const toAxes = unscale(
    svg,
    [
      [0, -2],
      [4, 2],
    ],
    [
      [0, -2],
      [4, 2],
    ],
  );

  it('has the same scale along both axes, so that right angles are right', () => {
    const [ax = 0, ay = 0] = toAxes([0, 0]);
    const [bx = 0, by = 0] = toAxes([100, 100]);
    expect(bx - ax).toBeCloseTo(ay - by, 6);
  });

  it('draws every arrow along the gradient at its foot, as long as the gradient in proportion', () => {
    const arrows = marks(svg, 'arrow');
    expect(arrows.length).toBe(12);
    // Head and foot are each rounded to a tenth of a pixel.
    const [[left = 0] = [], [right = 0] = []] = [toAxes([0, 0]), toAxes([0.1, 0])];
    const rounding = (right - left) / 0.075;
    for (const arrow of arrows) {
      const [foot = [], head = []] = corners(arrow).slice(0, 2).map(toAxes);
      const [x = 0, y = 0] = foot;
      const gradient = bowl.gradient([x, y]);
      head.forEach((end, i) => {
        expect(Math.abs((end - (foot[i] ?? 0)) / 0.075 - (gradient[i] ?? Number.NaN))).toBeLessThan(rounding);
      });
    }
  });

  it('draws each contour line where the function has its height', () => {
    const lines = [...(marks(svg, 'line')[0]?.parentElement?.querySelectorAll('path') ?? [])];
    expect(lines.length).toBeGreaterThanOrEqual(8);
    lines.forEach((line, i) => {
      for (const [x = 0, y = 0] of corners(line)
        .map(toAxes)
        .filter(([x = 9, y = 9]) => Math.abs(x) < 2.9 && Math.abs(y) < 2.4)) {
        expect(Math.abs(bowl.value([x, y]) - 3 * (i + 1))).toBeLessThan(0.15);
      }
    });
  });

  it('has the length of the gradient in its description', () => {
    expect(figure.description).toContain(`length ${norm(bowl.gradient([1, 1])).toFixed(1)} at (1, 1)`);
    expect(figure.description).toContain('the gradient is (2, 6)');
  });
});

describe('partial-slices', () => {
  const figure = partialSlices();
  const svg = render(figure);

  it('draws two curves and two tangents, with the slopes 2 and 12', () => {
    expect(marks(svg, 'line').flatMap((group) => (group.tagName === 'g' ? [...group.children] : [group])).length).toBe(
      4,
    );
    expect(words(svg)).toEqual(expect.arrayContaining(['slope 2', 'slope 12', 'y held at 2', 'x held at 1']));
  });

  it('describes both', () => {
    expect(figure.description).toContain('rises by 2 per unit of x');
    expect(figure.description).toContain('rises by 12 per unit of y, 6 times as steeply');
    expect(numbersIn(figure.description)).toEqual(expect.arrayContaining([bowl.value([1, 2])]));
  });
});

describe('chain-graph', () => {
  const svg = render(chainGraph());

  it('has the forward values, the backward derivatives and the local ones of the chain', () => {
    const labels = words(svg);
    expect(labels.slice(0, 8)).toEqual(['1', '2', '5', '25', '20', '10', '10', '1']);
    expect(labels).toEqual(expect.arrayContaining(['double', 'add 3', 'square', '× 2', '× 1', '× 10']));
  });

  it('has three arrows each way, the way back dashed', () => {
    expect(marks(svg, 'arrow').length).toBe(6);
    expect(
      [...svg.querySelectorAll('[data-mark="arrow"]')].map((group) => group.getAttribute('stroke-dasharray')),
    ).toEqual([null, '5,4']);
  });

  it('describes the way there and back', () => {
    expect(chainGraph().description).toContain('the input is 1, double gives 2, add 3 gives 5, square gives 25');
    expect(chainGraph().description).toContain('square 10, add 3 1, double 2');
  });
});
