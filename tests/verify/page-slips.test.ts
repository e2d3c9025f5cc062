import { describe, expect, it } from 'vitest';
import { readLesson } from '../../src/verify/read/read-lesson.ts';

const frontMatter = `---
title: A
summary: A sentence.
objectives:
  a: Do it
minutes: 5
prerequisites: []
order: 10
---

`;
/** The first line of the text after the front matter. */
const firstLine = frontMatter.split('\n').length;

/** `line:column message` of each mistake, with lines counted from the text on. */
function mistakes(text: string, head = frontMatter): string[] {
  const { extracted } = readLesson('content/guide/10-a.mdx', head + text);
  const places = extracted.diagnostics.map(({ place, message }) => ({ ...place, message }));
  places.sort((a, b) => a.line - b.line || a.column - b.column);
  return places.map(({ line, column, message }) => `${line - firstLine + 1}:${column} ${message}`);
}

describe('what is MDX, and shows otherwise than it was meant', () => {
  it.each([
    ['The set {1, 2, 3}.', ['1:9 `{1, 2, 3}` is code: the page would show its value.']],
    ['{x}\n\n{/* note */}\n\nA {/* note */} b.', ['1:1 `{x}` is code: the page would show its value.']],
    ['import a from "b"', ['1:1 A lesson has no `import` and no `export`.']],
    ['It costs $5 only.', ['1:10 This `$` has no partner.']],
    ['$x$ costs \\$5, or **more than $5**.', ['1:31 This `$` has no partner.']],
    ['It costs $5, and then $x$ more.', ['1:25 This `$` has no partner.']],
    ['$$\nx\n$$\n\n- a\n  $$\n  x\n  $$\n\n> $$\n> x\n> $$', []],
    ['$$\nx', ['1:1 This formula is never closed: all that follows belongs to it.']],
    ['## A\n\n#### B', ['3:1 A heading of level 4 follows one of level 2.']],
    ['## A\n\n### B\n\n## C\n\n### D', []],
    ['## A\n\n## A', ['3:1 Two headings of this page are called “A”.']],
    ['##', ['1:1 This heading has no words.']],
    ['[](/guide/a/) [a]()', ['1:1 This link has no words.', '1:15 This link has no address.']],
    [
      'See [a][b], [c][] and \\[d][e].',
      ['1:5 `[a][b]` leads nowhere: it is not defined.', '1:13 `[c][]` leads nowhere: it is not defined.'],
    ],
    ['A note.[^1]\n\n[^1]: It.\n\nAnother.[^2]', ['5:9 `[^2]` leads nowhere: it is not defined.']],
    ['$x + \\href{https://example.org}{y}$', ['1:6 The formula cannot be set: \\href is not allowed here.']],
    ['```python name=a raises=\nprint(1)\n```', ['1:18 `raises` has no value: it takes the name of an exception.']],
    ['<img src="a.png" />', ['1:1 `<img>` is HTML, of which nothing is checked.']],
    ['A <Term of="a" of="b">word</Term>.', ['1:3 `<Term>` has `of` twice.']],
    [
      '| a | b |\n|---|---|\n| `x | y` | 2 |\n| 1 |\n| 1 | 2 |',
      [
        '3:1 The cells of this row are 3, and those of the head 2.',
        '4:1 The cells of this row are 1, and those of the head 2.',
      ],
    ],
    ['| a | b |\n|---|\n| 1 | 2 |', ['1:1 This is no table: its head and its dashes differ in cells.']],
    ['A | b.\n\n---\n\n- a\n- b', []],
    ['Words.\n\n<Opening>\n\nA?\n\n</Opening>', ['3:1 The opening is the beginning of a lesson.']],
    ['<Opening>\n\nA?\n\n</Opening>\n\n<Opening>\n\nB?\n\n</Opening>', ['7:1 A lesson has one opening.']],
    ['<Hint title="a">\n\nA.\n\n</Hint>', ['1:1 `<Hint>` belongs directly into `<Exercise>`.']],
    [
      '<Note title="a">\n\n<Checkpoint>\n\nA.\n\n</Checkpoint>\n\n</Note>',
      ['3:1 `<Checkpoint>` stands in no other component.'],
    ],
    [
      '<Opening>\n\n{/* a */}\n\n</Opening>\n\n<Note title="a" />\n\nA <Term of="a"> </Term>.',
      ['1:1 This `<Opening>` is empty.', '7:1 This `<Note>` is empty.', '9:3 This `<Term>` is empty.'],
    ],
    ['<Note title="a">\n\n## A\n\n</Note>', ['3:1 This heading is in a `<Note>`: headings divide the page itself.']],
    [
      '<Term of="a">b <Term>c</Term></Term>, [b <Term>c</Term>](/)\n\n## A <Term>d</Term>\n\n## B [e](/)',
      [
        '1:16 This `<Term>` is in a `<Term>`, which is a link itself.',
        '1:42 This `<Term>` is in a link, which is a link itself.',
        '3:6 This `<Term>` is in a heading, which is a link itself.',
        '5:6 This link is in a heading, which is a link itself.',
      ],
    ],
    [
      '<Checkpoint>\n\nA.\n\n</Checkpoint>\n\n<Checkpoint>\n\nB.\n\n</Checkpoint>\n\n## Checkpoint',
      ['7:1 This page has a checkpoint already.', '13:1 Two headings of this page are called “Checkpoint”.'],
    ],
    [
      '<Note title="a">\n\n<Explorable name="b" />\n\n</Note>\n\n<Explorable name="b" />\n\n<Note title="A">\n\nB.\n\n</Note>',
      [
        '3:1 `<Explorable>` stands in no other component but `<Opening>`.',
        '9:1 This `<Note>` says “A”, as the one in line 11.',
      ],
    ],
    [
      '<Exercise number="10.1" title="a">\n\n<Hint title="b">\n\nA.\n\n</Hint>\n\n<Hint title="b">\n\nA.\n\n</Hint>\n\n```python wrong = "c d"\n```\n\n```python alternative="e"\n```\n\n```python alternative="e"\n```\n\n</Exercise>',
      expect.arrayContaining([
        '9:1 This `<Hint>` says “b”, as the one in line 13.',
        '15:1 There are blanks around the `=` of this `wrong` fence.',
        '21:1 Two alternatives are called “e”.',
      ]),
    ],
    [
      '```python name = a tolerance= "digits shown: x y" raises= session=b\nprint(1)\n```',
      expect.arrayContaining([
        '1:11 There are blanks around the `=` of `name`.',
        '1:20 There are blanks around the `=` of `tolerance`.',
        '1:51 `raises` has no value: it takes the name of an exception.',
      ]),
    ],
    ['A <Found name="got" />.', ['1:3 `<Found>` belongs directly into `<Mistake>` or `<Remark>`.']],
    [
      '```text\na\n\n```text\nb\n```\n\n````mdx\n```text\nc\n```\n````',
      ['1:1 This fence is not closed before the next one begins, in line 14.'],
    ],
    ['```python name=a illustrative="no card\nprint(1)\n```', ['1:18 The quote of `illustrative` is never closed.']],
    ['```python name=“a”\nprint(1)\n```', expect.arrayContaining(['1:11 The quotes of `name` are printed ones.'])],
    ['A \u202eword.', ['1:3 There is a character here of which nothing is seen: U+202E.']],
    ['```python name=a\nprint("a\u200b")\n```\n\n```output\na\u200b\n```', [expect.stringContaining('2:9 There is a')]],
    [
      '$x – y − z × “a”$ $\u200bx$',
      [
        '1:4 The formula cannot be set: `–` is no sign of it.',
        '1:14 The formula cannot be set: `“` is no sign of it.',
        '1:16 The formula cannot be set: `”` is no sign of it.',
        expect.stringMatching(/^1:20 There is a character/),
      ],
    ],
  ])('%j', (text, expected) => {
    expect(mistakes(text)).toEqual(expected);
  });
});

