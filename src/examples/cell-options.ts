/** The options of a notebook's cell, from its tags (MyST, Jupyter) or its `#|` lines (Quarto). */
export interface CellOptions {
  /** Why it is not run. */
  readonly reason?: string;
  /** Whether it may end with an exception. */
  readonly mayRaise?: true;
  /** Whether the page shows no output of it on purpose. */
  readonly hidesOutput?: true;
}
