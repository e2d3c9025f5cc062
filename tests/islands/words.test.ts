import { describe, expect, it } from 'vitest';
import { saySeconds } from '../../src/islands/cell/say-seconds.ts';
import { shortenOutput } from '../../src/islands/cell/shorten-output.ts';
import { saySize } from '../../src/islands/dom/say-size.ts';

describe('saySeconds', () => {
  it.each([
    [0, 'under 0.01 s'],
    [0.0234, '0.02 s'],
    [0.26, '0.3 s'],
    [9.94, '9.9 s'],
    [9.96, '10 s'],
    [61.2, '61 s'],
  ])('%d', (seconds, words) => expect(saySeconds(seconds)).toBe(words));
});

describe('saySize', () => {
  it.each([
    [12, '12 bytes'],
    [640_400, '640 kB'],
    [999_600, '1 MB'],
    [7_000_000, '7 MB'],
    [7_140_000, '7.1 MB'],
    [12_345_678, '12 MB'],
  ])('%d', (bytes, words) => expect(saySize(bytes)).toBe(words));
});

describe('shortenOutput', () => {
  const length = { head: 20, tail: 10 };

  it('leaves short texts unchanged', () => {
    expect(shortenOutput('x'.repeat(30), length)).toEqual({ head: 'x'.repeat(30), tail: '', leftOut: 0 });
  });

  it('cuts at ends of lines, and counts the rest', () => {
    const text = Array.from({ length: 20 }, (_, i) => `line ${i}\n`).join('');
    const { head, tail, leftOut } = shortenOutput(text, length);
    expect([head, tail]).toEqual(['line 0\nline 1\n', 'line 19\n']);
    expect(head.length + leftOut + tail.length).toBe(text.length);
  });

  it('cuts one endless line where it must', () => {
    const { head, tail, leftOut } = shortenOutput('x'.repeat(1000), length);
    expect([head.length, leftOut, tail.length]).toEqual([20, 970, 10]);
    expect(shortenOutput(`${'x'.repeat(1000)}\n`, length).tail).toHaveLength(10);
  });
});