describe('what is no MDX', () => {
  it('is named at all its places, with what else is wrong', () => {
    const text = [
      'If x <4.\n',
      '<Term of="a">open\n',
      '- A set {1, 2',
      '- y <5\n',
      '<Hint title="a">\n',
      'Words with [a link]().\n',
      '</Hnit>\n',
      '<Term of=a>x</Term>',
    ].join('\n');
    expect(mistakes(text, frontMatter.replace('minutes: 5\n', 'minuts: 5\n'))).toEqual([
      '-9:1 `minutes` is missing.',
      '-4:1 `minuts` is not a key of this kind of page. Did you mean `minutes`?',
      expect.stringMatching(/^1:7 Unexpected character `4`/),
      '3:1 `<Term>` is not closed before its paragraph ends.',
      expect.stringMatching(/^5:\d+ Unexpected .*expression/),
      expect.stringMatching(/^6:6 Unexpected character `5`/),
      '10:12 This link has no address.',
      expect.stringMatching(/^12:1 Unexpected closing tag `<\/Hnit>`/),
      expect.stringMatching(/^14:10 Unexpected character `a`/),
    ]);
  });

  it.each([
    ['$$\nx', 'formula'],
    ['$$x', 'formula'],
    ['$$\nx\n\n</Note>\n\n$$\ny\n$$', 'formula'],
    ['```text\nx', 'fence'],
    ['~~~\nx\n\n</Note>\n\n```text\ny\n```', 'fence'],
  ])('names what has no end, and not the tag around it: %j', (text, what) => {
    const said = mistakes(`<Note title="a">\n\n${text}\n\n</Note>\n`);
    expect(said).toEqual([expect.stringMatching(`^3:1 This ${what} is not closed before \`</Note>\`, in line `)]);
  });

  it('names the brace that is never closed', () => {
    expect(mistakes('A.\n\n{/* b\n\nC.')).toEqual([expect.stringMatching(/^3:1 Unexpected end of file in expression/)]);
  });

  it('has the place of the tag that is not closed', () => {
    expect(mistakes('Words.\n\n<Note title="a">\n\nMore.')).toEqual(['3:1 `<Note>` is not closed.']);
  });

  it.each([
    ['<Term of=“a”>x</Term>', 'straight quotes'],
    ['<!-- a -->', '{/* text */}'],
    ['<https://example.org>', '[text](address)'],
    ['A </Hint> b', 'Take this tag out'],
  ])('and says what to write: %s', (text, hint) => {
    const { extracted } = readLesson('content/guide/10-a.mdx', frontMatter + text);
    expect(extracted.diagnostics[0]?.hint).toContain(hint);
  });
});

