import { expect, it } from 'vitest';
import { project } from './command.ts';

const page = (code: string) => `\`\`\`python\n${code}\n\`\`\`\n\n\`\`\`output\n1\n\`\`\`\n`;

it('a loop that has an end and takes longer than the limit is no fault of a guide, and is not verified', async () => {
  const { run } = project({ 'a.md': page('for i in range(10 ** 12):\n    pass\nprint(1)') });
  const { out, code } = await run(['--timeout', '1', 'a.md']);
  expect(out).toContain('warning, timed out  (line-1): It did not end within 1 s');
  expect(out).not.toMatch(/all proven/i);
  expect(code).toBe(0);
});

it('a loop that may have none is a fault', async () => {
  const { run } = project({
    'a.md': page('n = 1\nwhile n < 5:\n    if n == 3:\n        continue\n    n += 1\nprint(1)'),
  });
  const { out, code } = await run(['--timeout', '1', 'a.md']);
  expect(out).toContain('a.md:1:1  timed out  (line-1): It did not end within 1 s');
  expect(code).toBe(1);
});
