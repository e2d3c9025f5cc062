/** Characters that a page shows of one output: from its beginning, and from its end. */
export interface ShownLength {
  readonly head: number;
  readonly tail: number;
}

export const shownLength: ShownLength = { head: 40_000, tail: 8_000 };

/** What is shown of a long output, and how much is left out between the two parts. */
export interface ShortOutput {
  readonly head: string;
  /** Empty when nothing is left out. */
  readonly tail: string;
  readonly leftOut: number;
}

/** Shortens a text in its middle, at ends of lines where there are any near, so that the page stays quick. */
export function shortenOutput(text: string, { head, tail }: ShownLength): ShortOutput {
  if (text.length <= head + tail) return { head: text, tail: '', leftOut: 0 };
  const headEnd = text.lastIndexOf('\n', head - 1) + 1 || head;
  const nextLine = text.indexOf('\n', text.length - tail) + 1;
  const tailStart = nextLine === 0 || nextLine === text.length ? text.length - tail : nextLine;
  return { head: text.slice(0, headEnd), tail: text.slice(tailStart), leftOut: tailStart - headEnd };
}
