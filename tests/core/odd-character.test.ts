import { expect, it } from 'vitest';
import { findInvisible, insteadOf, insteadOfInvalid } from '../../src/core/odd-character.ts';

it.each([
  ['SyntaxError: invalid non-printable character U+00A0', 'Write a plain blank in place of U+00A0'],
  ['SyntaxError: invalid non-printable character U+200B', 'Take out U+200B, of which nothing is seen'],
  ["SyntaxError: invalid character '“' (U+201C)", 'Write `"` in place of `“`'],
  ["SyntaxError: invalid character '−' (U+2212)", 'Write `-` in place of `−`'],
  ["SyntaxError: invalid character '×' (U+00D7)", 'Write `*` in place of `×`'],
  ["SyntaxError: invalid character '€' (U+20AC)", 'Take out `€`, or put it in quotes'],
  ['SyntaxError: invalid syntax', undefined],
])('%s', (summary, instead) => {
  expect(insteadOfInvalid(summary)).toBe(instead);
});

it('finds what is not seen, and leaves joined emoji alone', () => {
  expect(findInvisible('a\u200bb\u202e 👩‍💻 a\u200db').map(({ offset }) => offset)).toEqual([1, 3, 12]);
  expect(insteadOf('–')).toBe('Write `-` in place of `–`');
});
