import { describe, expect, it } from 'vitest';
import { counted } from '../../src/core/counted.ts';
import { anchorOf } from '../../src/site/anchor-of.ts';
import { glossaryPlace } from '../../src/site/glossary-place.ts';
import { sayMinutes } from '../../src/site/minutes.ts';
import { sourceAddresses } from '../../src/site/source-addresses.ts';
import { typesetValue } from '../../src/site/typeset-value.ts';
import { unknownName } from '../../src/site/unknown-name.ts';
import { unknownTerm } from '../../src/site/unknown-term.ts';

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

describe('counted', () => {
  it.each([
    [counted(1, 'example'), '1 example'],
    [counted(0, 'example'), '0 examples'],
    [counted(2, 'number or word', 'numbers and words'), '2 numbers and words'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});

describe('sourceAddresses', () => {
  it('leads to the source of a page and to a report that names it', () => {
    const file = 'content/guide/02-derivatives.mdx';
    expect(sourceAddresses('https://example.org/owner/name/', file, 'Slopes & more')).toEqual({
      edit: 'https://example.org/owner/name/edit/main/content/guide/02-derivatives.mdx',
      report: 'https://example.org/owner/name/issues/new?title=Mistake%20in%20%E2%80%9CSlopes%20%26%20more%E2%80%9D',
    });
  });
});

describe('unknownTerm', () => {
  const slugs = ['gradient', 'gradient-descent', 'gradient-checking', 'learning-rate', 'norm'];

  it.each([
    ['gradeint', 'Did you mean `gradient`?'],
    ['descent-of-gradients', 'Did you mean `gradient-descent`?'],
    ['tensor', 'Add it to the glossary, or name another term with `of`.'],
  ])('`%s`', (slug, hint) => {
    expect(unknownTerm(slug, 'content/guide/03-gradients.mdx:7:5', slugs)).toBe(
      `content/guide/03-gradients.mdx:7:5: content/glossary.yaml has no term \`${slug}\`. ${hint}`,
    );
  });
});

describe('unknownName', () => {
  const look = { kind: 'figure', names: ['bowl', 'valley'], list: 'figures.ts', writtenAt: 'a.mdx:3:1' };

  it.each([
    ['vally', 'a.mdx:3:1: figures.ts has no figure `vally`. Did you mean `valley`? It has `bowl`, `valley`.'],
    ['saddle point', 'a.mdx:3:1: figures.ts has no figure `saddle point`. It has `bowl`, `valley`.'],
  ])('`%s`', (name, message) => {
    expect(unknownName({ ...look, name })).toBe(message);
  });
});

describe('glossaryPlace', () => {
  const yaml = '- term: Norm\n  slug: norm\n- slug: normal\n';

  it.each([
    ['norm', 'content/glossary.yaml:2:3'],
    ['normal', 'content/glossary.yaml:3:3'],
    ['tensor', 'content/glossary.yaml'],
  ])('`%s`', (slug, place) => {
    expect(glossaryPlace(slug, yaml)).toBe(place);
  });
});
