import { at } from '../../src/core/at.ts';
import { unit } from '../../src/numeric/derivatives/directional-derivative.ts';
import { forwardDifference } from '../../src/numeric/derivatives/forward-difference.ts';
import { formatRepr } from '../../src/numeric/format/format-repr.ts';
import { square } from '../../src/numeric/functions/functions-of-one.ts';
import { broadcastShapes } from '../../src/numeric/linear/broadcast-shapes.ts';
import { compareVectors } from '../../src/numeric/linear/compare-vectors.ts';
import { dot } from '../../src/numeric/linear/dot.ts';
import { norm } from '../../src/numeric/linear/norm.ts';
import { mean, pairwiseSum } from '../../src/numeric/linear/pairwise-sum.ts';
import { standardDeviation } from '../../src/numeric/linear/standard-deviation.ts';
import { combine } from '../../src/numeric/optimizers/optimizer.ts';
import { predict } from '../../src/numeric/regression/least-squares.ts';
import type { PageExperiments } from './experiment.ts';
import { array, exponent, fixed, general, printed, rounded, table, whole } from './python-text.ts';

export const refresherLesson: PageExperiments = {
  page: 'guide/01-refresher',
  recomputed: {
    length,
    'dot-product': dotProduct,
    turning,
    'two-arrows': twoArrows,
    'solution-three-ways': threeWays,
    elementwise,
    'silent-stretch': silentStretch,
    stretched,
    axis,
    'matrix-vector': matrixVector,
    'solution-one-scale': oneScale,
    'functions-as-values': functionsAsValues,
    formats,
  },
  notRecomputed: {
    'lists-and-arrays':
      'It shows that `+` joins lists and adds arrays: the behaviour of Python and NumPy, nothing computed.',
    shapes: 'It shows what NumPy answers when asked for shapes and lengths.',
    'integer-array': 'It shows how an array of whole numbers in NumPy cuts a float off.',
    'one-array-two-names': 'It shows that NumPy changes an array in place. Vectors in the module are never changed.',
    broadcasting: 'It shows how NumPy stretches a row and a column. The module has no broadcasting.',
    'shapes-that-do-not-fit': 'It shows the exception that NumPy raises where two shapes do not fit.',
    grid: 'It shows how `np.meshgrid` sets numbers out as two tables of the same shape.',
    picking: "It shows NumPy's indexing: numbers are picked, and none is computed.",
  },
};

type Vector = readonly number[];
type Table = readonly Vector[];

const degrees = (angle: number) => angle * (180 / Math.PI);

const columnsOf = (rows: Table) => (rows[0] ?? []).map((_, j) => rows.map((row) => at(row, j)));

/** `[3, 4]` */
const list = (vector: Vector) => `[${vector.join(', ')}]`;

function length(): string {
  const v = [3, 4];
  const [x = 0, y = 0] = v;
  const shrunk = unit(v);
  return printed(
    `length of v     ${fixed(norm(v), 2)}`,
    `with math       ${fixed(Math.hypot(x, y), 2)}`,
    `length of 2v    ${fixed(norm(v.map((value) => 2 * value)), 2)}`,
    `length of -v    ${fixed(norm(v.map((value) => -value)), 2)}`,
    `v / length      (${shrunk.map((value) => fixed(value, 2)).join(', ')})`,
    `its own length  ${fixed(norm(shrunk), 2)}`,
  );
}

function dotProduct(): string {
  const [amounts, prices] = [
    [3, 2],
    [0.5, 3.5],
  ] as const;
  const total = formatRepr(dot(amounts, prices));
  const parts = combine(amounts, prices, (amount, price) => amount * price);
  return printed(`with a loop: ${total}`, `with @:      ${total}`, `with *:      ${array(parts)}`);
}

function twoArrows(): string {
  const { dot: product, angle = Number.NaN } = compareVectors([2, 1], [1, 1.5]);
  return printed(
    `dot product ${fixed(product, 2)}`,
    `sum ${array([2 + 1, 1 + 1.5])}`,
    `angle ${fixed(angle, 1)} degrees`,
  );
}

function stretched(): string {
  const shape = broadcastShapes([3, 1], [4]) ?? [];
  const rows = [0, 1, 2].map((a) => `[${[10, 20, 30, 40].map((b) => whole(a + b, 2)).join(' ')}]`);
  return printed('(3, 1) (4,)', `[${rows.join('\n ')}]`, `(${shape.join(', ')}) (${shape[1]},)`);
}

