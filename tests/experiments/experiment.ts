/** The experiments of one lesson: what its examples print, computed once more without Python. */
export interface LessonExperiments {
  /** The lesson's file name in `content/guide/`, without `.mdx`. */
  readonly lesson: string;
  /**
   * From an example's name to the whole text that it prints, computed by `src/numeric`. The operations come in the
   * order of the lesson's Python, so that sums, products, quotients and roots agree to the last bit.
   */
  readonly recomputed: Readonly<Record<string, () => string>>;
  /** From the name of an example that prints numbers, and is not recomputed, to the reason. */
  readonly notRecomputed: Readonly<Record<string, string>>;
}
