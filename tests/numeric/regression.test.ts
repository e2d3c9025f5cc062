import { describe, expect, it, test } from 'vitest';
import { numericalGradient } from '../../src/numeric/derivatives/numerical-gradient.ts';
import { gradientDescent } from '../../src/numeric/descent/gradient-descent.ts';
import { numpyRandom } from '../../src/numeric/random/numpy-random.ts';
import {
  type DesignMatrix,
  featureRows,
  lineRows,
  polynomialRows,
} from '../../src/numeric/regression/design-matrix.ts';
import { leastSquares, predict } from '../../src/numeric/regression/least-squares.ts';
import { meanSquaredError } from '../../src/numeric/regression/mean-squared-error.ts';
import { normalEquations } from '../../src/numeric/regression/normal-equations.ts';
import { expectClose } from './expect-close.ts';
import { fixture } from './fixture.ts';
import { seededRandom } from './seeded-random.ts';

interface Project {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly path: readonly (readonly [m: number, b: number, loss: number, dm: number, db: number])[];
  readonly degree1: readonly number[];
  readonly degree2: readonly number[];
  readonly degree3: readonly number[];
  readonly degree5: readonly number[];
}

const [project] = fixture<Project>('regression') as [Project];

describe('the project of the guide', () => {
  it('is trained as in NumPy, to the bit, from the seed on', () => {
    const random = numpyRandom(42);
    const x = random.uniform(-3, 3, 50);
    const noise = random.normal(0, 0.5, 50);
    const y = x.map((value, i) => 2 * value + 1 + (noise[i] ?? 0));
    expect([x, y]).toEqual([project.x, project.y]);
    const { path } = gradientDescent(leastSquares(lineRows(x), y), [0, 0], 0.05, { steps: 199 });
    expect(path.map(({ position, value, gradient }) => [...position, value, ...gradient])).toEqual(project.path);
  });

  it('ends where the normal equations say at once', () => {
    const end = project.path.at(-1)?.slice(0, 2) ?? [];
    expectClose(normalEquations(lineRows(project.x), project.y), end, 8);
  });

  it.each([
    [1, 12],
    [2, 12],
    [3, 11],
    [5, 10],
  ] as const)('a polynomial of degree %s is fitted as by numpy.polyfit, to %s digits', (degree, digits) => {
    expectClose(normalEquations(polynomialRows(project.x, degree), project.y), project[`degree${degree}`], digits);
  });
});

test('the gradient of the mean squared error equals central differences', () => {
  const random = seededRandom(37);
  const rows: DesignMatrix = Array.from({ length: 30 }, () => [random(), random() - 0.5, 1]);
  const targets = rows.map(() => random());
  const { value, gradient } = leastSquares(rows, targets);
  for (let i = 0; i < 50; i++) {
    const weights = [4 * random() - 2, 4 * random() - 2, 4 * random() - 2];
    expectClose(gradient(weights), numericalGradient(value, weights), 7);
  }
});

describe('several features', () => {
  const [row] = fixture<{ samples: number[][]; targets: number[]; weights: number[]; ridged: number[] }>('features');
  const { samples = [], targets = [], weights = [], ridged = [] } = row ?? {};

  it('are fitted as by numpy.linalg.lstsq', () => {
    expectClose(normalEquations(featureRows(samples), targets), weights, 12);
  });

  it('and by descent to the same place', () => {
    const run = gradientDescent(leastSquares(featureRows(samples), targets), [0, 0, 0, 0], 0.2, {
      steps: 5000,
      tolerance: 1e-12,
    });
    expect(run.reason).toBe('converged');
    expectClose(run.path.at(-1)?.position ?? [], weights, 10);
  });

  it('with a ridge that spares the intercept', () => {
    expectClose(normalEquations(featureRows(samples), targets, 2), ridged, 12);
  });
});

test('rows of polynomials begin with the highest power', () => {
  expect(polynomialRows([2, -1], 3)).toEqual([
    [8, 4, 2, 1],
    [-1, 1, -1, 1],
  ]);
  expect(polynomialRows([2], 0)).toEqual([[1]]);
});

test('data that cannot be fitted are refused', () => {
  expect(() => leastSquares([], [])).toThrow('there are no samples; write at least one');
  expect(() => leastSquares([[1]], [1, 2])).toThrow('there are 1 rows and 2 targets; write one target for each row');
  expect(() => meanSquaredError([], [])).toThrow('there are no targets; write at least one');
  expect(() => meanSquaredError([1], [1, 2])).toThrow(RangeError);
  expect(() => normalEquations(polynomialRows([1, 2], 3), [1, 2])).toThrow('singular');
  expect(() => predict([[1, 2]], [1])).toThrow(RangeError);
});