it('a fault in the front matter is counted from the top of the file', () => {
  const head = frontMatter.replace('minutes: 5', 'minutes: 5: 6');
  expect(mistakes('', head)).toEqual(['-4:10 Nested mappings are not allowed in compact mappings.']);
});

it.each(['minutes:\u00a05', '\u00a0minutes: 5'])('a blank in the front matter that is none in YAML: %j', (line) => {
  const column = line.indexOf('\u00a0') + 1;
  const said = [`-4:${column} This blank is U+00A0, which is none in YAML.`];
  expect(mistakes('', frontMatter.replace('minutes: 5', line))).toEqual(said);
});

it('the order of a lesson is the number of its file', () => {
  const said = ['-9:1 The `order` is 9, and the file has the number 10.'];
  expect(mistakes('', frontMatter.replace('order: 10', 'order: 9'))).toEqual(said);
});

it.each([
  ['> '.repeat(300_000), '1:1001 Quotes or lists are nested more than 500 deep'],
  ['- '.repeat(300_000), '1:1001 Quotes or lists are nested more than 500 deep'],
  ['> 1. '.repeat(9_000), '1:1251 Quotes or lists are nested more than 500 deep'],
  [`${'['.repeat(300_000)}${'](a)'.repeat(300_000)}`, '1:5001 Brackets are nested more than 5000 deep'],
  ['![\n'.repeat(9_000), '5001:2 Brackets are nested more than 5000 deep'],
])('what no parser can read is named, and not tried', (text, said) => {
  expect(mistakes(`${text}x\n\n${'['.repeat(6000)}`)).toEqual([`${said} here: the page is not read.`]);
  expect(mistakes(`\`\`\`text\n${text}\n\`\`\``)).toEqual([]);
  expect(readLesson('a.md', text, { isOurs: false }).extracted.diagnostics).toHaveLength(1);
});
