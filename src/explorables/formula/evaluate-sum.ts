import { constants, functions } from './expression.ts';
import type { Base, Sum } from './sum.ts';

/** The value at x: NaN or infinite where there is none. */
export function evaluateSum(sum: Sum, x: number): number {
  return sum.reduce((total, { by: [above, below], powers }) => {
    const factors = powers.map(({ base, exponent }) => evaluateBase(base, x) ** evaluateSum(exponent, x));
    return total + factors.reduce((product, factor) => product * factor, above) / below;
  }, 0);
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
