import { describe, expect, it } from 'vitest';
import { classify } from '../../src/examples/compare/classify-difference.ts';
import { compareOutput } from '../../src/examples/compare/compare.ts';
import { numberGap } from '../../src/examples/compare/number-gap.ts';
import { differingParts } from '../../src/examples/compare/output-tokens.ts';

describe('a very long output', () => {
  const count = 150_000;
  const numbers = (from: number) => `${Array.from({ length: count }, (_, i) => i + from).join(' ')}\n`;

  it('may have more numbers than a call takes arguments', () => {
    expect(numberGap(numbers(0).slice(0, 4e5), numbers(0).slice(0, 4e5).replaceAll(' ', ' 1'))?.ulps).toBeGreaterThan(
      0,
    );
    expect(compareOutput(numbers(0), numbers(1))?.kind).toBe('value');
  });

  it('is the same with a placeholder in a line that is longer than a pattern may be', () => {
    const long = '1'.repeat(1_000_000);
    expect(compareOutput(`${long} ⟪float⟫ ${long}\n`, `${long} 2.5 ${long}\n`)).toBeUndefined();
    expect(compareOutput(`${long} ⟪float⟫ a\n`, `${long} two a\n`)).toBeDefined();
    expect(compareOutput('aa⟪integer⟫aa\n', 'aaa\n')).toBeDefined();
  });

  it('is compared where it differs', () => {
    const same = 'a b, '.repeat(1_000_000);
    expect(classify(`${same}1.234 ${same}`, `${same}1.235 ${same}`)).toBe('last digit');
    expect(differingParts('a 1.5 b', 'a 1.6 b')).toEqual([' 1.5', ' 1.6']);
    expect(differingParts('a1', 'a1 b')).toEqual(['a1', 'a1 b']);
    expect(differingParts('a a', 'a a a')).toEqual(['', ' a']);
  });
});
