import { at, last } from '../../src/core/at.ts';
import { centralDifference } from '../../src/numeric/derivatives/central-difference.ts';
import { differentiateChain, type Link } from '../../src/numeric/derivatives/chain.ts';
import { neuronRates } from '../../src/numeric/derivatives/neuron-rates.ts';
import { numericalGradient } from '../../src/numeric/derivatives/numerical-gradient.ts';
import { gradientDescent, type Terrain } from '../../src/numeric/descent/gradient-descent.ts';
import { formatRepr } from '../../src/numeric/format/format-repr.ts';
import {
  exponential,
  exponentialOfDouble,
  fourthOfCube,
  hyperbolicTangent,
  sine,
  sineOfSquare,
  square,
  squareOfLine,
} from '../../src/numeric/functions/functions-of-one.ts';
import { dot } from '../../src/numeric/linear/dot.ts';
import type { PageExperiments } from './experiment.ts';
import { exponent, fixed, general, printed } from './python-text.ts';

type Point = readonly number[];

export const chainRuleLesson: PageExperiments = {
  page: 'guide/04-chain-rule',
  recomputed: {
    trace,
    gears,
    'travelling-nudge': travellingNudge,
    'worked-example': workedExample,
    'solution-chain-rule': chainRule,
    'backward-pass': backwardPass,
    'check-every-rate': checkEveryRate,
    'two-paths': twoPaths,
    'paths-add': pathsThatAdd,
    neuron: neuronPass,
    'neuron-rates': rerunNeuron,
    'check-neuron': checkNeuron,
    'hidden-layer': hiddenLayer,
    'check-hidden': checkHidden,
    'many-paths': manyPaths,
    'jacobian-product': jacobianProduct,
    'long-products': longProducts,
    'twenty-layers': twentyLayers,
    'deep-chain': deepChain,
    'skip-connections': skipConnections,
    'buggy-backward': buggyBackward,
    'solution-bugs': mendedBugs,
  },
  notRecomputed: {
    'count-multiplications':
      'It counts the multiplications of matrix products. The module multiplies no matrices, so it has no such cost.',
  },
};

const line: Link = { value: (x) => 3 * x + 1, derivative: () => 3 };
const double: Link = { value: (x) => 2 * x, derivative: () => 2 };
const addThree: Link = { value: (x) => x + 3, derivative: () => 1 };

function trace(): string {
  const [, u = 0, h = 0] = differentiateChain([line, square], 2).values;
  const swapped = at(differentiateChain([square, line], 2).values, 2);
  return printed(
    `g(2) = ${fixed(u, 0)}`,
    `f(${fixed(u, 0)}) = ${fixed(square.value(u), 0)}`,
    `h(2) = f(g(2)) = ${fixed(h, 0)}`,
    `g(f(2)) = ${fixed(swapped, 0)}`,
  );
}

function gears(): string {
  const train = [2, 3].map((ratio): Link => ({ value: (x) => ratio * x, derivative: () => ratio }));
  const { values, derivatives } = differentiateChain(train, 1);
  const [, second, third] = values.map((turns) => fixed(turns, 2));
  return printed(`second ${second} turns, third ${third} turns`, `third per first: ${fixed(at(derivatives, 0), 2)}`);
}

function travellingNudge(): string {
  const rows = [0.1, 0.01, 0.001].map((d) => {
    const changeU = line.value(2 + d) - line.value(2);
    const changeH = squareOfLine.value(2 + d) - squareOfLine.value(2);
    const ratios = [changeU / d, changeH / changeU, changeH / d];
    return [general(d, 5), ...ratios.map((ratio) => fixed(ratio, 3, 7))].join('  ');
  });
  return printed('nudge  u per x  h per u  h per x', ...rows);
}

function workedExample(): string {
  const rows = [2, 0.5, -1.3].map((x) => {
    const measured = centralDifference(squareOfLine.value, x);
    return `${fixed(x, 1, 4)}  ${fixed(squareOfLine.derivative(x), 4, 9)}  ${fixed(measured, 4, 8)}`;
  });
  return printed('   x  6(3x + 1)  measured', ...rows);
}

