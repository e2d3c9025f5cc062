import { last } from '../../src/core/at.ts';
import { centralDifference } from '../../src/numeric/derivatives/central-difference.ts';
import { forwardDifference } from '../../src/numeric/derivatives/forward-difference.ts';
import { halveInterval } from '../../src/numeric/descent/halve-interval.ts';
import { formatRepr } from '../../src/numeric/format/format-repr.ts';
import {
  cube,
  exponential,
  hill,
  parabola,
  quartic,
  sine,
  square,
} from '../../src/numeric/functions/functions-of-one.ts';
import type { PageExperiments } from './experiment.ts';
import { priceLoss } from './price-loss.ts';
import { exponent, fixed, general, printed, truth } from './python-text.ts';

type Curve = (x: number) => number;

export const derivativesLesson: PageExperiments = {
  page: 'guide/02-derivatives',
  recomputed: {
    nudge,
    'shrinking-nudge': shrinkingNudge,
    'tangent-miss': tangentMiss,
    'three-ways-to-be-level': threeWaysToBeLevel,
    'forward-and-central': forwardAndCentral,
    'parabola-slopes': parabolaSlopes,
    'one-error': oneError,
    'error-table': errorTable,
    cancellation,
    'exact-fractions': exactFractions,
    'lost-nudge': lostNudge,
    corner,
    'solution-numerical-derivative': numericalDerivative,
    'solution-find-minimum': findMinimum,
    'strange-zero': strangeZero,
    halving,
    'solution-binary-search': binarySearch,
    'gradient-check': gradientCheck,
  },
  notRecomputed: {},
};

function nudge(): string {
  const [before, after] = [square.value(3), square.value(3.001)];
  const change = after - before;
  return printed(
    `before: ${fixed(before, 6)}`,
    `after:  ${fixed(after, 6)}`,
    `change: ${fixed(change, 6)}`,
    `ratio:  ${fixed(change / 0.001, 3)}`,
  );
}

function shrinkingNudge(): string {
  const rows = [1, 0.1, 0.01, 0.001, 0.0001].map((h) => {
    const [up, down] = [h, -h].map((step) => fixed(forwardDifference(square.value, 3, step), 4));
    return `${general(h, 6)}  ${up}  ${down}`;
  });
  return printed('nudge       up    down', ...rows);
}

function tangentMiss(): string {
  const rows = [1, 0.1, 0.01, 0.001].map((d) => {
    const curve = square.value(3 + d);
    const tangent = square.value(3) + square.derivative(3) * d;
    return `${general(d, 5)}  ${fixed(curve, 6, 9)}  ${fixed(tangent, 6, 9)}  ${fixed(curve - tangent, 6)}`;
  });
  return printed('d      curve      tangent    miss', ...rows);
}

function threeWaysToBeLevel(): string {
  const curves: [name: string, f: Curve][] = [
    ['valley', square.value],
    ['hill', hill.value],
    ['ledge', cube.value],
  ];
  const rows = curves.map(([name, f]) => [name.padEnd(6), ...[-0.1, 0, 0.1].map((x) => fixed(f(x), 3, 6))].join('  '));
  return printed('          left       0   right', ...rows);
}

function forwardAndCentral(): string {
  const rows = [0.1, 0.01, 0.001].map((h) => {
    const slopes = [forwardDifference, centralDifference].map((method) => fixed(method(cube.value, 2, h), 6));
    return `${general(h, 5)}  ${slopes.join('  ')}`;
  });
  return printed('h      forward    central', ...rows);
}

function parabolaSlopes(): string {
  const rows = [-2, 0, 1, 2, 3].map((x) => {
    const slope = centralDifference(square.value, x, 1e-5);
    return `at ${fixed(x, 1, 4)}  slope ${fixed(slope, 4, 7)}  2x = ${fixed(square.derivative(x), 1, 4)}`;
  });
  return printed(...rows);
}

/** The largest error of a difference quotient of the cube among 51 points from 1 to 2. */
export function worstError(method: typeof centralDifference, h: number): number {
  const points = Array.from({ length: 51 }, (_, i) => 1 + i / 50);
  return Math.max(...points.map((x) => Math.abs(method(cube.value, x, h) - cube.derivative(x))));
}

function oneError(): string {
  return printed(`h = ${exponent(1e-5, 1)}  error ${exponent(worstError(centralDifference, 1e-5), 0)}`);
}

function errorTable(): string {
  const rows = Array.from({ length: 12 }, (_, i) => {
    const h = Number(`1e-${i + 1}`);
    const [forward, central] = [worstError(forwardDifference, h), worstError(centralDifference, h)];
    return `${exponent(h, 0)}  ${exponent(forward, 0)}    ${exponent(central, 0)}`;
  });
  return printed('h      forward  central', ...rows);
}

