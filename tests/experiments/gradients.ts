import { at, last } from '../../src/core/at.ts';
import { centralDifference } from '../../src/numeric/derivatives/central-difference.ts';
import { directionalDerivative, unit } from '../../src/numeric/derivatives/directional-derivative.ts';
import { numericalGradient } from '../../src/numeric/derivatives/numerical-gradient.ts';
import { partialDerivative } from '../../src/numeric/derivatives/partial-derivative.ts';
import { alongAWay } from '../../src/numeric/functions/along-a-way.ts';
import { bowl, quadratic, saddle } from '../../src/numeric/functions/functions-of-many.ts';
import { dot } from '../../src/numeric/linear/dot.ts';
import { norm } from '../../src/numeric/linear/norm.ts';
import { pairwiseSum } from '../../src/numeric/linear/pairwise-sum.ts';
import { combine } from '../../src/numeric/optimizers/optimizer.ts';
import { type NumpyRandom, numpyRandom } from '../../src/numeric/random/numpy-random.ts';
import type { PageExperiments } from './experiment.ts';
import { linspace, squareGrid } from './grid.ts';
import { numericalJacobian } from './numerical-jacobian.ts';
import { fixed, general, printed, whole } from './python-text.ts';

type Point = readonly number[];
type Height = (point: Point) => number;

export const gradientsLesson: PageExperiments = {
  page: 'guide/03-gradients',
  recomputed: {
    'two-inputs': twoInputs,
    partials,
    'mixed-inputs': mixedInputs,
    gradient: bowlGradients,
    'three-inputs': threeInputs,
    forecast,
    compass,
    'solution-gradients': alignments,
    'one-direction': oneDirection,
    'turn-round': turnRound,
    'along-the-contour': alongTheContour,
    'contour-walk': contourWay,
    'solution-contour-plot': contourPlot,
    'solution-road': road,
    units,
    'level-ground': levelGround,
    jacobian,
    hessian,
    'check-gradient': checkGradient,
    'random-direction': randomDirections,
  },
  notRecomputed: {
    'column-trap':
      'It shows how NumPy stretches a column beside a line. A point of the module is always a line of numbers.',
    'swallowed-nudge':
      'It shows how an array of whole numbers in NumPy cuts a nudge off. A number here is always a float.',
  },
};

function contourWay(): string {
  const way = alongAWay({ xx: 1, yy: 3 }, [-2, 1.2], [2, 0.4]);
  const [atA = 0, atB = 0] = way.slopes ?? [];
  return printed(
    ...[0, 0.25, 0.5, 0.75, 1].map(
      (part) => `${String(part).padStart(4)} of the way: height ${fixed(way.height(part), 2)}`,
    ),
    `slope at A: ${fixed(atA, 2)}`,
    `slope at B: ${fixed(atB, 2)}`,
  );
}

/** Where `t` times the arrow leads from the point. */
function along(point: Point, arrow: Point, t: number): number[] {
  return combine(point, arrow, (x, d) => x + t * d);
}

/** How fast f changes at the point in the direction u, measured. */
function measuredRate(f: Height, point: Point, u: Point): number {
  return centralDifference((t) => f(along(point, u, t)), 0);
}

/** `(2.00, 12.00)` */
function bracketed(vector: Point, decimals: number, width = 0): string {
  return `(${vector.map((x) => fixed(x, decimals, width)).join(', ')})`;
}

function twoInputs(): string {
  const points = [
    [1, 1],
    [2, 1],
    [1, 2],
  ];
  return printed(...points.map((point) => `f(${point.join(', ')}) = ${bowl.value(point)}`));
}

function partials(): string {
  const points = [
    [1, 2],
    [3, -1],
  ] as const;
  const rows = points.map(([x, y]) => {
    const exact = bowl.gradient([x, y]);
    const columns = exact.map(
      (slope, axis) => `${fixed(partialDerivative(bowl.value, [x, y], axis), 4, 7)} ${whole(slope, 3)}`,
    );
    return [`(${x}, ${whole(y, 2)})`, ...columns].join('  ');
  });
  return printed('at       along x  2x  along y  6y', ...rows);
}

function mixedInputs(): string {
  const mixed = ([x = 0, y = 0]: Point) => x * x * y + Math.sin(y);
  const points = [
    [1.5, 0.5],
    [1.5, 2],
    [-0.7, 2],
  ] as const;
  const rows = points.map(([x, y]) => {
    const [byX, byY] = numericalGradient(mixed, [x, y]).map((slope) => fixed(slope, 4, 7));
    const exact = [fixed(2 * x * y, 4, 7), fixed(x * x + Math.cos(y), 4, 11)];
    return `${fixed(x, 1, 4)} ${fixed(y, 1, 4)}  ${byX} ${exact[0]}  ${byY}  ${exact[1]}`;
  });
  return printed('  x    y  along x     2xy  along y  x^2 + cos y', ...rows);
}

