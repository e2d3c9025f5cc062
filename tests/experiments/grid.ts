/** `count` numbers at equal distances, `numpy.linspace(from, to, count)`. */
export function linspace(from: number, to: number, count: number): number[] {
  const step = (to - from) / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? to : i * step + from));
}

/** All points of a square grid with these coordinates along each side. */
export function squareGrid(side: readonly number[]): number[][] {
  return side.flatMap((y) => side.map((x) => [x, y]));
}
