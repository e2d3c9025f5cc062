/** An exception, and what is known of the code that raised it. */
export interface ExplainedError {
  /** The names of its class and of those above it, nearest first. */
  readonly types: readonly string[];
  /** What it says, without the name of its class. */
  readonly message: string;
  /** The line that is to blame; empty when none is known. */
  readonly line: string;
  /** The block that raised it. */
  readonly code: string;
  /** The code of the blocks before it in its session. */
  readonly earlier: string;
}

/**
 * A message of Python's or NumPy's, and what it means. `$1` stands for the first group of the pattern. A function may
 * look at the code, and may pass by returning `undefined`. Python's words change from version to version: a pattern
 * holds for all that are known.
 */
export type Explanation = readonly [
  message: RegExp,
  meaning: string | ((groups: readonly string[], error: ExplainedError) => string | undefined),
];

/** Explanations by the name of the exception's class; the first that fits wins. */
export type Explanations = Readonly<Record<string, readonly Explanation[]>>;

/**
 * How much of a text is looked at. Python's and NumPy's own messages are shorter; a pattern that takes the square of a
 * text's length is still done in a millisecond or so.
 */
export const mostLookedAt = { message: 600, line: 600, code: 20_000, earlier: 20_000 } as const;

/** The first meaning that fits; `undefined` when none does. Whatever the length of a text, only its beginning is read. */
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
