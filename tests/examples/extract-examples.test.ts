import { expect, it } from 'vitest';
import { extractExamples } from '../../src/examples/extract/extract-examples.ts';
import { parseGuide } from '../../src/markdown/syntax.ts';

// GitHub's Markdown makes links of bare addresses, and gives these nodes no place in the source.
it.each([
  'Clone git://git@github.com/chaijs/type-detect.git first.',
  '- Write to someone@example.org.',
  '# Ask someone@example.org or www.example.org',
])('reads a guide with a bare address: %s', (sentence) => {
  const text = `${sentence}\n\n\`\`\`python\nprint(1)\n\`\`\`\n\nOutput:\n\n\`\`\`\n1\n\`\`\`\n`;
  const { examples, orphans } = extractExamples({ tree: parseGuide(text), text, file: 'guide.md' }, 'guide');
  expect(examples.map(({ code, output }) => [code.text, output?.text])).toEqual([['print(1)\n', '1\n']]);
  expect(orphans).toEqual([]);
});
