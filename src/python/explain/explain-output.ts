import { lastExpression } from './last-expression.ts';

/** The output of a run that ended by itself. */
export interface Printed {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: string;
}

const remarks: readonly [where: keyof Printed, pattern: RegExp, meaning: string][] = [
  [
    'stderr',
    /RuntimeWarning: Mean of empty slice/,
    'This is the mean of an empty array, for which NumPy returns `nan`, “not a number”.',
  ],
  [
    'stderr',
    /RuntimeWarning: overflow encountered/,
    'A number became too large. A float ends near 1.8e308 and is `inf` from there on; a whole number of NumPy ends sooner and is wrong from there on. When a descent runs away like this, make the learning rate smaller.',
  ],
  [
    'stderr',
    /RuntimeWarning: divide by zero encountered/,
    'Something was divided by zero, or a logarithm was taken of zero; NumPy goes on with `inf` or `-inf`, between whole numbers with 0.',
  ],
  [
    'stderr',
    /RuntimeWarning: invalid value encountered in cast/,
    'A `nan`, an `inf` or a number that is too large was made a whole number; NumPy goes on with a meaningless one.',
  ],
  [
    'stderr',
    /RuntimeWarning: invalid value encountered/,
    'Something without a value was computed, such as 0 / 0 or the root of a negative number; NumPy goes on with `nan`, “not a number”.',
  ],
  [
    'stderr',
    /SyntaxWarning: .* object is not callable/,
    'Round brackets after a number would call it. A product needs a `*`: `2 * (x + 1)`.',
  ],
  [
    'stderr',
    /(?:Syntax|Deprecation)Warning: (?:"\\.*" is an )?invalid escape sequence/,
    'In a text, a backslash begins a special character. Write it twice, or put `r` before the quote.',
  ],
  [
    'stdout',
    /(?<![A-Za-z_])nan(?![A-Za-z_])/,
    '`nan` means “not a number”: it is the result of something like inf − inf or 0 / 0, and nearly everything computed from it is `nan` as well. Print the steps before: where does it begin?',
  ],
  [
    'stdout',
    /(?<![A-Za-z_])inf(?![A-Za-z_])/,
    '`inf` stands for infinity, usually because a number became too large for a float, which ends near 1.8e308.',
  ],
  [
    'code',
    /^[^#'"\n]*[\w)\]] *\^ *[\w(]/m,
    'In Python `^` is not a power: it compares whole numbers bit by bit. For a power write `**`: `x ** 2`.',
  ],
];

/** Matches an assignment of an array of whole numbers; the group is its name. */
const wholeArray = /^[ \t]*(\w+)[ \t]*=[ \t]*\w+\.array\(([\d\s,[\]()+-]+)\)[ \t]*(?:#.*)?$/;

/** Matches an assignment to an element of a number with a decimal point, a negative power of ten, or a quotient. */
const decimalElement = /^[ \t]*(\w+)\[[^\]]*\][ \t]*=(?!=)[^#]*?(?:\d\.\d*[1-9]|\d[eE]-\d|[^/]\/[^/])/;

/**
 * The meaning of a warning, an `inf`, a `nan`, a `^` for `**`, or a fraction assigned to an array of whole numbers, or a
 * note that the last value is not shown; `undefined` if there is none of these.
 */
export function explainOutput(printed: Printed): string | undefined {
  return (
    remarks.find(([where, pattern]) => pattern.test(beginningOf(printed, where)))?.[2] ??
    sayCutOff(printed) ??
    sayNotShown(printed)
  );
}

/** NumPy silently drops the decimals of numbers that are assigned to an array of whole numbers. */
function sayCutOff({ code }: Printed): string | undefined {
  const lines = code.split('\n').filter(({ length }) => length < 300);
  const whole = new Set(lines.map((line) => wholeArray.exec(line)?.[1]));
  const name = lines.map((line) => decimalElement.exec(line)?.[1]).find((one) => one !== undefined && whole.has(one));
  if (name === undefined) return undefined;
  return `\`${name}\` was made of whole numbers, so it holds only those: other numbers lose their decimals. With one decimal point it holds floats: \`np.array([1.0, 2, 3])\`.`;
}

/** Unlike a calculator or a notebook, a script does not show the value of its last line. */
function sayNotShown({ code, stdout }: Printed): string | undefined {
  const last = lastExpression(code);
  if (!last || last.text.length > 60 || last.text.includes('`')) return undefined;
  if (!last.isCall)
    return `The value of the last line is not shown by itself. \`print\` shows it: \`print(${last.text})\`.`;
  if (stdout !== '' || actions.test(last.text)) return undefined;
  return `Nothing was printed. If the last line gives a value, \`print\` shows it: \`print(${last.text})\`.`;
}

/** Calls that are made for their effect, not for their value. */
const actions =
  /^(?:plt|ax|axs|fig)\.|\.(?:append|extend|insert|remove|clear|sort|reverse|update|add|seed|shuffle|fill|write)\(|^(?:print|exec|exit|quit|main|test\w*)\(/;

/** The beginning of a text, since some patterns need time quadratic in its length; the output is searched as a whole. */
function beginningOf(printed: Printed, where: keyof Printed): string {
  return where === 'stdout' ? printed.stdout : printed[where].slice(0, 10_000);
}
