/**
 * How much a run tries of what is too much for every run: `npm test` takes a fixed sample, `npm run test:anywhere` all of
 * it. It asks for that with `TEST_DEPTH=whole`.
 */
export const isWhole = process.env['TEST_DEPTH'] === 'whole';

/** The number of random cases: `few` in a sample, `many` in a whole run. */
export const cases = (few: number, many: number): number => (isWhole ? many : few);

/** Every nth of a list in a sample, beginning with the first; all of it in a whole run. */
export function someOf<Item>(items: readonly Item[], nth: number): Item[] {
  return items.filter((_, i) => isWhole || i % nth === 0);
}
