import { createHash } from 'node:crypto';

/**
 * Whether the long tests run whole, as in `npm run test:anywhere`, which sets `TEST_DEPTH=whole`. `npm test` runs a
 * fixed sample of them.
 */
export const isWhole = process.env['TEST_DEPTH'] === 'whole';

/**
 * The details of a browser test that only runs in a whole run: it takes long, and holds a kind that a test of every run holds
 * as well, or what seldom breaks. `playwright.config.ts` leaves it out otherwise.
 */
export const onlyWhole = { tag: '@whole' };

/** The number of random cases: `few` in a sample, `many` in a whole run. */
export const cases = (few: number, many: number): number => (isWhole ? many : few);

/**
 * Whether something is in a sample of one of so many. Its name decides, so that what is added or removed elsewhere does not
 * change the sample.
 */
export const isInSample = (name: string, oneOf: number): boolean =>
  createHash('sha256').update(name).digest().readUInt32BE() % oneOf === 0;

/** Whether something is tried: all in a whole run, otherwise what is {@link isInSample}. */
export const isTried = (name: string, oneOf: number): boolean => isWhole || isInSample(name, oneOf);

/**
 * An eighth of what a family of tests goes through, at least one of it, or all in a whole run. Another family has another
 * eighth of the same list, so that each lesson is looked at by some.
 */
export function sampleOf<const T>(
  family: string,
  all: readonly T[],
  nameOf: (one: T) => string = String,
): readonly T[] {
  if (isWhole) return all;
  const order = (one: T) =>
    createHash('sha256')
      .update(`${family} ${nameOf(one)}`)
      .digest('hex');
  const kept = new Set([...all].sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, Math.ceil(all.length / 8)));
  return all.filter((one) => kept.has(one));
}
