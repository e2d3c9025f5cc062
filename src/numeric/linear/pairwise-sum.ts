/** Up to this many numbers are added in one block. */
const blockSize = 128;

/**
 * The sum of the numbers in the order in which NumPy adds a contiguous array of floats, so that the last bit agrees:
 * one after the other below 8 numbers; in eight interleaved sums up to 128; and above that the sums of two halves, the
 * first a multiple of 8 long. The error grows with the logarithm of the length only. The sum of nothing is 0.
 *
 * @see Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 4.1; NumPy's documentation of `sum`
 */
export function pairwiseSum(numbers: ArrayLike<number>): number {
  return sumRange(numbers, 0, numbers.length);
}

/**
 * The {@link pairwiseSum} of the first so many numbers, as they are in a buffer that is longer.
 *
 * @throws RangeError if there are not so many
 */
export function sumOfFirst(count: number, numbers: ArrayLike<number>): number {
  // Here once: descents add millions of numbers, and to check each index takes longer than to add.
  if (!(count <= numbers.length)) throw new RangeError(`there are ${numbers.length} numbers; sum at most as many`);
  return sumRange(numbers, 0, count);
}

/** The mean as `numpy.mean` computes it: the pairwise sum, divided by how many there are. The mean of nothing is NaN. */
export function mean(numbers: ArrayLike<number>): number {
  return pairwiseSum(numbers) / numbers.length;
}

function sumRange(numbers: ArrayLike<number>, from: number, to: number): number {
  const length = to - from;
  if (length < 8) return sumInOrder(numbers, from, to, 0);
  if (length <= blockSize) return sumBlock(numbers, from, to);
  const half = Math.floor(length / 2);
  const middle = from + half - (half % 8);
  return sumRange(numbers, from, middle) + sumRange(numbers, middle, to);
}

function sumInOrder(numbers: ArrayLike<number>, from: number, to: number, start: number): number {
  let sum = start;
  for (let i = from; i < to; i++) sum += numbers[i] as number;
  return sum;
}

function sumBlock(numbers: ArrayLike<number>, from: number, to: number): number {
  const end = to - ((to - from) % 8);
  const lane = (k: number) => {
    let sum = numbers[from + k] as number;
    for (let i = from + 8 + k; i < end; i += 8) sum += numbers[i] as number;
    return sum;
  };
  const whole = lane(0) + lane(1) + (lane(2) + lane(3)) + (lane(4) + lane(5) + (lane(6) + lane(7)));
  return sumInOrder(numbers, end, to, whole);
}
