import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastExpression } from '../../../src/python/explain/last-expression.ts';

describe('lastExpression', () => {
  it.each([
    ['2 + 2', '2 + 2', false],
    ['f(3)', 'f(3)', true],
    ['x = 3\nx', 'x', false],
    ['x = 3; x', 'x', false],
    ['def f(x):\n    return x\n\nf(3)  # three\n# no more\n', 'f(3)', true],
    ['x == 3', 'x == 3', false],
    ['x <= 3', 'x <= 3', false],
    ['np.array([1, 2]) + 1', 'np.array([1, 2]) + 1', false],
    ['a[1:2]', 'a[1:2]', false],
    ['{"a": 1}', '{"a": 1}', false],
    ['"a" + "b"', '"a" + "b"', false],
    ['lambda x: x', 'lambda x: x', false],
    ['format_it', 'format_it', false],
    ['"# not a comment;" * 2', '"# not a comment;" * 2', false],
    ['f(x=1)', 'f(x=1)', true],
    ['loss(1).real', 'loss(1).real', false],
  ])('of %j', (code, text, isCall) => expect(lastExpression(code)).toEqual({ text, isCall }));

  it.each([
    '',
    '# nothing',
    'x = 2',
    'x += f(3)',
    'x: int = 3',
    'x: int',
    'import math',
    'for i in range(3):\n    i',
    'if True:\n    f(3)',
    'if True: f(3)',
    'pass',
    'del x',
    'return',
    '"""A text that stands as a comment; x"""',
    'x = (1 +\n  2)',
    'print(1,\n  2)',
    'x = """\n2 + 2\n"""',
    'assert x',
    'raise ValueError("x")',
  ])('is nothing in %j', (code) => expect(lastExpression(code)).toBeUndefined());

  it('reads any text, also text that is not Python', () => {
    const piece = fc.constantFrom('"', "'", '"""', '#', '\n', ';', '(', ')', '[', '}', '\\', '=', ':', 'x', ' ', 'é');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const code = pieces.join('');
        const text = lastExpression(code)?.text;
        expect(text === undefined || code.includes(text)).toBe(true);
      }),
    );
  });

  it.each(['"', '"""', "'", '(', '\\', '\\\n', '#', ';', '=', '=:', ' ', '\n', 'lambda ', '["', "'''\\"])(
    'takes time in proportion to the code: %j',
    // In quadratic time this would take minutes.
    (piece) => expect(() => lastExpression(piece.repeat(400_000 / piece.length))).not.toThrow(),
  );
});
