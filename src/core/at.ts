/**
 * The value at an index that is known to exist, where `values[index]` would be of the type `T | undefined`.
 *
 * @param index counted from 0
 * @throws RangeError that names the index and the length, when there is no such value
 */
export function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  // Descents call this millions of times. What there is needs no other check.
  if (value === undefined && !isIndex(values, index))
    throw new RangeError(
      `There is no index ${index} among ${values.length} ${values.length === 1 ? 'value' : 'values'}.`,
    );
  return value as T;
}

function isIndex({ length }: ArrayLike<unknown>, index: number): boolean {
  return Number.isInteger(index) && index >= 0 && index < length;
}

/**
 * The last of the values.
 *
 * @throws RangeError when there are none
 */
export function last<T>(values: ArrayLike<T>): T {
  return at(values, values.length - 1);
}
