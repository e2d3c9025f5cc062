/** What the slopes from one side do: settle on a number, go up or down without bound, or there are no values there. */
export type Side = number | 'up' | 'down' | 'no value';

/** What is true of a curve at a place, written down by hand from the mathematics. */
export interface Behavior {
  /** The slope of the tangent, if there is one. */
  readonly slope: number | undefined;
  readonly left: Side;
  readonly right: Side;
  /** A few nudges cannot tell, so nothing is to be said. */
  readonly isHard?: boolean;
}

interface Curve {
  readonly value: (x: number) => number;
  readonly at: (x: number) => Behavior;
  /** Where it is looked at closely; default 0. */
  readonly points?: readonly number[];
}

const smooth = (slope: number): Behavior => ({ slope, left: slope, right: slope });
const kink = (left: Side, right: Side): Behavior => ({ slope: undefined, left, right });
const nothing = kink('no value', 'no value');
const hard: Behavior = { slope: 0, left: 0, right: 0, isHard: true };

/** A curve that has a slope everywhere, but for some places. */
function curve(
  value: (x: number) => number,
  slope: (x: number) => number,
  special: readonly (readonly [number, Behavior])[] = [],
  points?: readonly number[],
): Curve {
  const places = points ?? [...new Set([0, ...special.map(([x]) => x)])];
  return {
    value,
    points: places,
    at: (x) => {
      const known = special.find(([place]) => place === x);
      if (known) return known[1];
      return Number.isFinite(value(x)) && Number.isFinite(slope(x)) ? smooth(slope(x)) : nothing;
    },
  };
}

const zero = (behavior: Behavior) => [[0, behavior]] as const;
const sign = Math.sign;

