import type { Explanations } from './explanation.ts';

/** Arrays with shapes that do not match, and indices out of bounds. */
export const explainShapes: Explanations = {
  ValueError: [
    [
      /operands could not be broadcast together with shapes (\(.*?\)) (\(.*?\))/,
      'Element by element, the shapes $1 and $2 do not match. Compared from the right, each two lengths must be equal, or one of them 1.',
    ],
    [
      /could not broadcast input array from shape (\(.*?\)) into shape (\(.*?\))/,
      'The new values have the shape $1, but their place in the array has the shape $2.',
    ],
    [
      /shapes (\(.*?\)) and (\(.*?\)) not aligned/,
      'For a product, the last length of the first ($1) must equal the first length of the second ($2). Should one of them be transposed, with `.T`?',
    ],
    [
      /matmul: Input operand 1 has a mismatch.*size (\d+) is different from (\d+)/,
      'For a matrix product, the columns of the first ($2) must be as many as the rows of the second ($1). Should one of them be transposed, with `.T`?',
    ],
    [
      /matmul: Input operand \d does not have enough dimensions/,
      '`@` multiplies vectors and matrices, and one of the two is a single number. Write `*`.',
    ],
    [
      /cannot reshape array of size (\d+) into shape (\(.*?\))/,
      'An array of $1 elements cannot be laid out as $2: the lengths must multiply to $1.',
    ],
    [
      /truth value of an array with more than one element is ambiguous/,
      'A comparison of an array gives one answer for each element, and `if`, `and`, `or` want a single one. Ask `np.all(…)` or `np.any(…)`.',
    ],
    [
      /inhomogeneous shape|setting an array element with a sequence/,
      'The rows are not of the same length, or a list stands where a number should. An array needs rows of equal length.',
    ],
    [
      /input array dimensions|must match exactly|all the input arrays must have same number of dimensions/,
      'Arrays that are joined must agree in all lengths but the one along which they are joined.',
    ],
  ],
  LinAlgError: [
    [
      /Singular matrix/,
      'The matrix has no inverse: some of its rows or columns follow from others. No single solution exists.',
    ],
    [/must be square/, 'This needs a matrix with as many rows as columns.'],
  ],
  AxisError: [
    [
      /axis (-?\d+) is out of bounds for array of dimension (\d+)/,
      'The axes of the array are counted from 0, and it has $2 of them: there is no axis $1.',
    ],
  ],
  IndexError: [
    [
      /index (-?\d+) is out of bounds for axis (\d+) with size (\d+)/,
      ([, index = '', , size = '']) => {
        if (size === '0') return `There are no elements there, and number ${index} was asked for.`;
        if (size === '1') return `There is one element there, number 0, and number ${index} was asked for.`;
        return `There are ${size} elements there, counted from 0 to ${Number(size) - 1}, and number ${index} was asked for.`;
      },
    ],
    [
      /too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed/,
      'The array has fewer axes ($1) than there are indices in the brackets ($2).',
    ],
    [
      /invalid index to scalar variable/,
      'Square brackets take an element of a list or an array, and this is a single number.',
    ],
    [/boolean index did not match/, 'A mask must be as long as the array from which it picks.'],
    [/only integers, slices/, 'An index is a whole number. Use `//` to divide without a remainder, or `int(…)`.'],
    [/pop from empty/, 'There is nothing left to take: it is empty.'],
    [
      /(\w+)(?: assignment)? index out of range/,
      'There are not that many elements. The first has the index 0, and the last of n has n − 1.',
    ],
  ],
};
