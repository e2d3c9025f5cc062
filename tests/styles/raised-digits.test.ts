import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import postcss from 'postcss';
import { expect, it } from 'vitest';
import { readUnicodeRange } from '../../src/site/fonts/unicode-range.ts';

const css = readFileSync(fileURLToPath(new URL('../../src/styles/fonts.css', import.meta.url)), 'utf8');

it('sets an exponent in one font: each has all of the raised digits, or none', () => {
  const raised = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((digit) => digit.codePointAt(0) ?? 0);
  const ranges: string[] = [];
  postcss.parse(css).walkDecls('unicode-range', ({ value }) => {
    ranges.push(value);
  });
  expect(ranges.length).toBeGreaterThan(5);
  for (const range of ranges) {
    const has = readUnicodeRange(range);
    expect([0, raised.length], range).toContain(raised.filter(has).length);
  }
});
