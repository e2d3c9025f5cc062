/**
 * Whether the long tests run whole, as in `npm run test:anywhere`, which sets `TEST_DEPTH=whole`. `npm test` runs a
 * fixed sample of them.
 */
export const isWhole = process.env['TEST_DEPTH'] === 'whole';

/** The number of random cases: `few` in a sample, `many` in a whole run. */
export const cases = (few: number, many: number): number => (isWhole ? many : few);
