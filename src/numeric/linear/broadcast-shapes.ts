/**
 * The shape that two arrays have together, as `np.broadcast_shapes` returns it: counted from the right, in each place
 * the sizes are equal, or one of them is 1 or missing and is stretched. `undefined` if they do not fit.
 */
export function broadcastShapes(a: readonly number[], b: readonly number[]): number[] | undefined {
  const length = Math.max(a.length, b.length);
  const sizes = Array.from({ length }, (_, i) => {
    const [m = 1, n = 1] = [a[a.length - length + i], b[b.length - length + i]];
    return m === n || n === 1 ? m : m === 1 ? n : undefined;
  });
  return sizes.every((size) => size !== undefined) ? sizes : undefined;
}
