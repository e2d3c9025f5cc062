import { describe, expect, it } from 'vitest';
import { conditioning } from '../../src/figures/lesson/conditioning.ts';
import { descentPaths } from '../../src/figures/lesson/descent-paths.ts';
import { learningRates } from '../../src/figures/lesson/learning-rates.ts';
import { optimizerPaths } from '../../src/figures/lesson/optimizer-paths.ts';
import { saddlePath } from '../../src/figures/lesson/saddle-path.ts';
import { gradientDescent } from '../../src/numeric/descent/gradient-descent.ts';
import { bowl } from '../../src/numeric/functions/functions-of-many.ts';
import { corners, marks, numbersIn, render, unscale, words } from './render.ts';

describe('descent-paths', () => {
  const svg = render(descentPaths());
  const toAxes = unscale(
    svg,
    [
      [0, 0],
      [3, 3],
    ],
    [
      [0, -1],
      [3, 2],
    ],
  );

  it.each([
    [0.3, 0],
    [0.05, 1],
  ])('the walk with rate %s goes through the places of the descent', (rate, index) => {
    // The first lines are the contour lines.
    const drawn = corners(marks(svg, 'line')[index + 1]).map(toAxes);
    const { path } = gradientDescent(bowl, [3, 2], rate, { steps: 50 });
    path.slice(0, 5).forEach(({ position: [x = 0, y = 0] }, i) => {
      expect(Math.hypot(x - (drawn[i]?.[0] ?? 9), y - (drawn[i]?.[1] ?? 9))).toBeLessThan(0.01);
    });
  });

  it('describes the first steps of both', () => {
    expect(descentPaths().description).toContain('to (2.70, 1.40) and (2.43, 0.98)');
    expect(descentPaths().description).toContain('to (1.20, −1.60), then (0.48, 1.28), then (0.19, −1.02)');
  });
});

describe('conditioning', () => {
  it('needs as many steps as the lesson prints: 20 and 208', () => {
    expect(words(render(conditioning()))).toEqual(expect.arrayContaining(['20 steps', '208 steps']));
    expect(conditioning().description).toMatch(/it takes 20 steps .* it takes 208 steps/);
  });
});

describe('learning-rates', () => {
  const figure = learningRates();

  it('has one strip for each regime, with the first steps that the lesson prints', () => {
    const regimes = ['from one side', 'in one step', 'zig-zag', 'to and fro', 'diverges'];
    expect(words(render(figure))).toEqual(expect.arrayContaining(regimes));
    expect(figure.description).toContain('Rate 0.1 (factor 0.8, from one side): 3.20, 2.56, 2.05.');
    expect(figure.description).toContain('Rate 0.9 (factor −0.8, zig-zag): −3.20, 2.56, −2.05.');
    expect(figure.description).toContain('Rate 1.1 (factor −1.2, diverges): −4.80, 5.76, and then out of the picture.');
  });
});

describe('saddle-path', () => {
  const figure = saddlePath();
  const svg = render(figure);

  it('leaves at step 76, after lingering', () => {
    expect(words(svg)).toEqual(expect.arrayContaining(['step 76', 'steps 16 to 56']));
    expect(numbersIn(figure.description)).toEqual(expect.arrayContaining([16, 56, 76]));
  });

  it('first follows one axis, then the other', () => {
    const toAxes = unscale(
      svg,
      [
        [0, 0],
        [1, 1],
      ],
      [
        [0, 0],
        [1, 1],
      ],
    );
    for (const [x = 9, y = 9] of corners(marks(svg, 'line')[0]).map(toAxes)) {
      expect(Math.min(Math.abs(x), Math.abs(y))).toBeLessThan(0.03);
    }
  });
});

describe('optimizer-paths', () => {
  it('needs as many steps as the lesson prints: 101, 29 and 144', () => {
    expect(words(render(optimizerPaths()))).toEqual(expect.arrayContaining(['101 steps', '29 steps', '144 steps']));
  });

  it('describes the first steps that the lesson prints', () => {
    const { description } = optimizerPaths();
    expect(description).toContain('from wall to wall, to (2.77, −1.85) and (2.56, 1.70), and needs 101 steps');
    expect(description).toContain('swings further out, to (2.67, −3.56) and (2.22, 3.85)');
    expect(description).toContain('sets out diagonally, to (2.90, 1.90) and (2.80, 1.80)');
  });
});
