import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import { describe, expect, it } from 'vitest';
import { hrefUnder } from '../../src/core/href-under.ts';
import { rehypeContents } from '../../src/markdown/rehype-contents.ts';
import { rehypeInlineCode } from '../../src/markdown/rehype-inline-code.ts';
import { rehypeInternalLinks } from '../../src/markdown/rehype-internal-links.ts';
import { rehypeTables } from '../../src/markdown/rehype-tables.ts';
import { remarkFigures } from '../../src/markdown/remark-figures.ts';
import { remarkPlaces } from '../../src/markdown/remark-places.ts';
import { attributes, elements, processLesson } from './process-lesson.ts';

describe('hrefUnder', () => {
  it.each([
    ['/', '/', '/'],
    ['/', '/guide/derivatives/#how', '/guide/derivatives/#how'],
    ['/calculus-for-ml/', '/', '/calculus-for-ml/'],
    ['/calculus-for-ml', '/guide/', '/calculus-for-ml/guide/'],
    ['calculus-for-ml', 'guide/', '/calculus-for-ml/guide/'],
    ['', '/guide/', '/guide/'],
  ])('under %s, %s is %s', (base, path, address) => {
    expect(hrefUnder(base)(path)).toBe(address);
  });
});

describe('rehypeInternalLinks', () => {
  it.each([
    ['/guide/derivatives/', '/here/guide/derivatives/'],
    ['#how', '#how'],
    ['https://example.org/guide/', 'https://example.org/guide/'],
    ['//example.org/', '//example.org/'],
  ])('%s becomes %s', async (written, address) => {
    const options = { href: hrefUnder('/here/') };
    const { tree } = await processLesson(`[a link](${written})`, { rehype: [[rehypeInternalLinks, options]] });
    expect(elements(tree, 'a').map(({ properties }) => properties['href'])).toEqual([address]);
  });
});

describe('rehypeTables', () => {
  it('boxes a table, makes it reachable when it is broad, and leaves no empty heading', async () => {
    const narrow = '| a | b |\n| - | - |\n| 1 | 2 |';
    const broad = '| | a | b |\n| - | - | - |\n| 1 | 2 | 3 |';
    const { tree } = await processLesson(`${narrow}\n\n${broad}`, { rehype: [rehypeTables] });
    const boxes = elements(tree, 'div');
    expect(boxes.map(({ properties }) => properties['tabIndex'])).toEqual([undefined, 0]);
    expect(boxes.map((box) => elements(box, 'th').length)).toEqual([2, 2]);
  });
});

describe('rehypeContents', () => {
  it('lists headings, exercises and the checkpoint in their order', async () => {
    const lesson = [
      '## One `way`',
      '### Or two',
      '#### Too deep',
      '<Exercise name="find-it" number="1.2" title="Find it">\n\nDo.\n\n</Exercise>',
      '<Checkpoint>\n\nDone.\n\n</Checkpoint>',
    ].join('\n\n');
    const { frontmatter } = await processLesson(lesson, { rehype: [rehypeHeadingIds, rehypeContents] });
    expect(frontmatter['contents']).toEqual([
      { depth: 2, anchor: 'one-way', text: 'One way' },
      { depth: 3, anchor: 'or-two', text: 'Or two' },
      { depth: 3, anchor: 'exercise-find-it', text: 'Exercise 1.2' },
      { depth: 2, anchor: 'checkpoint', text: 'Checkpoint' },
    ]);
  });
});

describe('rehypeInlineCode', () => {
  it('keeps short code on one line, and lets long code and blocks break', async () => {
    const text = '`1e-5` and `np.linalg.norm(a - b)`\n\n```text\na\n```';
    const { tree } = await processLesson(text, { rehype: [rehypeInlineCode] });
    const classes = elements(tree, 'code').map(({ properties }) => properties['className']);
    expect(classes).toEqual([['code-whole'], undefined, ['language-text']]);
  });
});

describe('remarkFigures', () => {
  it('counts the figures that a page shows more than once, and marks the first of them', async () => {
    const figure = (name: string) => `<Figure name="${name}">\nWords.\n</Figure>`;
    const { tree } = await processLesson(['a', 'b', 'a', 'a'].map(figure).join('\n\n'), { remark: [remarkFigures] });
    const shown = elements(tree, 'Figure').map((one) => attributes(one));
    expect(shown.map(({ again }) => again)).toEqual([undefined, undefined, '2', '3']);
    expect(shown.map(({ shared }) => shared)).toEqual(['true', undefined, undefined, undefined]);
  });

  it('counts explorables by themselves, whatever state each is in', async () => {
    const source = ['<Explorable name="a" />', '<Figure name="a" />', '<Explorable name="a" rate="0.2" />'].join(
      '\n\n',
    );
    const { tree } = await processLesson(source, { remark: [remarkFigures] });
    const shown = elements(tree, 'Explorable').map((one) => attributes(one));
    expect(shown.map(({ again, shared }) => [again, shared])).toEqual([
      [undefined, undefined],
      ['2', undefined],
    ]);
    expect(elements(tree, 'Figure').map((one) => attributes(one)['again'])).toEqual([undefined]);
  });
});

describe('remarkPlaces', () => {
  it('passes its place to each component that looks something up, in a sentence, a list and a component', async () => {
    const page = [
      'A <Term>norm</Term> and a <Term of="norm">length</Term>.',
      '',
      '- <Term>norm</Term>',
      '',
      '<Note title="n">',
      '',
      '  <Figure name="a">',
      '  Words.',
      '  </Figure>',
      '',
      '</Note>',
      '',
      '<Explorable name="b" />',
    ];
    const fileName = (path: string) => path.replace('/site/content/', '');
    const { tree } = await processLesson(page.join('\n'), { remark: [[remarkPlaces, { fileName }]] });
    const places = ['Term', 'Figure', 'Explorable', 'Note'].map((name) =>
      elements(tree, name).map((one) => attributes(one)['writtenAt']),
    );
    const at = (place: string) => `guide/02-test.mdx:${place}`;
    expect(places).toEqual([[at('1:3'), at('1:27'), at('3:3')], [at('7:3')], [at('13:1')], [undefined]]);
  });
});
