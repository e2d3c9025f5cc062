import { describe, expect, it } from 'vitest';
import { solve } from '../../../src/numeric/linear/solve.ts';
import { predict } from '../../../src/numeric/regression/least-squares.ts';
import { expectClose } from '../expect-close.ts';
import { seededRandom } from '../seeded-random.ts';

describe('a linear system', () => {
  it('is solved so that the remainder is rounding only', () => {
    const random = seededRandom(41);
    for (let i = 0; i < 100; i++) {
      const size = 1 + Math.floor(6 * random());
      const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => random() - 0.5));
      const right = matrix.map(() => random());
      const x = solve(matrix, right);
      const scale = Math.max(...x.map(Math.abs), 1);
      expectClose(
        predict(matrix, x).map((value, k) => 1 + (value - (right[k] ?? 0)) / scale),
        right.map(() => 1),
        13,
      );
    }
  });

  it('needs pivoting, and gets it', () => {
    expect(
      solve(
        [
          [0, 1],
          [1, 0],
        ],
        [2, 3],
      ),
    ).toEqual([3, 2]);
    expectClose(
      solve(
        [
          [1e-20, 1],
          [1, 1],
        ],
        [1, 2],
      ),
      [1, 1],
      15,
    );
  });

  it.each([
    [
      [
        [1, 2],
        [2, 4],
      ],
      [1, 1],
      'the matrix is singular; its rows say the same thing twice',
    ],
    [[[Number.NaN]], [1], 'the matrix is singular; its rows say the same thing twice'],
    [[[1, 2]], [1], 'the matrix has rows of 2 elements; write a square one'],
    [[], [], 'the matrix has rows of no elements; write a square one'],
    [[[1]], [1, 2], 'the right-hand side has 2 elements and the matrix 1 rows; write one for each'],
  ])('%o is refused', (matrix, right, message) => {
    expect(() => solve(matrix, right)).toThrow(new RangeError(message));
  });
});
