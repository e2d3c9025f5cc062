import { describe, expect, it } from 'vitest';
import { regressionFit } from '../../src/figures/lesson/regression-fit.ts';
import { regressionLoss } from '../../src/figures/lesson/regression-loss.ts';
import { trainingLoss } from '../../src/figures/lesson/training-loss.ts';
import { regressionRun } from '../../src/figures/parts/regression-data.ts';
import { corners, marks, numbersIn, render, unscale, words } from './render.ts';

describe('regression-fit', () => {
  const fit = regressionFit();
  const svg = render(fit);

  it('draws every point and its error', () => {
    expect(marks(svg, 'dot').length).toBe(50);
    expect([...svg.querySelectorAll('[stroke="var(--color-loss)"] line')].length).toBe(50);
  });

  it('names the line and the loss that NumPy finds', () => {
    expect(words(svg)).toContain('1.98x + 0.99');
    expect(fit.description).toContain('y = 1.98 x + 0.99');
    expect(fit.description).toContain('is 0.206');
  });
});

describe('regression-loss', () => {
  const figure = regressionLoss();
  const svg = render(figure);

  it('has the same scale along both axes', () => {
    const toAxes = unscale(
      svg,
      [
        [0, 0],
        [3, 3],
      ],
      [
        [0, 0],
        [2, 2],
      ],
    );
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [toAxes([0, 0]), toAxes([100, 100])];
    expect(bx - ax).toBeCloseTo(ay - by, 6);
  });

  it('draws the training from its start to the lowest point', () => {
    const toAxes = unscale(
      svg,
      [
        [0, 0],
        [3, 3],
      ],
      [
        [0, 0],
        [2, 2],
      ],
    );
    const drawn = corners(marks(svg, 'line')[0]).map(toAxes);
    const { path } = regressionRun().training;
    path.slice(0, 5).forEach(({ position: [m = 0, b = 0] }, i) => {
      expect(Math.hypot(m - (drawn[i]?.[0] ?? 9), b - (drawn[i]?.[1] ?? 9))).toBeLessThan(0.005);
    });
    const [m = 9, b = 9] = drawn.at(-1) ?? [];
    expect(Math.hypot(m - 1.9814, b - 0.9925)).toBeLessThan(0.005);
  });

  it('describes the epochs that the lesson prints', () => {
    expect(figure.description).toContain('starts at (0.00, 0.00)');
    expect(figure.description).toContain('to (0.57, 0.03), (0.97, 0.08) and (1.25, 0.14)');
    expect(figure.description).toContain('m = 1.98 and b = 0.99, where the loss is 0.206');
  });
});

describe('training-loss', () => {
  it('describes where the loss begins, when it has halved and where it ends', () => {
    expect(numbersIn(trainingLoss().description)).toEqual([0.05, 11.89, 2, 0.206]);
    expect(words(render(trainingLoss()))).toContain('levels off at 0.206');
  });
});
