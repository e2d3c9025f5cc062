/** An exception, and the code that raised it. */
export interface ExplainedError {
  /** The names of its class and of the base classes, nearest first. */
  readonly types: readonly string[];
  /** Its message, without the name of its class. */
  readonly message: string;
  /** The line that raised it; empty if unknown. */
  readonly line: string;
  /** The block that raised it. */
  readonly code: string;
  /** The code of the blocks before it in its session. */
  readonly earlier: string;
}

/**
 * A pattern for messages of Python or NumPy, and their meaning. `$1` is the first group of the pattern. A function may
 * inspect the code, and returns `undefined` if it does not apply. Python's messages differ between versions: a pattern
 * matches those of all supported ones.
 */
export type Explanation = readonly [
  message: RegExp,
  meaning: string | ((groups: readonly string[], error: ExplainedError) => string | undefined),
];

/** Explanations by the name of the exception's class; the first that matches is used. */
export type Explanations = Readonly<Record<string, readonly Explanation[]>>;

/**
 * The maximum numbers of characters that are searched. Python's and NumPy's own messages are shorter; with these limits a
 * pattern whose time is quadratic in the length needs about a millisecond.
 */
export const mostLookedAt = { message: 600, line: 600, code: 20_000, earlier: 20_000 } as const;

/** The first meaning that matches; `undefined` if there is none. Only the beginning of long texts is searched. */
export function findMeaning(table: Explanations, told: ExplainedError): string | undefined {
  const error = cut(told);
  for (const type of error.types) {
    for (const [pattern, meaning] of table[type] ?? []) {
      const groups = pattern.exec(error.message);
      if (!groups) continue;
      const found = typeof meaning === 'string' ? fill(meaning, groups) : meaning(groups, error);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function cut({ types, ...texts }: ExplainedError): ExplainedError {
  const { message, line, code, earlier } = texts;
  return {
    types: types.slice(0, 100),
    message: message.slice(0, mostLookedAt.message),
    line: line.slice(0, mostLookedAt.line),
    code: code.slice(0, mostLookedAt.code),
    earlier: earlier.slice(0, mostLookedAt.earlier),
  };
}

function fill(meaning: string, groups: readonly string[]): string {
  return meaning.replace(/\$(\d)/g, (_, group: string) => groups[Number(group)] ?? '');
}
