import type { ExplainedError, Explanation, Explanations } from './explanation.ts';

const unclosedString =
  'A text that begins with a quote must end with the same quote on the same line. One of the two is missing here.';

const comparison = 'A single `=` gives a variable a value. To ask whether two things are equal, write `==`.';

const functionBegins =
  'A function begins with `def`: `def f(x):`, and its result follows in an indented line, after `return`.';

const indentation: readonly Explanation[] = [
  [
    /expected an indented block after (.+?)(?: on line (\d+))?$/,
    ([, what, line]) =>
      `The block of the ${what}${line ? ` on line ${line}` : ''} must be indented: begin its lines with four spaces.`,
  ],
  [
    /unexpected indent/,
    'This line is indented, and nothing before it begins a block. Remove the spaces at its beginning.',
  ],
  [
    /unindent does not match/,
    'This line is indented by a number of spaces that no line above it has. Line it up with its block.',
  ],
  [/tabs and spaces/, 'Some lines are indented with tabs and some with spaces. Use four spaces everywhere.'],
];

const languageHabits: readonly [pattern: RegExp, meaning: string][] = [
  [/\+\+|--\s*$/, 'Python has no `++` and no `--`. Write `+= 1` or `-= 1`.'],
  [/&&|\|\|/, 'Python writes these in words: `and`, `or`, `not`.'],
  [/^\s*else\s+if\b/, 'Python writes `elif` for “else if”.'],
  [/^\s*(?:let|var|const)\s/, 'Python has no such word before a variable. Write `x = 3`.'],
  [/^\s*(?:function|func|fun|fn|define|df|Def|DEF)\s/, functionBegins],
];

const keywords = 'if elif else for while def class return import from try except finally with print'.split(' ');

/** An explanation from the line itself, if Python’s message is only “invalid syntax”. */
function lookAtLine(_groups: readonly string[], { line }: ExplainedError): string | undefined {
  const habit = languageHabits.find(([pattern]) => pattern.test(line));
  if (habit) return habit[1];
  const [, word = '', rest = ''] = /^\s*([A-Za-z_]\w*)(.*)$/.exec(line) ?? [];
  const meant = keywords.includes(word) ? undefined : keywords.find((one) => one === word.toLowerCase());
  if (meant) return `Python writes \`${meant}\` in small letters.`;
  if (keywords.includes(word)) return lookAtCondition(line);
  if (/^\s*\(.*\)\s*:(?!=)/.test(rest)) return functionBegins;
  const given = /^\s*\(([^()]*)\)\s*:?=(?!=)/.exec(rest)?.[1];
  if (given === undefined) return undefined;
  if (!/^[\d\s,:+-]+$/.test(given)) return functionBegins;
  return 'Round brackets call a function. To give an element a value, write square ones: `x[0] = 1`.';
}

function lookAtCondition(line: string): string | undefined {
  if (/^\s*(?:if|elif|while)\b[^=]*[^=!<>]=[^=]/.test(line)) return comparison;
  return undefined;
}

/** Syntax errors. No line of the block was run. */
export const explainSyntax: Explanations = {
  IndentationError: indentation,
  SyntaxError: [
    [/./, lookAtLine],
    [
      /expected ':'/,
      'The line that begins a block (`if`, `for`, `while`, `def`, `else` …) ends with a colon, and it is missing here.',
    ],
    [/^'(.)' was never closed/, 'The bracket `$1` is opened here and never closed.'],
    [/^unmatched '(.)'/, 'This `$1` closes a bracket that was never opened.'],
    [
      /closing parenthesis '(.)' does not match opening parenthesis '(.)'/,
      'The bracket `$2` is closed by `$1`. The bracket that was opened last is closed first, each by its own kind.',
    ],
    [/unterminated triple-quoted/, 'The text begins with three quotes, and the three quotes that end it are missing.'],
    [/unterminated (?:f-)?string/, unclosedString],
    [/f-string: expecting '\}'/, 'Inside an f-string, each `{` needs its `}`.'],
    [
      /f-string: single '\}'|f-string: empty expression|f-string: valid expression required/,
      'Inside an f-string, braces hold something to compute: `{x}`. To print a brace, write it twice.',
    ],
    [/Maybe you meant '=='|perhaps you meant "=="/, comparison],
    [
      /cannot assign to (.+?)(?: here)?(?:\.|$)/,
      'Only a name, or a place in a list or an array, can be given a value; on the left of `=` there is something else ($1).',
    ],
    [
      /Perhaps you forgot a comma/,
      'Between two things in brackets a comma is missing, or an operator such as `*`: two names side by side are not a product.',
    ],
    [/Missing parentheses in call to '(\w+)'/, '`$1` is a function: put its values in round brackets.'],
    [
      /invalid decimal literal|invalid (?:hexa|octal|binary)/,
      'A number is directly followed by a name. A name cannot begin with a digit, and a product needs a `*`: `2 * x`.',
    ],
    [/leading zeros in decimal integer/, 'A whole number is written without zeros in front: `7`, not `007`.'],
    [
      /invalid character '(.+)' \(U\+2212\)/,
      'This is a printed minus sign (`$1`). Replace it by the one on the keyboard, `-`.',
    ],
    [
      /invalid character '([“”„‘’‚«»])/,
      'These are printed quotes (`$1`). Replace them by those on the keyboard, `"` or `\'`.',
    ],
    [
      /invalid (?:non-printable )?character/,
      'There is a character here that is not valid in Python, perhaps from copying. Type the line again.',
    ],
    [
      /'(return|yield|await)' outside (?:async )?function/,
      '`$1` belongs in a function, and this line is in none. Indent it under a `def`, or remove it.',
    ],
    [
      /'(break)' outside loop|'(continue)' not properly in loop/,
      ([, a, b]) => `\`${a ?? b}\` is valid only in a loop, and this line is in none. Is it indented far enough?`,
    ],
    [/positional argument follows keyword argument/, 'Arguments with a name (`h=0.1`) come after those without.'],
    [/expected 'except' or 'finally'/, 'A `try:` needs an `except:` with the lines to run if it fails.'],
    [/unexpected character after line continuation/, 'After a backslash at the end of a line nothing may follow.'],
    [/Did you mean '(\w+)'/, 'Did you mean `$1`?'],
    [/unexpected EOF|was expected/, 'The code ends before it is complete: a bracket or a block is missing.'],
    [
      /invalid syntax/,
      'Python cannot read this line. Look for a missing bracket, comma or operator, here or at the end of the line before.',
    ],
  ],
};
