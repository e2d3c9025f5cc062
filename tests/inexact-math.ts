/**
 * Makes JavaScript's elementary functions wrong by one unit in the last place, here up and there down, as those of
 * another processor or engine may be: `npm run test:anywhere` runs the unit tests with it. What is exact everywhere
 * stays exact: roots, and results with few digits such as 2 ** 10 or Math.exp(0).
 */
const elementary = [
  ...['pow', 'exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'atan2'],
  ...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'cbrt', 'hypot'],
] as const;

const number = new Float64Array(1);
const bits = new BigUint64Array(number.buffer);

/** The neighbor of a double, above or below as its own digits have it; itself where it has few digits. */
function neighbor(x: number): number {
  number[0] = x;
  const [held = 0n] = bits;
  const few = (held & 0xffffn) === 0n;
  if (few || !Number.isFinite(x)) return x;
  bits[0] = ((held >> 3n) & 1n) === 0n ? held + 1n : held - 1n;
  return number[0];
}

// It runs before each file of tests, and several files may share their globals: one unit, and not one for each file.
const done = Symbol.for('inexact math');
if (!Reflect.has(Math, done)) {
  Object.defineProperty(Math, done, { value: true });
  for (const name of elementary) {
    const exact = Math[name] as (...args: number[]) => number;
    Object.assign(Math, { [name]: (...args: number[]) => neighbor(exact(...args)) });
  }
}
