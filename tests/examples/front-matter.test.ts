import { describe, expect, it } from 'vitest';
import { checkFrontMatter } from '../../src/examples/front-matter.ts';

const good = {
  title: 'title: Derivatives',
  summary: 'summary: How fast a function changes.',
  objectives: 'objectives:\n  measure-slope: Measure a slope',
  minutes: 'minutes: 25',
  prerequisites: 'prerequisites: []',
  order: 'order: 2',
};

const page = (changes: Partial<Record<keyof typeof good | 'more', string>> = {}) =>
  `---\n${Object.values({ ...good, ...changes })
    .filter(Boolean)
    .join('\n')}\n---\n\nText.\n`;

describe('checkFrontMatter', () => {
  it('reads what is right', () => {
    const { frontMatter, diagnostics } = checkFrontMatter(page(), 'a.mdx', 'guide');
    expect(diagnostics).toEqual([]);
    expect(frontMatter).toMatchObject({ title: 'Derivatives', minutes: 25, order: 2, prerequisites: [] });
  });

  it.each([
    ['a missing key', { title: '' }, 1, 1, '`title` is missing'],
    ['a misspelt key', { more: 'titel: x' }, 9, 1, 'Did you mean `title`?'],
    ['a summary that is no sentence', { summary: 'summary: how it changes' }, 3, 10, 'one sentence'],
    ['a summary of two sentences', { summary: 'summary: It changes. It moves.' }, 3, 10, 'one sentence'],
    ['minutes that are words', { minutes: 'minutes: half an hour' }, 6, 10, 'whole number of minutes'],
    ['no minutes at all', { minutes: 'minutes: 0' }, 6, 10, 'whole number of minutes'],
    ['objectives that are one text', { objectives: 'objectives: measure' }, 4, 13, 'after a name'],
    ['objectives without names', { objectives: 'objectives:\n  - Measure' }, 5, 3, 'measure-slope:'],
    ['an objective with a name that is no name', { objectives: 'objectives:\n  Slope 1: x' }, 5, 3, 'lower case'],
    ['no objectives', { objectives: 'objectives: {}' }, 4, 13, 'at least one'],
    ['an empty value', { order: 'order:' }, 8, 7, 'place in the guide'],
    ['a value with a colon', { title: 'title: Gradients: the idea' }, 2, 8, 'Nested mappings'],
  ])('names place and remedy for %s', (_, changes, line, column, words) => {
    const { frontMatter, diagnostics } = checkFrontMatter(page(changes), 'a.mdx', 'guide');
    expect(frontMatter).toBeUndefined();
    const [first] = diagnostics;
    expect([first?.place.line, first?.place.column]).toEqual([line, column]);
    expect(`${first?.message} ${first?.hint}`).toContain(words);
    expect(first?.hint).not.toBe('');
  });

  it('asks less of a page of the reference', () => {
    const text = `---\n${good.title}\n${good.summary}\n${good.order}\n---\n`;
    expect(checkFrontMatter(text, 'a.mdx', 'reference').diagnostics).toEqual([]);
    expect(checkFrontMatter(page(), 'a.mdx', 'reference').diagnostics[0]?.message).toContain(
      '`objectives` is not a key',
    );
  });

  it('has a hint with the keys if there is none', () => {
    expect(checkFrontMatter('Text.\n', 'a.mdx', 'guide').diagnostics).toMatchObject([
      { rule: 'front-matter/missing', place: { line: 1, column: 1 } },
    ]);
  });
});