function bowlGradients(): string {
  const points = [
    [1, 2],
    [0, 0],
    [-1, 1],
    [3, -1],
  ];
  const rows = points.map((point) => {
    const place = point.map((x) => whole(x, 2)).join(', ');
    return `at (${place}): ${bracketed(numericalGradient(bowl.value, point), 2, 5)}`;
  });
  return printed(...rows);
}

function threeInputs(): string {
  const product = ([x = 0, y = 0, z = 0]: Point) => x * y * z;
  return printed(bracketed(numericalGradient(product, [2, 3, 5]), 2));
}

function forecast(): string {
  const point = [1, 2];
  const rows = [1, 0.1, 0.01, 0.001].map((t) => {
    const [dx, dy] = [t * 3, t * -1];
    const height = bowl.value(along(point, [dx, dy], 1));
    const [slopeX = 0, slopeY = 0] = bowl.gradient(point);
    const guess = bowl.value(point) + slopeX * dx + slopeY * dy;
    const numbers = [fixed(height, 6, 9), fixed(guess, 6, 8), fixed(height - guess, 6, 8)];
    return `(${fixed(dx, 3)}, ${fixed(dy, 3, 6)})  ${numbers.join('  ')}`;
  });
  return printed('step              height    forecast  miss', ...rows);
}

function compass(): string {
  const point = [1, 2];
  const arrows = { east: [1, 0], 'north-east': [1, 1], north: [0, 1], 'north-west': [-1, 1], west: [-1, 0] };
  const rows = Object.entries(arrows).map(([name, arrow]) => {
    const measured = measuredRate(bowl.value, point, unit(arrow));
    const exact = directionalDerivative(bowl.gradient(point), arrow);
    return `${name.padEnd(10)}  ${fixed(measured, 4, 8)}  ${fixed(exact, 4, 12)}`;
  });
  return printed('            measured  gradient . u', ...rows);
}

function alignments(): string {
  const points = [
    [0, 0],
    [1, 0],
    [0, 1],
    [2, 3],
    [-1, -2],
  ];
  return printed('point     gradient    dot  alignment', ...points.map(alignment));
}

function alignment(point: Point): string {
  const [x = 0, y = 0] = point;
  const slopes = bowl.gradient(point);
  const [slopeX = 0, slopeY = 0] = slopes;
  const product = dot(point, slopes);
  const row = `(${whole(x, 2)}, ${whole(y, 2)})  (${whole(slopeX, 2)}, ${whole(slopeY, 3)})  ${whole(product, 4)}`;
  if (norm(slopes) === 0) return `${row}        no direction`;
  return `${row}   ${fixed(product / (norm(point) * norm(slopes)), 3, 8)}`;
}

/** The direction in which the bowl rises fastest at a point, and the one at a right angle to its left. */
function uphillAndLeft(point: Point): { length: number; ahead: number[]; left: number[] } {
  const slopes = bowl.gradient(point);
  const ahead = unit(slopes);
  return { length: norm(slopes), ahead, left: [-at(ahead, 1), at(ahead, 0)] };
}

const radians = (degrees: number) => degrees * (Math.PI / 180);

/** Uphill, turned to the left by an angle in radians. */
function turned({ ahead, left }: { ahead: Point; left: Point }, angle: number): number[] {
  return combine(ahead, left, (a, l) => Math.cos(angle) * a + Math.sin(angle) * l);
}

function oneDirection(): string {
  const [point, angle] = [[1, 2], radians(90)];
  const u = [Math.cos(angle), Math.sin(angle)];
  const gradient = bowl.gradient(point);
  return printed(
    `gradient ${bracketed(gradient, 2)}`,
    `measured ${fixed(measuredRate(bowl.value, point, u), 4)}, g . u ${fixed(dot(gradient, u), 4)}`,
  );
}

function turnRound(): string {
  const point = [1, 2];
  const uphill = uphillAndLeft(point);
  const rows = [0, 30, 60, 90, 120, 150, 180].map((degrees) => {
    const angle = radians(degrees);
    const measured = measuredRate(bowl.value, point, turned(uphill, angle));
    return `${whole(degrees, 5)}  ${fixed(measured, 3, 8)}  ${fixed(uphill.length * Math.cos(angle), 3, 12)}`;
  });
  return printed(`length of the gradient: ${fixed(uphill.length, 3)}`, 'angle  measured  length * cos', ...rows);
}

function alongTheContour(): string {
  const point = [1, 2];
  const { ahead, left } = uphillAndLeft(point);
  const rows = [0.1, 0.01, 0.001].map((t) => {
    const rise = (arrow: Point) => bowl.value(along(point, arrow, t)) - bowl.value(point);
    return `${general(t, 8)}  ${fixed(rise(ahead), 6, 8)}  ${fixed(rise(left), 8, 10)}`;
  });
  return printed('distance  with it     across it', ...rows);
}

function contourPlot(): string {
  const side = linspace(-3, 3, 101);
  const heights = squareGrid(side).map(bowl.value);
  const levels = linspace(2, 36, 18);
  const slopes = squareGrid(linspace(-2.5, 2.5, 6)).map(bowl.gradient);
  const lengths = slopes.map(norm);
  const [first = 0, second = 0] = levels;
  return printed(
    `heights ${spread(heights, 1)} at ${heights.length} grid points`,
    `lines every ${fixed(second - first, 0)} up to ${fixed(last(levels), 0)}`,
    `${lengths.length} gradients, of length ${spread(lengths, 2)}`,
    `arrow bottom left: ${bracketed(unit(slopes[0] ?? []), 3)}`,
  );
}

