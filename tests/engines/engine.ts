/** A browser engine beside the one of the other browser tests, and all that its test asks of it. */
export interface Engine {
  /** Opens an address in the page, and waits until it has loaded. */
  readonly open: (address: string) => Promise<void>;
  /** Calls a function in the page, which knows only its arguments, and returns its value as JSON has it. */
  readonly evaluate: <Args extends readonly unknown[], T>(
    program: (...args: Args) => T | Promise<T>,
    ...args: Args
  ) => Promise<T>;
  /**
   * Presses keys one after the other, on the element with the focus.
   *
   * @param keys characters, names of keys as `KeyboardEvent.key` has them, and `Control+a`
   */
  readonly press: (keys: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The start of a key that is pressed while Control is held. */
export const control = 'Control+';

/** A call of a function in the page as the text of a program whose value is a promise of JSON. */
export function callInPage<Args extends readonly unknown[]>(program: (...args: Args) => unknown, args: Args): string {
  return `(async () => JSON.stringify((await (${program})(...${JSON.stringify(args)})) ?? null))()`;
}
