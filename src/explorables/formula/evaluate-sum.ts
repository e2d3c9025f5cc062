import { constants, functions } from './expression.ts';
import { asFraction, type Base, isOne, type Power, type Sum } from './sum.ts';

/** The value at x: NaN or infinite where there is none. */
export function evaluateSum(sum: Sum, x: number): number {
  return sum.reduce((total, product) => {
    const [above, below] = product.by;
    const powers = asFraction(product);
    // Divided, and not multiplied by inverses: those of the smallest numbers are infinite.
    return total + multiplied(above, powers.above, x) / multiplied(below, powers.below, x);
  }, 0);
}

function multiplied(first: number, powers: readonly Power[], x: number): number {
  return powers.reduce((product, power) => product * raised(power, x), first);
}

/** Powers are not exact everywhere, and the smallest numbers have so few digits that one unit is a large part of them. */
function raised({ base, exponent }: Power, x: number): number {
  const value = evaluateBase(base, x);
  return isOne(exponent) ? value : value ** evaluateSum(exponent, x);
}

function evaluateBase(base: Base, x: number): number {
  switch (base.kind) {
    case 'number':
      return base.value;
    case 'name':
      return base.name === 'x' ? x : constants[base.name];
    case 'call':
      return functions[base.name](evaluateSum(base.of, x));
    case 'sum':
      return evaluateSum(base.terms, x);
  }
}