function chainRule(): string {
  const cases = { 'sin(x^2)': sineOfSquare, '(x^3+1)^4': fourthOfCube, 'e^(2x)': exponentialOfDouble };
  const rows = Object.entries(cases).flatMap(([name, { value, derivative }]) =>
    [1, 0.7].map((x) => {
      const slopes = [fixed(derivative(x), 6, 10), fixed(centralDifference(value, x), 6, 9)];
      return [name.padEnd(9), fixed(x, 1, 3), ...slopes].join('  ');
    }),
  );
  return printed('h            x  chain rule   measured', ...rows);
}

function backwardPass(): string {
  const { values, derivatives } = differentiateChain([double, addThree, square], 1);
  const list = (numbers: Point) => `[${numbers.map(formatRepr).join(', ')}]`;
  return printed(`values ${list(values)}`, `rates  ${list(derivatives)}`);
}

function checkEveryRate(): string {
  const links = [square, sine, addThree, double, exponential];
  const { values, derivatives } = differentiateChain(links, 0.8);
  const rows = values.map((value, i) => {
    const rest = (x: number) => last(differentiateChain(links.slice(i), x).values);
    const rates = [at(derivatives, i), centralDifference(rest, value)];
    return [value, ...rates].map((number) => fixed(number, 3, 8)).join('  ');
  });
  return printed(' value     rate  measured', ...rows);
}

function twoPaths(): string {
  const h = (x: number) => square.value(x) * sine.value(x);
  const rows = [1.2, -2.5].map((x) => {
    const throughU = sine.value(x) * square.derivative(x);
    const throughV = square.value(x) * sine.derivative(x);
    const rates = [fixed(throughU, 4, 9), fixed(throughV, 4, 9), fixed(throughU + throughV, 4, 7)];
    return [fixed(x, 1, 4), ...rates, fixed(centralDifference(h, x), 4, 8)].join('  ');
  });
  return printed('   x  through u  through v      sum  measured', ...rows);
}

const inputs = [0.5, -1];
const target = 0.6;

/** The neuron at the weights w1, w2 and b: its sum z, what follows from it, and the rates of the loss. */
function runNeuron([w1 = 0, w2 = 0, b = 0]: Point) {
  const minusTarget: Link = { value: (a) => a - target, derivative: () => 1 };
  const z = dot([w1, w2], inputs) + b;
  const { values, derivatives } = differentiateChain([hyperbolicTangent, minusTarget, square], z);
  const rateZ = at(derivatives, 0);
  return { values, rates: [...inputs.map((x) => rateZ * x), rateZ] };
}

const neuronLoss: Terrain = {
  value: (weights) => last(runNeuron(weights).values),
  gradient: (weights) => runNeuron(weights).rates,
};

const firstWeights = [0.8, 0.3, 0.1];

function neuronPass(): string {
  const { values, rates } = runNeuron(firstWeights);
  const [z, a, e, loss] = values.map((value) => fixed(value, 4));
  const [w1, w2, b] = rates.map((rate) => fixed(rate, 4));
  return printed(`z = ${z}, a = ${a}, e = ${e}`, `loss = ${loss}`, `rates for w: ${w1}, ${w2}`, `rate for b:  ${b}`);
}

function rerunNeuron(): string {
  const { loss, rates, rateAtSum } = neuronRates({ inputs: [0.5, -1.8], weights: [-0.4, 0.5], bias: 0.3, target });
  const [r1, r2, rb] = [...rates, rateAtSum].map((rate) => fixed(rate, 4));
  return printed(`loss ${fixed(loss, 4)}`, `rate for w1 ${r1}`, `rate for w2 ${r2}`, `rate for b ${rb}`);
}

