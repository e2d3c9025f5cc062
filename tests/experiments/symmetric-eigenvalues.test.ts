import { describe, expect, it, test } from 'vitest';
import { bowl, saddle } from '../../src/numeric/functions/functions-of-many.ts';
import { expectClose } from '../numeric/expect-close.ts';
import { fixture } from '../numeric/fixture.ts';
import { symmetricEigenvalues } from './symmetric-eigenvalues.ts';

test.each(fixture<{ matrix: number[][]; eigenvalues: number[] }>('eigenvalues'))(
  'of $matrix.length rows are those of numpy.linalg.eigvalsh',
  ({ matrix, eigenvalues }) => {
    expectClose(symmetricEigenvalues(matrix), eigenvalues, 14);
  },
);

describe('the eigenvalues of a symmetric matrix', () => {
  it('are the curvatures of a surface: two up in a bowl, one up and one down on a saddle', () => {
    expect(symmetricEigenvalues(bowl.hessian([1, 2]))).toEqual([2, 6]);
    expect(symmetricEigenvalues(saddle.hessian([1, 2]))).toEqual([-2, 2]);
  });

  it('do not depend on how the axes are turned', () => {
    const turned = [
      [26, -24],
      [-24, 26],
    ];
    expectClose(symmetricEigenvalues(turned), [2, 50], 14);
  });

  it('show a tiny one beside a large one', () => {
    const matrix = [
      [1, 0, 0],
      [1e-9, 1e-12, 0],
      [0, 0, 1e-20],
    ];
    const [first, second, third] = symmetricEigenvalues(matrix);
    expect(first).toBeCloseTo(1e-20, 30);
    expect(second).toBeCloseTo(1e-12 - 1e-18, 22);
    expect(third).toBe(1);
  });

  it('are read from below the diagonal', () => {
    const matrix = [
      [1, 99],
      [0, 3],
    ];
    expect(symmetricEigenvalues(matrix)).toEqual([1, 3]);
  });

  it('leave the matrix as it was, and of nothing are none', () => {
    const matrix = [
      [2, 1],
      [1, 2],
    ];
    expectClose(symmetricEigenvalues(matrix), [1, 3], 15);
    expect(matrix).toEqual([
      [2, 1],
      [1, 2],
    ]);
    expect(symmetricEigenvalues([])).toEqual([]);
  });

  it.each([
    [[[1, 2]], 'the matrix has rows of 2 elements; write a square one'],
    [[[Number.NaN]], 'an element is NaN; write a finite number, for example 1'],
  ])('of %o are refused', (matrix, message) => {
    expect(() => symmetricEigenvalues(matrix)).toThrow(new RangeError(message));
  });
});
