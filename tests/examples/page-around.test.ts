import { describe, expect, it } from 'vitest';
import { lineBefore, paragraphBefore } from '../../src/examples/extract/page-around.ts';

describe('the text before an offset of a page', () => {
  const before = (page: string) => [paragraphBefore(page, page.length), lineBefore(page, page.length)];

  it.each([
    ['', '', ''],
    ['one\n', 'one', 'one'],
    ['far\n\none\ntwo\n\n', 'one\ntwo', 'two'],
    ['# Heading\none\n', 'one', 'one'],
    ['one\n```\n', '', '```'],
    ['one\r\n\r\n', 'one', 'one'],
    ['\n\n', '', ''],
  ])('is its last paragraph, and the last line of that: %j', (page, paragraph, line) => {
    expect(before(page)).toEqual([paragraph, line]);
  });

  it('is found in a time that does not depend on what is above it', () => {
    const page = `${'word\n\n'.repeat(1_000_000)}one\n`;
    const began = performance.now();
    for (let i = 0; i < 2000; i++) expect(paragraphBefore(page, page.length)).toBe('one');
    // To split the page 2000 times takes minutes.
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
