import { at } from '../../core/at.ts';
import type { FunctionName, Name } from './expression.ts';
import { addFractions, type Fraction, multiplyFractions, reduce } from './fraction.ts';

/** A sum of products that differ in their powers: the form in which the rules of calculus compute. None is 0. */
export type Sum = readonly Product[];

/** A number times powers of different bases. */
export interface Product {
  readonly by: Fraction;
  readonly powers: readonly Power[];
}

export interface Power {
  readonly base: Base;
  readonly exponent: Sum;
}

export type Base =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: Name }
  | { readonly kind: 'call'; readonly name: FunctionName; readonly of: Sum }
  | { readonly kind: 'sum'; readonly terms: Sum };

export const zero: Sum = [];
export const one = number(1);

export function number(numerator: number, denominator = 1): Sum {
  return numerator === 0 ? [] : [{ by: reduce(numerator, denominator), powers: [] }];
}

export function variable(name: Name): Sum {
  return [{ by: [1, 1], powers: [{ base: { kind: 'name', name }, exponent: one }] }];
}

export function call(name: FunctionName, of: Sum): Sum {
  return [{ by: [1, 1], powers: [{ base: { kind: 'call', name, of }, exponent: one }] }];
}

/** The number that a sum is, or `undefined`. */
export function numberOf(sum: Sum): Fraction | undefined {
  const [first = { by: [0, 1], powers: [] } as const, ...others] = sum;
  return others.length === 0 && first.powers.length === 0 ? first.by : undefined;
}

/** Adds what differs only in a number. A product of a sum is multiplied out where only powers of names stand before it. */
export function add(...sums: readonly Sum[]): Sum {
  const terms = sums.flat();
  const collected = new Map<string, Product>();
  for (const term of terms.length > 1 ? terms.flatMap(expand) : terms) {
    const key = keyOfPowers(term.powers);
    const known = collected.get(key);
    collected.set(key, known ? { ...term, by: addFractions(known.by, term.by) } : term);
  }
  const rest = [...collected.values()].filter(({ by }) => by[0] !== 0);
  const first = rest.findIndex(({ by }) => by[0] > 0);
  return first > 0 ? [at(rest, first), ...rest.toSpliced(first, 1)] : rest;
}

function expand(term: Product): Sum {
  const [sum, ...others] = term.powers.filter(({ base }) => base.kind !== 'name');
  if (sum?.base.kind !== 'sum' || others.length > 0 || !isOne(sum.exponent)) return [term];
  const before = { by: term.by, powers: term.powers.filter((power) => power !== sum) };
  return add(...sum.base.terms.map((one) => multiply([before], [one])));
}

export function negate(sum: Sum): Sum {
  return multiply(number(-1), sum);
}

export function multiply(...factors: readonly Sum[]): Sum {
  if (factors.some((factor) => factor.length === 0)) return zero;
  const products = factors.map(asProduct);
  return product(
    products.map(({ by }) => by).reduce(multiplyFractions),
    products.flatMap(({ powers }) => powers),
  );
}

export function divide(above: Sum, below: Sum): Sum {
  return multiply(above, power(below, number(-1)));
}

/** Powers of powers are multiplied where the outer exponent is whole: the square root of x² is not x. */
export function power(base: Sum, exponent: Sum): Sum {
  const [whole, part] = numberOf(exponent) ?? [];
  const [only, ...others] = base;
  if (whole === 0) return one;
  // Of 0, only a negative power is not 0, or has no value.
  if (base.length === 0 && (whole === undefined || whole > 0)) return zero;
  if (whole !== undefined && part === 1 && only !== undefined && others.length === 0) {
    const by = raise(only.by, whole);
    if (by)
      return product(
        by,
        only.powers.map((own) => ({ ...own, exponent: multiply(own.exponent, exponent) })),
      );
  }
  return product([1, 1], [{ base: asBase(base), exponent }]);
}

/** A number to a whole power, if it is not too large. */
function raise([a, b]: Fraction, exponent: number): Fraction | undefined {
  const [above, below] = exponent < 0 ? [b, a] : [a, b];
  const powers = [above ** Math.abs(exponent), below ** Math.abs(exponent)] as const;
  return powers.every(Number.isSafeInteger) ? reduce(...powers) : undefined;
}

function asProduct(sum: Sum): Product {
  return sum.length === 1 ? at(sum, 0) : { by: [1, 1], powers: [{ base: { kind: 'sum', terms: sum }, exponent: one }] };
}

function asBase(sum: Sum): Base {
  const [value, part] = numberOf(sum) ?? [-1, 1];
  if (value >= 0 && part === 1) return { kind: 'number', value };
  const [only, ...others] = sum.length === 1 && isUnit(at(sum, 0).by) ? at(sum, 0).powers : [];
  return only && others.length === 0 && isOne(only.exponent) ? only.base : { kind: 'sum', terms: sum };
}

/** A product with one power for each base, the bases in the order in which they are read. */
function product(by: Fraction, powers: readonly Power[]): Sum {
  const collected = new Map<string, Power>();
  for (const one of powers) {
    const key = keyOfBase(one.base);
    const known = collected.get(key);
    collected.set(key, known ? { ...one, exponent: add(known.exponent, one.exponent) } : one);
  }
  const rest = [...collected.values()].filter(({ exponent }) => exponent.length > 0);
  const [only, ...others] = rest;
  if (isUnit(by) && only?.base.kind === 'sum' && others.length === 0 && isOne(only.exponent)) return only.base.terms;
  return [{ by, powers: rest.sort((a, b) => rank(a) - rank(b)) }];
}

function rank({ base, exponent }: Power): number {
  if (base.kind === 'name' && numberOf(exponent)) return base.name === 'x' ? 1 : 0;
  return { sum: 2, name: 3, number: 3, call: 4 }[base.kind];
}

const isUnit = ([a, b]: Fraction) => a === 1 && b === 1;

/** A product as a fraction of powers: those below have had a negative number as their exponent. */
export function asFraction({ powers }: Product): { readonly above: Power[]; readonly below: Power[] } {
  const isBelow = ({ exponent }: Power) => (numberOf(exponent)?.[0] ?? 0) < 0;
  const below = powers.filter(isBelow).map(({ base, exponent }) => ({ base, exponent: negate(exponent) }));
  return { above: powers.filter((power) => !isBelow(power)), below };
}

/** Whether a sum is the number 1. */
export function isOne(sum: Sum): boolean {
  const value = numberOf(sum);
  return value !== undefined && isUnit(value);
}

/** Whether two sums have the same terms, in any order. */
export function isSame(a: Sum, b: Sum): boolean {
  return keyOf(a) === keyOf(b);
}

function keyOf(sum: Sum): string {
  return sum
    .map(({ by, powers }) => `${by.join('/')}${keyOfPowers(powers)}`)
    .sort()
    .join('+');
}

function keyOfPowers(powers: readonly Power[]): string {
  return powers
    .map(({ base, exponent }) => `(${keyOfBase(base)})^(${keyOf(exponent)})`)
    .sort()
    .join('');
}

function keyOfBase(base: Base): string {
  if (base.kind === 'number') return String(base.value);
  if (base.kind === 'sum') return keyOf(base.terms);
  return base.kind === 'name' ? base.name : `${base.name}(${keyOf(base.of)})`;
}
