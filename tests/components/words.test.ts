import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../src/components/anchor-of.ts';
import { sayMinutes } from '../../src/components/minutes.ts';
import { typesetValue } from '../../src/components/typeset-value.ts';

describe('typesetValue', () => {
  it.each([
    ['2.67', '2.67'],
    ['-0.25', '−0.25'],
    ['[-2, -12]', '[−2, −12]'],
    ['(-.5)', '(−.5)'],
    ['-inf', '−inf'],
    ['-2e-09', '−2e-09'],
    ['2026-11-23', '2026-11-23'],
    ['zig-zag', 'zig-zag'],
  ])('%s is set as %s', (printed, set) => {
    expect(typesetValue(printed)).toBe(set);
  });
});

describe('sayMinutes', () => {
  it.each([
    [5, '5 min'],
    [60, '1 h'],
    [95, '1 h 35 min'],
  ])('%i minutes are %s', (minutes, said) => {
    expect(sayMinutes(minutes).replaceAll('\u00a0', ' ')).toBe(said);
  });
});

describe('anchorOf', () => {
  it.each([
    [['note', 'A nudge that gets lost'], 'note-a-nudge-that-gets-lost'],
    [['note', 'Why 2h, not h?'], 'note-why-2h-not-h'],
  ])('%j is %s', (words, anchor) => {
    expect(anchorOf(...words)).toBe(anchor);
  });
});