function turning(): string {
  const v = [3, 4];
  const others = [
    [3, 4],
    [0, 5],
    [-4, 3],
    [0, -5],
    [-3, -4],
  ];
  const rows = others.map((other) => {
    const product = dot(v, other);
    const angle = degrees(Math.acos(product / (norm(v) * norm(other))));
    return `${list(other).padEnd(8)}  ${whole(product, 3)}  ${fixed(angle, 1, 5)}`;
  });
  return printed('other     dot  angle in degrees', ...rows);
}

function threeWays(): string {
  const goal = [3, 4];
  const paths = [
    [5, 0],
    [1, 1],
    [-2, 4],
  ];
  const along = (path: number[]): number => dot(goal, path) / norm(path);
  const rows = paths.map((path) => {
    const angle = degrees(Math.acos(along(path) / norm(goal)));
    return [list(path).padEnd(7), whole(dot(goal, path), 4), fixed(along(path), 2, 10), fixed(angle, 1, 5)].join('  ');
  });
  const best = paths.toSorted((one, other) => along(other) - along(one)).slice(0, 1);
  return printed('path      dot  along path  angle', ...rows, `best: ${best.map(list).join('')}`);
}

function elementwise(): string {
  const x = [-1, 0.5, 2];
  return printed(
    array(x.map((value) => value + 10)),
    array(x.map(square.value)),
    array(combine(x, [1, 2, 3], (value, factor) => value * factor)),
    array(x.map((value) => 3 * square.value(value) - 2 * value + 1)),
    array(x.map(Math.abs)),
  );
}

function silentStretch(): string {
  const values = [1, 2, 3];
  const errors = values.map((predicted) => values.map((actual) => predicted - actual));
  const loss = rounded(mean(errors.flat().map(square.value)), 3);
  return printed(table(errors), `(${errors.length}, ${errors[0]?.length}) ${formatRepr(loss)}`);
}

function axis(): string {
  const rows = [
    [1, 2, 3],
    [5, 6, 10],
  ];
  const all = rows.flat();
  return printed(
    `${formatRepr(pairwiseSum(all))} ${formatRepr(mean(all))}`,
    array(columnsOf(rows).map(mean)),
    array(rows.map(mean)),
  );
}

function matrixVector(): string {
  const flats = [
    [50, 2],
    [70, 1],
    [90, 3],
  ];
  const rents = predict(flats, [9, -60]);
  const rows = flats.map((flat, i) => `${array(flat)} @ weights = ${formatRepr(at(rents, i))}`);
  const { length: features } = columnsOf(flats);
  return printed(array(rents), ...rows, `(${features}, ${features})`);
}

function oneScale(): string {
  const rows = [
    [40, 3],
    [60, 1],
    [80, 4],
    [100, 2],
  ];
  const columns = columnsOf(rows);
  const scaled = columns.map((column) => column.map((value) => (value - mean(column)) / standardDeviation(column)));
  const check = (measure: (column: Vector) => number) =>
    array(scaled.map((column) => rounded(Math.abs(measure(column)), 6)));
  return printed(
    `means  ${array(columns.map(mean))}`,
    'scaled',
    table(columnsOf(scaled).map((row) => row.map((value) => rounded(value, 2)))),
    `check  ${check(mean)} ${check(standardDeviation)}`,
    `axis 1 ${array(rows.map(mean))}`,
  );
}

/** An average rate from 1 to 3 is a forward difference with the step 2. */
function functionsAsValues(): string {
  const rate = (f: (x: number) => number, digits: number) => formatRepr(rounded(forwardDifference(f, 1, 2), digits));
  const share = (x: number) => 10 / x;
  return printed(rate(square.value, 2), rate(share, 2), rate(share, 4));
}

function formats(): string {
  const value = 1234.56789;
  const shown = {
    '.2f': fixed(value, 2),
    '12.2f': fixed(value, 2, 12),
    '<12.2f': fixed(value, 2).padEnd(12),
    '.3g': general(value, 0, 3),
    g: general(value),
    '.1e': exponent(value, 1),
  };
  const rows = Object.entries(shown).map(([spec, text]) => `${spec.padStart(7)}  |${text}|`);
  const others = [whole(7, 4), fixed(-0.5, 2, 6), exponent(0.00001, 0), 'ab'.padEnd(5)];
  return printed(...rows, `${others.join('|')}|`);
}
