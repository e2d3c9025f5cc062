/** The experiments of one page: what its examples print, computed once more without Python. */
export interface PageExperiments {
  /** The page's path in `content/`, without `.mdx`: `guide/02-derivatives`. */
  readonly page: string;
  /**
   * From an example's name to the whole text that it prints, computed by `src/numeric`. The operations come in the
   * order of the page's Python, so that sums, products, quotients and roots agree to the last bit.
   */
  readonly recomputed: Readonly<Record<string, () => string>>;
  /** From the name of an example that prints numbers, and is not recomputed, to the reason. */
  readonly notRecomputed: Readonly<Record<string, string>>;
}