function checkNeuron(): string {
  const rows = [firstWeights, [-1.1, 0.7, 0.4]].flatMap((weights) => {
    const measured = numericalGradient(neuronLoss.value, weights);
    return neuronLoss
      .gradient(weights)
      .map((rate, i) => `${['w1', 'w2', 'b '][i]}  ${fixed(rate, 5, 8)}  ${fixed(at(measured, i), 5, 8)}`);
  });
  const { path } = gradientDescent(neuronLoss, firstWeights, 0.5, { steps: 3 });
  const steps = path.map(({ value }, step) => `step ${step}: loss ${fixed(value, 5)}`);
  return printed('     by hand  measured', ...rows, ...steps);
}

const firstLayer = [
  [0.8, 0.3],
  [-0.4, 0.9],
] as const;
const lastWeights = [0.7, -0.5];

/** The network with two hidden neurons and one output, for its six weights in a line and its inputs. */
function runNetwork(weights: Point, at: Point): { hidden: number[]; out: number } {
  const hidden = [weights.slice(0, 2), weights.slice(2, 4)].map((row) => hyperbolicTangent.value(dot(row, at)));
  return { hidden, out: hyperbolicTangent.value(dot(weights.slice(4), hidden)) };
}

const networkWeights = [...firstLayer.flat(), ...lastWeights];

/** The rates of the loss for what the backward pass meets: the hidden sums, then the six weights. */
function networkRates() {
  const { hidden, out } = runNetwork(networkWeights, inputs);
  const rate = 2 * (out - target) * (1 - out * out);
  const sums = hidden.map((a, i) => rate * at(lastWeights, i) * (1 - a * a));
  const weights = [...sums.flatMap((sum) => inputs.map((x) => sum * x)), ...hidden.map((a) => rate * a)];
  return { hidden, out, sums, weights };
}

function hiddenLayer(): string {
  const { hidden, out, sums } = networkRates();
  const text = (numbers: Point) => numbers.map((number) => fixed(number, 4)).join(' ');
  return printed(`hidden ${text(hidden)}, out ${fixed(out, 4)}`, `rates at the hidden sums ${text(sums)}`);
}

function checkHidden(): string {
  const loss = (weights: Point) => square.value(runNetwork(weights, inputs).out - target);
  const measured = numericalGradient(loss, networkWeights);
  const names = ['w11', 'w12', 'w21', 'w22', 'v1 ', 'v2 '];
  const rows = networkRates().weights.map(
    (rate, i) => `${names[i]}  ${fixed(rate, 5, 8)}  ${fixed(at(measured, i), 5, 8)}`,
  );
  return printed(...rows);
}

function jacobianProduct(): string {
  const { hidden, out } = networkRates();
  const hiddenForX = hidden.map((a, i) => (firstLayer[i] ?? []).map((w) => (1 - a * a) * w));
  const outForHidden = lastWeights.map((w) => (1 - out * out) * w);
  const product = inputs.map((_, j) =>
    dot(
      outForHidden,
      hiddenForX.map((row) => at(row, j)),
    ),
  );
  const measured = numericalGradient((at) => runNetwork(networkWeights, at).out, inputs);
  const [first = [], second = []] = hiddenForX;
  const rows = { 'a1 for x': first, 'a2 for x': second, 'out for a': outForHidden, product, measured };
  return printed(
    ...Object.entries(rows).map(([name, row]) => [name.padEnd(9), ...row.map((rate) => fixed(rate, 4, 7))].join('  ')),
  );
}

/** The slopes of the two ways through a stage: sin x and x²/4. */
const waysThrough = (x: number): [number, number] => [Math.cos(x), x / 2];

function manyPaths(): string {
  const stage: Link = {
    value: (x) => Math.sin(x) + (x * x) / 4,
    derivative: (x) => {
      const [bySine, bySquare] = waysThrough(x);
      return bySine + bySquare;
    },
  };
  const { values, locals, derivatives } = differentiateChain(repeat(stage, 12), 0.9);
  const products = values
    .slice(0, -1)
    .map(waysThrough)
    .reduce<number[]>((paths, ways) => paths.flatMap((path) => ways.map((slope) => path * slope)), [1]);
  const total = products.reduce((sum, product) => sum + product, 0);
  return printed(
    `${products.length} paths:      ${fixed(total, 6)}`,
    `${locals.length} additions:    ${fixed(at(derivatives, 0), 6)}`,
  );
}

