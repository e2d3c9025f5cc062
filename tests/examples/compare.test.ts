import { describe, expect, it } from 'vitest';
import { compareOutput } from '../../src/examples/compare/compare.ts';

describe('compareOutput', () => {
  it.each([
    ['the same text', 'a\nb\n', 'a\nb\n'],
    ['nothing and nothing', '', ''],
    ['a last line without its end', 'a\n', 'a'],
    ['a version where any version may stand', 'v ⟪version⟫\n', 'v 2.1.0rc1\n'],
    ['a number where any number may stand', '⟪float⟫ ⟪integer⟫\n', '-1.5e-07 12\n'],
  ])('accepts %s', (_, expected, actual) => {
    expect(compareOutput(expected, actual)).toBeUndefined();
  });

  it('compares a long text without an end with a placeholder in no time', () => {
    const printed = `1.2+${'ab12'.repeat(500)} built\n`;
    expect(compareOutput('⟪version⟫\n', printed)?.column).toBe(10);
  });

  it.each([
    // expected, actual, kind, line, column of the first difference
    ['0.336', '0.333', 'value', 1, 5],
    ['0.34', '0.3333', 'value', 1, 4],
    ['3e-09', '1e-09', 'value', 1, 1],
    ['x2 = 1', 'x3 = 1', 'value', 1, 2],
    ['a', 'b', 'value', 1, 1],
    ['4', '5', 'value', 1, 1],
    ['0.1', '0.2', 'value', 1, 3],
    ['1.000', '1.001', 'last digit', 1, 5],
    ['9.999', '10.000', 'last digit', 1, 1],
    ['1.23e-05', '1.24e-05', 'last digit', 1, 4],
    ['-0.001', '0.001', 'value', 1, 1],
    ['0.000', '0.001', 'last digit', 1, 5],
    ['0.00', '-0.00', 'sign of a zero', 1, 1],
    ['x  0.00', 'x -0.00', 'sign of a zero', 1, 3],
    ['1.26.4', '2.0.1', 'version', 1, 1],
    ['0.5', 'np.float64(0.5)', 'version', 1, 1],
    ['[True]', '[np.True_]', 'version', 1, 2],
    ['2.0rc1', '2.1rc1', 'version', 1, 3],
    ['192.168.0.1', '192.168.0.2', 'value', 1, 11],
    ['01.02.2024', '01.03.2024', 'value', 1, 5],
    ['2026-01-02', '2026-01-03', 'value', 1, 10],
    ['0.30000000000000003', '0.30000000000000004', 'last digit', 1, 19],
    ['3', '3.0', 'layout', 1, 2],
    ['1e-05', '0.00001', 'layout', 1, 1],
    ['a b', 'a  b', 'layout', 1, 3],
    ['a', 'a ', 'layout', 1, 2],
    ['0.00 1.26.4 1.234', '-0.00 1.26.5 1.239', 'value', 1, 1],
    ['0.00 1.234', '-0.00 1.235', 'last digit', 1, 1],
    ['v ⟪version⟫ a', 'v 1.2.3 b', 'value', 1, 13],
    ['v ⟪version⟫', 'v new', 'value', 1, 3],
  ] as const)('%j is not %j: %s', (expected, actual, kind, line, column) => {
    expect(compareOutput(`${expected}\n`, `${actual}\n`)).toMatchObject({ kind, line, column });
  });

  it('finds the first line that differs, and what each side has', () => {
    const difference = compareOutput('a\nb\nc\n', 'a\nB\nc\nd\n');
    expect(difference).toMatchObject({ line: 2, column: 1 });
    expect(difference?.rows).toEqual([
      { side: 'both', text: 'a' },
      { side: 'expected', text: 'b' },
      { side: 'actual', text: 'B' },
      { side: 'both', text: 'c' },
      { side: 'actual', text: 'd' },
    ]);
  });

  it('distinguishes an empty output from a blank line', () => {
    expect(compareOutput('', '\n')).toMatchObject({ kind: 'layout', line: 1, column: 1 });
    expect(compareOutput('\n', '')).toMatchObject({ kind: 'layout', line: 1, column: 1 });
  });

  it('takes ten megabytes in its stride', () => {
    const long = 'x'.repeat(10_000_000);
    expect(compareOutput(`${long}\n`, `${long}\n`)).toBeUndefined();
    expect(compareOutput(`${long}a\n`, `${long}b\n`)).toMatchObject({ kind: 'value', line: 1, column: 10_000_001 });
  });
});