function spread(numbers: readonly number[], decimals: number): string {
  return `${fixed(Math.min(...numbers), decimals)} to ${fixed(Math.max(...numbers), decimals)}`;
}

function road(): string {
  const point = [3, 2];
  const uphill = uphillAndLeft(point);
  const turn = Math.acos(3 / uphill.length) * (180 / Math.PI);
  const rows = [0, 90, -90, turn, -turn].map((degrees) => {
    const u = turned(uphill, radians(degrees));
    const measured = Math.abs(measuredRate(bowl.value, point, u));
    return `${fixed(degrees, 1, 6)}  ${bracketed(u, 3, 6)}  ${fixed(measured, 3, 6)}`;
  });
  return printed('turn       direction       rate', ...rows);
}

function units(): string {
  const inCentimetres: Height = ([x = 0, y = 0]) => bowl.value([x, y / 100]);
  const metres = numericalGradient(bowl.value, [1, 2]);
  const [alongX = 0, alongY = 0] = numericalGradient(inCentimetres, [1, 200]);
  return printed(`metres:      ${bracketed(metres, 2)}`, `centimetres: (${fixed(alongX, 2)}, ${fixed(alongY, 3)})`);
}

function levelGround(): string {
  const shapes: Readonly<Record<string, Height>> = {
    basin: quadratic([2, 2]).value,
    dome: quadratic([-2, -2]).value,
    mountain_pass: saddle.value,
    twist: ([x = 0, y = 0]) => x * y,
  };
  const ways = [
    [0.1, 0],
    [0, 0.1],
    [0.1, 0.1],
    [-0.1, 0.1],
  ];
  const rows = Object.entries(shapes).map(([name, height]) =>
    [name.padEnd(13), ...ways.map((way) => fixed(height(way), 2, 6))].join('  '),
  );
  return printed('                 east   north      NE      NW', ...rows);
}

function matrixRows(matrix: readonly Point[]): string[] {
  return matrix.map((row) => row.map((entry) => fixed(entry, 3, 6)).join('  '));
}

function jacobian(): string {
  const outputs = ([x = 0, y = 0]: Point) => [x * y, x + 3 * y, x * x];
  const rows = numericalJacobian(outputs, [3, 2]);
  return printed(`outputs, inputs: (${rows.length}, ${rows[0]?.length})`, ...matrixRows(rows));
}

function hessian(): string {
  return printed(...matrixRows(numericalJacobian(bowl.gradient, [1, 2])));
}

function checkGradient(): string {
  const claims: Readonly<Record<string, (point: Point) => number[]>> = {
    right: ([x = 0, y = 0]) => [Math.exp(y), x * Math.exp(y) + 2 * y],
    wrong: ([, y = 0]) => [Math.exp(y), Math.exp(y) + 2 * y],
  };
  const points = [
    [1, 0.3],
    [-1.7, 0.4],
    [0.6, -1.3],
  ];
  const rows = points.flatMap((point) =>
    Object.entries(claims).map(([name, claim]) => {
      const [forX = '', forY = ''] = verdicts(claim(point), point);
      return `${bracketed(point, 1, 4)}  ${name}  ${forX.padEnd(5)}  ${forY}`;
    }),
  );
  return printed('point        claim  for x  for y', ...rows);
}

/** Whether each number of a claimed gradient of `x * exp(y) + y * y` agrees with a measurement. */
function verdicts(claimed: Point, point: Point): string[] {
  const f: Height = ([x = 0, y = 0]) => x * Math.exp(y) + y * y;
  return combineText(claimed, numericalGradient(f, point), (claim, measured) => {
    const size = Math.max(1, Math.abs(claim), Math.abs(measured));
    return Math.abs(claim - measured) / size < 1e-6 ? 'ok' : 'WRONG';
  });
}

function combineText(a: Point, b: Point, f: (x: number, y: number) => string): string[] {
  return a.map((x, i) => f(x, at(b, i)));
}

function randomDirections(): string {
  const random = numpyRandom(1);
  const point = random.normal(0, 1, 1000);
  const rows = [1, 2, 3].map(() => randomDirection(point, random));
  return printed('measured    right    wrong', ...rows);
}

function randomDirection(point: Point, random: NumpyRandom): string {
  const u = unit(random.normal(0, 1, 1000));
  const sines: Height = (p) => pairwiseSum(p.map(Math.sin));
  const cosines = point.map(Math.cos);
  const oneWrongSign = cosines.with(500, -at(cosines, 500));
  const slopes = [dot(cosines, u), dot(oneWrongSign, u)].map((slope) => fixed(slope, 4, 7));
  return `${fixed(measuredRate(sines, point, u), 4, 8)}  ${slopes.join('  ')}`;
}
