import { createHash } from 'node:crypto';

/**
 * Whether the long tests run whole, as in `npm run test:anywhere`, which sets `TEST_DEPTH=whole`. `npm test` runs a
 * fixed sample of them.
 */
export const isWhole = process.env['TEST_DEPTH'] === 'whole';

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