/** Smooth curves, corners, jumps, poles, vertical tangents, cusps, gaps, 0/0, oscillation. */
export const behaviors: Readonly<Record<string, Curve>> = {
  'x**2': curve(
    (x) => x * x,
    (x) => 2 * x,
  ),
  'x**3 - 3*x': curve(
    (x) => x * x * x - 3 * x,
    (x) => 3 * x * x - 3,
    [],
    [0, 1, -0.2, -2],
  ),
  'x**3': curve(
    (x) => x * x * x,
    (x) => 3 * x * x,
  ),
  'sin(x)': curve(Math.sin, Math.cos),
  'exp(x)': curve(Math.exp, Math.exp),
  'abs(x)': curve(Math.abs, sign, zero(kink(-1, 1)), [0, 1, 3, -0.5]),
  '1/x': curve(
    (x) => 1 / x,
    (x) => -1 / (x * x),
    [],
    [0, 1, -0.5],
  ),
  '1/x^2': curve(
    (x) => 1 / (x * x),
    (x) => -2 / x ** 3,
  ),
  'sqrt(x)': curve(Math.sqrt, (x) => 0.5 / Math.sqrt(x), zero(kink('no value', 'up'))),
  'log(x)': curve(Math.log, (x) => 1 / x),
  'tan(x)': curve(Math.tan, (x) => 1 / Math.cos(x) ** 2, [], [0, 1.6]),
  'x^x': curve(
    (x) => x ** x,
    (x) => x ** x * (Math.log(x) + 1),
    zero(kink('no value', 'down')),
  ),
  'sqrt(-1 - x^2)': curve(
    (x) => Math.sqrt(-1 - x * x),
    () => Number.NaN,
  ),
  'abs(x)^0.5': curve(
    (x) => Math.abs(x) ** 0.5,
    (x) => 0.5 * sign(x) * Math.abs(x) ** -0.5,
    zero(kink('down', 'up')),
  ),
  '5': curve(
    () => 5,
    () => 0,
  ),
  'exp(exp(x))': curve(
    (x) => Math.exp(Math.exp(x)),
    (x) => Math.exp(Math.exp(x) + x),
  ),
  '-x^4 + 1e3': curve(
    (x) => -(x ** 4) + 1e3,
    (x) => -4 * x ** 3,
  ),
  '2 x': curve(
    (x) => 2 * x,
    () => 2,
  ),
  'pi*e': curve(
    () => Math.PI * Math.E,
    () => 0,
  ),
  '1/0': curve(
    () => 1 / 0,
    () => Number.NaN,
  ),
  'x/abs(x)': curve(
    (x) => x / Math.abs(x),
    () => 0,
    [],
    [0, 1, -1],
  ),
  'tanh(10*x)': curve(
    (x) => Math.tanh(10 * x),
    (x) => 10 / Math.cosh(10 * x) ** 2,
  ),
  '1e-9*x': curve(
    (x) => 1e-9 * x,
    () => 1e-9,
  ),
  'x^(1/3)': curve(
    (x) => x ** (1 / 3),
    (x) => (1 / 3) * x ** (-2 / 3),
    zero(kink('no value', 'up')),
  ),
  // Corners.
  'abs(x - 1)': curve(
    (x) => Math.abs(x - 1),
    (x) => sign(x - 1),
    [[1, kink(-1, 1)]],
  ),
  'abs(sin(x))': curve(
    (x) => Math.abs(Math.sin(x)),
    (x) => sign(Math.sin(x)) * Math.cos(x),
    zero(kink(-1, 1)),
  ),
  'sqrt(x^2)': curve((x) => Math.sqrt(x * x), sign, zero(kink(-1, 1))),
  '(x + abs(x)) / 2': curve(
    (x) => (x + Math.abs(x)) / 2,
    (x) => (x > 0 ? 1 : 0),
    zero(kink(0, 1)),
    [0, 1, -1],
  ),
  '3*x - 2*abs(x)': curve(
    (x) => 3 * x - 2 * Math.abs(x),
    (x) => 3 - 2 * sign(x),
    zero(kink(5, 1)),
  ),
  'abs(x) + 1e7': curve((x) => Math.abs(x) + 1e7, sign, zero(kink(-1, 1))),
  '1e-9*abs(x)': curve(
    (x) => 1e-9 * Math.abs(x),
    (x) => 1e-9 * sign(x),
    zero(kink(-1e-9, 1e-9)),
  ),
  '1000*abs(x)': curve(
    (x) => 1000 * Math.abs(x),
    (x) => 1000 * sign(x),
    zero(kink(-1000, 1000)),
  ),
  'abs(x)*cos(x)': curve(
    (x) => Math.abs(x) * Math.cos(x),
    (x) => sign(x) * (Math.cos(x) - x * Math.sin(x)),
    zero(kink(-1, 1)),
  ),
  'x*atan(1/x)': curve(
    (x) => x * Math.atan(1 / x),
    (x) => Math.atan(1 / x) - x / (1 + x * x),
    zero(kink(-Math.PI / 2, Math.PI / 2)),
    [0],
  ),
  // Corners that are none: the rules give 0/0.
  'abs(x)^2': curve(
    (x) => x * x,
    (x) => 2 * x,
  ),
  'sqrt(x^4)': curve(
    (x) => x * x,
    (x) => 2 * x,
  ),
  'abs(x^3)': curve(
    (x) => Math.abs(x ** 3),
    (x) => 3 * x * Math.abs(x),
  ),
  'x*abs(x)': curve(
    (x) => x * Math.abs(x),
    (x) => 2 * Math.abs(x),
  ),
  'x + abs(x)^3': curve(
    (x) => x + Math.abs(x) ** 3,
    (x) => 1 + 3 * x * Math.abs(x),
  ),
  'abs(x)^1.5 + 2*x': curve(
    (x) => Math.abs(x) ** 1.5 + 2 * x,
    (x) => 1.5 * sign(x) * Math.abs(x) ** 0.5 + 2,
  ),
  'abs(x)^1.1': curve(
    (x) => Math.abs(x) ** 1.1,
    (x) => 1.1 * sign(x) * Math.abs(x) ** 0.1,
  ),
  // So nearly a corner that six nudges cannot tell.
  'abs(x)^1.01': curve(
    (x) => Math.abs(x) ** 1.01,
    (x) => 1.01 * sign(x) * Math.abs(x) ** 0.01,
    zero(hard),
  ),
  'exp(-1/x^2)': curve(
    (x) => Math.exp(-1 / (x * x)),
    (x) => (x === 0 ? 0 : (2 * Math.exp(-1 / (x * x))) / x ** 3),
  ),
  // Jumps.
  'atan(1/x)': curve(
    (x) => Math.atan(1 / x),
    (x) => -1 / (1 + x * x),
    zero(kink('up', -1)),
    [0],
  ),
  '1 / (1 + exp(1/x))': curve(
    (x) => 1 / (1 + Math.exp(1 / x)),
    (x) => Math.exp(1 / x) / (1 + Math.exp(1 / x)) ** 2 / (x * x),
    zero(kink('down', 0)),
    [0, 1],
  ),
  // Poles, gaps, 0/0.
  'sin(x)/x': curve(
    (x) => Math.sin(x) / x,
    (x) => (x * Math.cos(x) - Math.sin(x)) / (x * x),
    [],
    [0, 1],
  ),
  'x^2/x': curve(
    (x) => (x * x) / x,
    () => 1,
    [],
    [0, 1],
  ),
  '(x^2 - 1)/(x - 1)': curve(
    (x) => (x * x - 1) / (x - 1),
    () => 1,
    [],
    [0, 1],
  ),
  'log(abs(x))': curve(
    (x) => Math.log(Math.abs(x)),
    (x) => 1 / x,
    [],
    [0, 1],
  ),
  'sqrt(x - 1)': curve(
    (x) => Math.sqrt(x - 1),
    (x) => 0.5 / Math.sqrt(x - 1),
    [[1, kink('no value', 'up')]],
  ),
  'sqrt(1 - x)': curve(
    (x) => Math.sqrt(1 - x),
    (x) => -0.5 / Math.sqrt(1 - x),
    [[1, kink('down', 'no value')]],
  ),
  'sqrt(-x)': curve(
    (x) => Math.sqrt(-x),
    (x) => -0.5 / Math.sqrt(-x),
    zero(kink('down', 'no value')),
  ),
  'sqrt(-x^2)': curve(
    (x) => Math.sqrt(-(x * x)),
    () => Number.NaN,
    zero(nothing),
  ),
  'asin(x)': curve(Math.asin, (x) => 1 / Math.sqrt(1 - x * x), [
    [1, kink('up', 'no value')],
    [-1, kink('no value', 'up')],
  ]),
  // An edge that lies between the nudges, and a corner that does.
  'sqrt(x + 1e-7)': curve(
    (x) => Math.sqrt(x + 1e-7),
    (x) => 0.5 / Math.sqrt(x + 1e-7),
  ),
  'abs(x - 1e-7)': curve(
    (x) => Math.abs(x - 1e-7),
    (x) => sign(x - 1e-7),
  ),
  'x^1.5': curve(
    (x) => x ** 1.5,
    (x) => 1.5 * x ** 0.5,
    zero(kink('no value', 0)),
  ),
  // Vertical tangents and cusps.
  'x / abs(x)^(2/3)': curve(
    (x) => x / Math.abs(x) ** (2 / 3),
    (x) => (1 / 3) * Math.abs(x) ** (-2 / 3),
    [],
    [0, 1],
  ),
  'abs(x)^(2/3)': curve(
    (x) => Math.abs(x) ** (2 / 3),
    (x) => (2 / 3) * sign(x) * Math.abs(x) ** (-1 / 3),
    zero(kink('down', 'up')),
  ),
  '-sqrt(abs(x))': curve(
    (x) => -Math.sqrt(Math.abs(x)),
    (x) => (-0.5 * sign(x)) / Math.sqrt(Math.abs(x)),
    zero(kink('up', 'down')),
  ),
  'sqrt(abs(x - 1))': curve(
    (x) => Math.sqrt(Math.abs(x - 1)),
    (x) => (0.5 * sign(x - 1)) / Math.sqrt(Math.abs(x - 1)),
    [[1, kink('down', 'up')]],
  ),
  'abs(x)^0.99': curve(
    (x) => Math.abs(x) ** 0.99,
    (x) => 0.99 * sign(x) * Math.abs(x) ** -0.01,
    zero(kink('down', 'up')),
  ),
  // Oscillation.
  'sin(1/x)': curve(
    (x) => Math.sin(1 / x),
    (x) => -Math.cos(1 / x) / (x * x),
    [],
    [0, 0.1, 1],
  ),
  'x*sin(1/x)': curve(
    (x) => x * Math.sin(1 / x),
    (x) => Math.sin(1 / x) - Math.cos(1 / x) / x,
    [],
    [0, 0.1],
  ),
};
