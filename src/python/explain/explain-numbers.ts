import type { Explanations } from './explanation.ts';

const tooLarge =
  'The result is too large for a float, which ends near 1.8e308. When a descent runs away like this, its steps are too long: make the learning rate smaller.';

/** Numbers outside the domain of an operation, and texts that are no numbers. */
export const explainNumbers: Explanations = {
  ZeroDivisionError: [
    [/negative power/, 'Zero to a negative power would be a division by zero.'],
    [/./, 'Something is divided by zero. Print the divisor in the line before: when does it become 0?'],
  ],
  OverflowError: [
    [
      /infinity to integer/,
      'The number has become infinite (`inf`), and no whole number is that large. Print it in the lines before: where does it grow?',
    ],
    [/cannot fit 'int'/, 'This would have more elements than memory can hold.'],
    [/int too large to convert to float|too large for a float/, tooLarge],
    [/too large to convert|too large to fit/, 'This whole number has more digits than fit here.'],
    [/./, tooLarge],
  ],
  ValueError: [
    [
      /NaN to integer/,
      'The number has become `nan`, “not a number”, which no whole number is. Print it in the lines before: where does it begin?',
    ],
    [
      /math domain error|expected a (?:nonnegative|positive|finite|noninteger)|expected a number (?:in range|between)/,
      'The function has no value there, such as a root of a negative number, a logarithm of 0 or less, or an arc cosine of more than 1.',
    ],
    [
      /could not convert string to float: (.+)$/,
      'The text $1 is not a number. A number has digits, and a point for its decimals.',
    ],
    [
      /invalid literal for int\(\) with base \d+: (.+)$/,
      'The text $1 is not a whole number. For one with decimals, use `float(…)`.',
    ],
    [
      /not enough values to unpack \(expected (.+?), got (\d+)\)/,
      'On the left of `=` there are $1 names, and on the right $2 values.',
    ],
    [
      /too many values to unpack \(expected (\d+)/,
      'On the left of `=` there are $1 names, and on the right more values.',
    ],
    [/(\w+)\(\) (?:arg is an empty sequence|iterable argument is empty)/, 'There is nothing in it, so there is no $1.'],
    [/zero-size array to reduction operation (\w+)/, 'The array is empty, so there is no $1.'],
    [
      /(?:Unknown|Invalid) format (?:code|specifier)(?: '(.+?)')?/,
      'This format is not valid for this value. `.2f` is for numbers, `d` for whole numbers only.',
    ],
    [/is not in list|x not in list/, 'The list does not contain this value.'],
    [/range\(\) arg 3 must not be zero/, 'With a step of 0 the range would never end.'],
  ],
  KeyError: [[/^(.+)$/, 'The dictionary has no key $1. Print its keys to see how they are spelled.']],
  AssertionError: [[/^/, 'The condition after `assert` is false.']],
};
