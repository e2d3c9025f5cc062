/** The number of characters that a page shows from the beginning and from the end of an output. */
export interface ShownLength {
  readonly head: number;
  readonly tail: number;
}

export const shownLength: ShownLength = { head: 40_000, tail: 8_000 };

/** The two visible parts of a long output, and the number of characters between them. */
export interface ShortOutput {
  readonly head: string;
  /** Empty if the output is shown whole. */
  readonly tail: string;
  readonly leftOut: number;
}

/** Removes the middle of a long text, at line ends if there are any nearby, so that the page stays fast. */
export function shortenOutput(text: string, { head, tail }: ShownLength): ShortOutput {
  if (text.length <= head + tail) return { head: text, tail: '', leftOut: 0 };
  const headEnd = text.lastIndexOf('\n', head - 1) + 1 || head;
  const nextLine = text.indexOf('\n', text.length - tail) + 1;
  const tailStart = nextLine === 0 || nextLine === text.length ? text.length - tail : nextLine;
  return { head: text.slice(0, headEnd), tail: text.slice(tailStart), leftOut: tailStart - headEnd };
}
