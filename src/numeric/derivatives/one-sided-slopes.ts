import { at } from '../../core/at.ts';

/** How the slopes from one side behave as the second point comes nearer. */
export type Side =
  | {
      readonly kind: 'settles';
      readonly on: number;
      /** The largest of the slopes that were measured, by size: smallness is relative to it. */
      readonly scale: number;
    }
  /** Beyond all limits, upwards (1) or downwards (−1). */
  | { readonly kind: 'unbounded'; readonly sign: 1 | -1 }
  | { readonly kind: 'no value' }
  | { readonly kind: 'unclear' };

/** How near the second point comes: near enough to tell, and far enough for rounding not to count. */
const nudges = [1e-2, 1e-3, 1e-4, 1e-5, 1e-6] as const;

/**
 * The behavior of the difference quotients `(f(x + h) - f(x)) / h` for h = ±0.01, ±0.001, … ±0.000001, judged by their
 * differences: those of a limit shrink, and a geometric rest is added (Aitken's delta-squared); those that do not
 * shrink lead beyond all limits; those that hardly shrink do not tell. It is a measurement and no proof: a function may
 * change its mind further in. Nudges so small that rounding would count are left out.
 *
 * @param f finite at x.
 * @param direction 1 looks to the right, −1 to the left.
 * @see Burden, Faires & Burden, Numerical Analysis, 10th ed., section 2.5 (accelerating convergence)
 */
export function oneSidedSlope(f: (x: number) => number, x: number, direction: 1 | -1): Side {
  const quotient = (h: number) => (f(x + direction * h) - f(x)) / (direction * h);
  /** Rounding moves a quotient by about this much, so that smaller changes say nothing. */
  const noise = (h: number) => (4e-16 * (Math.abs(f(x)) + Math.abs(x * quotient(h)))) / h;
  const clear = nudges.findLastIndex((h, i) => i < 3 || noise(h) <= 1e-4 * (1 + Math.abs(quotient(h))));
  const all = nudges.slice(0, clear + 1).map(quotient);
  // At the edge of where the formula has values the longer nudges may lead outside.
  const slopes = all.slice(all.findLastIndex((slope) => !Number.isFinite(slope)) + 1);
  if (slopes.length === 0) return { kind: 'no value' };
  const changes = slopes.slice(1).map((slope, i) => slope - at(slopes, i));
  const [before, last] = changes.slice(-2);
  if (before === undefined || last === undefined) return { kind: 'unclear' };
  const here = slopes.at(-1) ?? Number.NaN;
  const scale = Math.max(...slopes.map(Math.abs));
  const rounding = noise(at(nudges, clear));
  if (Math.abs(last) <= Math.max(4 * rounding, 1e-9 * scale)) return { kind: 'settles', on: near0(here, scale), scale };
  const ratio = last / before;
  if (Math.abs(ratio) < 0.9) return { kind: 'settles', on: near0(here + (last * ratio) / (1 - ratio), scale), scale };
  const oneWay = changes.every((change) => change * last > 0);
  // Changes like those of a logarithm become equal; those of `h ** 0.01` stay a little smaller each, and end somewhere.
  const becomeEqual = 1 - ratio < (1 - before / (changes.at(-3) ?? before)) / 2;
  return oneWay && (ratio > 1 - 1e-6 || (ratio > 0.95 && becomeEqual))
    ? { kind: 'unbounded', sign: last > 0 ? 1 : -1 }
    : { kind: 'unclear' };
}

/** 0 for a slope that is negligible relative to `scale`. */
const near0 = (slope: number, scale: number) => (Math.abs(slope) <= 1e-6 * scale ? 0 : slope);

/** The common limit of both sides, if they agree; otherwise `undefined`. */
export function commonSlope(left: Side, right: Side): number | undefined {
  if (left.kind !== 'settles' || right.kind !== 'settles') return undefined;
  const scale = Math.max(left.scale, right.scale);
  if (Math.abs(left.on - right.on) > 1e-5 * scale) return undefined;
  return near0((left.on + right.on) / 2, scale);
}
