import { expect, it } from 'vitest';
import { project } from './command.ts';

const page = '```python\nprint(double(2))\n```\n\nOutput:\n\n```\n4\n```\n';

it('a name that only another page of the guide defines is no fault of this one, and is named', async () => {
  const { run } = project({ 'a.md': '```python\ndef double(x):\n    return 2 * x\n```\n', 'b.md': page });
  const { out, code } = await run(['a.md', 'b.md']);
  expect(out).toContain('b.md:2:7  warning, not run  (line-1): It needs `double`, which a.md defines');
  expect(code).toBe(0);
});

it('a name that its own page defines later, or no page, is a fault', async () => {
  const { run } = project({
    'a.md': '```python\nx = 1\n```\n',
    'b.md': `${page}\n\`\`\`python\ndouble = abs\n\`\`\`\n`,
  });
  expect((await run(['a.md', 'b.md'])).code).toBe(1);
});