function repeat(link: Link, count: number): Link[] {
  return Array.from({ length: count }, () => link);
}

/** The derivative of a chain of `count` equal links at x. */
function slopeOfRepeated(link: Link, count: number, x: number): number {
  return at(differentiateChain(repeat(link, count), x).derivatives, 0);
}

function longProducts(): string {
  const rows = [0.25, 0.9, 1, 1.1, 2].map((factor) => {
    const times: Link = { value: (x) => factor * x, derivative: () => factor };
    const slopes = [10, 50, 100].map((steps) => exponent(slopeOfRepeated(times, steps, 1), 0, 10));
    return [formatRepr(factor).padStart(6), ...slopes].join('  ');
  });
  return printed('factor     10 steps    50 steps   100 steps', ...rows);
}

/** tanh(w * x) */
function neuron(w: number): Link {
  return {
    value: (x) => hyperbolicTangent.value(w * x),
    derivative: (x) => w * hyperbolicTangent.derivative(w * x),
  };
}

function deepChain(): string {
  const rows = [0.5, 0.9, 2].map((w) => {
    const slopes = [1, 10, 20, 40].map((depth) => exponent(slopeOfRepeated(neuron(w), depth, 0.5), 0, 8));
    return [formatRepr(w).padStart(6), ...slopes].join('  ');
  });
  return printed('weight   1 step  10 steps  20 steps  40 steps', ...rows);
}

function skipConnections(): string {
  const plain = neuron(0.5);
  const skipping: Link = { value: (x) => x + plain.value(x), derivative: (x) => 1 + plain.derivative(x) };
  const rows = [1, 10, 20, 40].map((depth) => {
    const [without, withSkips] = [plain, skipping].map((link) => slopeOfRepeated(link, depth, 0.5));
    return `${String(depth).padStart(2)} steps: plain ${exponent(Number(without), 0)}, with skips ${fixed(Number(withSkips), 1)}`;
  });
  return printed(...rows);
}

/** tanh(x * y) + x², where x arrives on two paths. */
const joined = ([x = 0, y = 0]: Point) => hyperbolicTangent.value(x * y) + square.value(x);

type Rates = (point: Point) => Point;

/** Both mistakes of the exercise: the slope of tanh taken from its input, and one path's rate written over the other's. */
const backward: Rates = ([x = 0, y = 0]) => {
  const product = x * y;
  return [square.derivative(x), (1 - product * product) * x];
};

const mended: Rates = ([x = 0, y = 0]) => {
  const rate = hyperbolicTangent.derivative(x * y);
  return [rate * y + square.derivative(x), rate * x];
};

const measured: Rates = (point) => numericalGradient(joined, point);

function buggyBackward(): string {
  const point = [0.7, -0.4];
  const [rateX, rateY] = backward(point).map((rate) => fixed(rate, 4));
  return printed(`h = ${fixed(joined(point), 4)}`, `rates: ${rateX} for x, ${rateY} for y`);
}

function mendedBugs(): string {
  const points = [
    [0.7, -0.4],
    [-0.3, 1.6],
    [0, 1],
  ];
  const rows = points.flatMap((point) =>
    Object.entries({ backward, mended, measured }).map(([name, rates]) => {
      const place = point.map((x) => fixed(x, 1, 4)).join(', ');
      return [`(${place})`, name.padEnd(9), ...rates(point).map((rate) => fixed(rate, 4, 7))].join('  ');
    }),
  );
  return printed('at            who        rate_x   rate_y', ...rows);
}

function pathsThatAdd(): string {
  const output = (x: number) => 3 * x + 2 * x;
  return printed(`rate ${fixed(3 + 2, 2)}`, `moved ${fixed(output(2.1) - output(2), 2)}`);
}

function twentyLayers(): string {
  const rate = Array.from({ length: 20 }).reduce<number>((product) => product * 0.8, 1);
  return printed(`${fixed(rate, 4)} is left, which is ${exponent(rate, 1)}`);
}
