import { describe, expect, it } from 'vitest';
import { sourceText } from '../../src/core/source-text.ts';
import { readValue } from '../../src/examples/extract/read-value.ts';
import { isElement } from '../../src/examples/lesson-elements.ts';
import { parseLesson } from '../../src/markdown/syntax.ts';

/** Reads the first element of a paragraph. */
function read(text: string) {
  const [paragraph] = parseLesson(text).children;
  const element = paragraph?.type === 'paragraph' ? paragraph.children.find(isElement) : paragraph;
  if (!element || !isElement(element)) throw new Error('There is no element.');
  return readValue(element, { file: 'a.mdx', line: 1, column: 1 }, sourceText('a.mdx', text));
}

describe('readValue', () => {
  it('reads the text of a value with its place, and takes str() where no format is given', () => {
    const text = 'About <Value of="a" expr="x">2.67</Value>.';
    expect(read(text).value).toEqual({
      of: 'a',
      expr: 'x',
      format: '',
      text: '2.67',
      place: { file: 'a.mdx', line: 1, column: 30 },
      span: { start: 29, end: 33 },
    });
  });

  it.each(['', '*2.67*', 'two\nlines', '$2$', '`2`'])('refuses "%s" as the text of a value', (inner) => {
    const { value, diagnostic } = read(`About <Value of="a" expr="x">${inner}</Value>.`);
    expect(value).toBeUndefined();
    expect(diagnostic?.rule).toBe('value/text');
  });

  it('leaves a missing attribute to the check of elements', () => {
    expect(read('About <Value of="a">2.67</Value>.')).toEqual({});
  });
});
