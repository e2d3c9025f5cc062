import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { extractExamples } from '../../src/examples/extract/extract-examples.ts';
import { parseInParts } from '../../src/verify/read/parse-in-parts.ts';
import { cases } from '../depth.ts';

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();
const parse = (text: string): Root => parser.parse(text);

/** Blocks of every kind that may go on after a blank line, and some that a part may begin with. */
const blocks = [
  'A sentence\nof two lines.',
  '# A heading',
  'Another heading\n---',
  '```python\nx = 1\n\nLooks like prose\n\n# or a heading\n```',
  '~~~\n```\n\nA\n~~~',
  '````\n```\n\nB\n\n```\n````',
  '- a list\n\n  goes on\n\n  ```python\n  x\n\n  y\n  ```\n\n- and on',
  '1. one\n\n       code\n',
  '> a quote\n>\n> ```\n> x\n> ```',
  '<!-- a comment\n\nthat goes on\n\n# and on -->',
  '<pre>\nx\n\ny\n</pre>',
  '<script>\n\nx\n\n</script>',
  '<div>\n\nProse in it\n\n</div>',
  '    code\n\n    more code',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  '```\nnever closed\n\nuntil the end',
  '<!-- never closed\n\nuntil the end',
  '***',
  'Ärger\r\n\r\nZeilenenden',
] as const;

const prose = [
  'A sentence',
  'and `one` of\ntwo *lines*',
  'Ärger, [a link](b) - and a < b',
  '**Result:**',
  '## A heading',
  '# Output',
  '# A heading\nand a sentence',
  '- an item\n- **another** one',
  '* an item',
  '1. one',
  '| a | b |\n| - | - |\n| 1 | 2 |',
  'a: <b>bold</b>',
  '* * *',
  '- # no heading',
  '- - x',
  '{% highlight python %}',
  '>>> 1 + 1\n2',
] as const;
const examples = ['```python\nprint(1)\n```', '```\n1\n```', '```sh\npython a.py\n```'] as const;

const anyBlocks = fc.array(
  fc.oneof(
    fc.constantFrom(...blocks),
    { arbitrary: fc.constantFrom(...prose), weight: 2 },
    fc.constantFrom(...examples),
  ),
  { minLength: 1, maxLength: 20 },
);
const lineEnds = fc.constantFrom('\n\n', '\r\n\r\n', '\n \n', '\n\n\n');

function isUnread(node: Root['children'][number]): boolean {
  return (node.type === 'paragraph' || node.type === 'heading') && node.children.length === 0;
}

it('finds the same as where the whole is parsed, wherever the parts end', () => {
  fc.assert(
    fc.property(anyBlocks, lineEnds, fc.integer({ min: 1, max: 60 }), (chosen, between, length) => {
      const text = `${chosen.join(between)}\n`;
      const [whole, found] = [parse(text), parseInParts(text, parse, length)];
      const find = (tree: Root) => extractExamples({ tree, text, file: 'a.md' }, 'guide');
      expect(find(found)).toEqual(find(whole));
      // A list of which some items are not parsed has fewer of them.
      const same = found.children.filter((node) => node.type !== 'list' && !isUnread(node));
      for (const node of same) expect(whole.children).toContainEqual(node);
    }),
    { numRuns: cases(400, 3000) },
  );
});

it('parses nothing between plain blocks, and none of the front matter is one', () => {
  const many = Array.from({ length: 6 }, (_, i) => `Sentence ${i}.`).join('\n\n');
  const { children } = parseInParts(`---\na: 1\n\n${many}\n---\n\n# B\n\n${many}\n`, parse);
  expect(children.map((node) => [node.type, 'children' in node && node.children.length > 0])).toEqual([
    ['yaml', false],
    ['heading', true],
    ...Array.from({ length: 5 }, () => ['paragraph', false]),
    ['paragraph', true],
  ]);
});
