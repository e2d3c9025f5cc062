import fc from 'fast-check';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { parseInParts } from '../../src/verify/parse-in-parts.ts';

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

it('comes to the same tree as parsing the whole, wherever the parts end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...blocks), { minLength: 1, maxLength: 14 }),
      fc.integer({ min: 1, max: 60 }),
      (chosen, length) => {
        const text = `${chosen.join('\n\n')}\n`;
        const whole = parse(text);
        expect(parseInParts(text, parse, length).children).toEqual(whole.children);
      },
    ),
    { numRuns: 400 },
  );
});
