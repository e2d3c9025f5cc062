/** What a run left, when it ended by itself. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: string;
}

const remarks: readonly [where: keyof Printed, pattern: RegExp, meaning: string][] = [
  [
    'stderr',
    /RuntimeWarning: Mean of empty slice/,
    'The mean of nothing was asked for; NumPy answers `nan`, “not a number”.',
  ],
  [
    'stderr',
    /RuntimeWarning: overflow encountered/,
    'A number became too large for a float, which ends near 1.8e308, and is `inf` from there on. When a descent runs away like this, make the learning rate smaller.',
  ],
  [
    'stderr',
    /RuntimeWarning: divide by zero encountered/,
    'Something was divided by zero, or a logarithm was taken of zero; NumPy goes on with `inf`.',
  ],
  [
    'stderr',
    /RuntimeWarning: invalid value encountered/,
    'Something without a value was computed, such as 0 / 0 or the root of a negative number; NumPy goes on with `nan`, “not a number”.',
  ],
  [
    'stderr',
    /SyntaxWarning: .* object is not callable/,
    'Round brackets after a number would call it. A product needs its sign: `2 * (x + 1)`.',
  ],
  [
    'stderr',
    /(?:Syntax|Deprecation)Warning: (?:"\\.*" is an )?invalid escape sequence/,
    'In a text, a backslash begins a special character. Write it twice, or put `r` before the quote.',
  ],
  [
    'stdout',
    /(?<![A-Za-z_])nan(?![A-Za-z_])/,
    '`nan` means “not a number”: it comes of something like inf − inf or 0 / 0, and all that is computed from it is `nan` as well. Print the steps before: where does it begin?',
  ],
  [
    'stdout',
    /(?<![A-Za-z_])inf(?![A-Za-z_])/,
    '`inf` stands for a number that became too large for a float, which ends near 1.8e308.',
  ],
  [
    'code',
    /^[^#'"\n]*[\w)\]] *\^ *[\w(]/m,
    'In Python `^` is not a power: it compares whole numbers bit by bit. For a power write `**`: `x ** 2`.',
  ],
];

/** Says what a warning, an `inf`, a `nan`, or a `^` for `**` means; `undefined` when there is nothing of the kind. */
export function explainOutput(printed: Printed): string | undefined {
  return remarks.find(([where, pattern]) => pattern.test(printed[where]))?.[2];
}