function cancellation(): string {
  const h = 1e-7;
  const [high, low] = [square.value(3 + h), square.value(3 - h)];
  return printed(
    `high  ${fixed(high, 15)}`,
    `low   ${fixed(low, 15)}`,
    `high - low  ${fixed(high - low, 15)}`,
    `slope       ${fixed(centralDifference(square.value, 3, h), 15)}`,
  );
}

/** Without rounding, the central difference of a parabola is its derivative for every step: that is the point. */
function exactFractions(): string {
  const exact = square.derivative(3);
  const rows = [5, 7, 9, 13].map((k) => {
    const h = 1 / 10 ** k;
    return `h = ${exponent(h, 0)}  fractions ${exact}  floats ${fixed(centralDifference(square.value, 3, h), 9)}`;
  });
  return printed(...rows);
}

function lostNudge(): string {
  const x = 1e12;
  const scaled = 1e-5 * Math.max(1, Math.abs(x));
  return printed(
    `nudge lost:  ${truth(x + 1e-5 === x)}`,
    `fixed step:  ${formatRepr(centralDifference(square.value, x, 1e-5))}`,
    `scaled step:  ${exponent(centralDifference(square.value, x, scaled), 6)}`,
  );
}

function corner(): string {
  return printed(
    `from the right: ${formatRepr(forwardDifference(Math.abs, 0, 1e-5))}`,
    `from the left:  ${formatRepr(forwardDifference(Math.abs, 0, -1e-5))}`,
    `central:        ${formatRepr(centralDifference(Math.abs, 0, 1e-5))}`,
  );
}

function numericalDerivative(): string {
  const cases = [
    { name: 'x^3', curve: cube },
    { name: 'sin x', curve: sine },
    { name: 'e^x', curve: exponential },
  ];
  const rows = cases.flatMap(({ name, curve }) =>
    [1, -0.7].map((x) => {
      const slopes = [centralDifference(curve.value, x), curve.derivative(x)].map((slope) => fixed(slope, 6, 8));
      return `${name.padEnd(5)}  ${fixed(x, 1, 4)}  ${slopes.join('  ')}`;
    }),
  );
  return printed('f         x  measured     exact', ...rows);
}

function findMinimum(): string {
  const rows = [0, 1, 2, 3, 4].map((x) => {
    const slope = centralDifference(parabola.value, x);
    return `${fixed(x, 0, 3)}  ${fixed(parabola.value(x), 1, 5)}  ${fixed(slope, 2, 5)}`;
  });
  return printed('  x   f(x)  slope', ...rows);
}

function strangeZero(): string {
  const slope = centralDifference(parabola.value, 2, 1e-7);
  return printed(fixed(slope, 2), exponent(slope, 0));
}

function binarySearch(): string {
  const loss = priceLoss();
  const slope = (w: number) => centralDifference(loss, w);
  const rows = [0, 1, 2, 3].map(
    (w) => `w = ${fixed(w, 0)}  slope ${fixed(slope(w), 2, 7)}  move ${slope(w) < 0 ? 'up' : 'down'}`,
  );
  const best = lowestBetween(0, 3, slope, 20);
  return printed(...rows, `best w = ${fixed(best, 4)}, loss = ${fixed(loss(best), 3)}`);
}

/** The last of `steps` middles, each of the half in which the slope changes its sign. */
function lowestBetween(low: number, high: number, slope: Curve, steps: number): number {
  const middle = (low + high) / 2;
  if (steps === 1) return middle;
  return slope(middle) < 0
    ? lowestBetween(middle, high, slope, steps - 1)
    : lowestBetween(low, middle, slope, steps - 1);
}

function gradientCheck(): string {
  const claims: [name: string, claim: Curve][] = [
    ['right', quartic.derivative],
    ['wrong', (x) => 4 * x ** 3 - 3 * x],
  ];
  const rows = [0, 1, -1.7].flatMap((x) =>
    claims.map(([name, claim]) => {
      const verdict = agrees(quartic.value, claim, x) ? 'ok' : 'MISMATCH';
      return `${name} at ${fixed(x, 1, 4)}: ${fixed(claim(x), 3, 7)}  ${verdict}`;
    }),
  );
  return printed(...rows);
}

function agrees(f: Curve, claim: Curve, x: number): boolean {
  const measured = centralDifference(f, x);
  const size = Math.max(1, Math.abs(measured), Math.abs(claim(x)));
  return Math.abs(claim(x) - measured) / size < 1e-6;
}

function halving(): string {
  const halves = halveInterval((x) => 2 * x - 2.6, [-1, 4], 3);
  const { low, high } = last(halves);
  return printed(
    ...halves.slice(0, 3).map(({ middle, slope }) => `at ${fixed(middle, 3)} the slope is ${fixed(slope, 3)}`),
    `the bottom is between ${fixed(low, 3)} and ${fixed(high, 3)}`,
  );
}
