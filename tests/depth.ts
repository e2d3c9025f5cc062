/**
 * Whether the long tests run whole, as in `npm run test:anywhere`, which sets `TEST_DEPTH=whole`. `npm test` runs a
 * fixed sample of them.
 */
export const isWhole = process.env['TEST_DEPTH'] === 'whole';

/** The number of random cases: `few` in a sample, `many` in a whole run. */
export const cases = (few: number, many: number): number => (isWhole ? many : few);

/** Every nth of a list in a sample, beginning with the first; all of it in a whole run. */
export function someOf<Item>(items: readonly Item[], nth: number): Item[] {
  return items.filter((_, i) => isWhole || i % nth === 0);
}
