import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { project } from './command.ts';

const shown = (code: string, output: string) => `\`\`\`python\n${code}\n\`\`\`\n\n\`\`\`output\n${output}\n\`\`\`\n`;

it.each([
  ['blanks at the ends of lines', shown('print("a ")\nprint("b")', 'a\nb')],
  ['quotes', shown('"a"', 'a')],
  ['an address in memory', shown('print(object())', '<object object at 0x7f00>')],
])('%s: a warning, which counts as not printed and which --update leaves alone', async (_, text) => {
  const { run, path } = project({ 'a.md': text });
  const { totals } = JSON.parse((await run(['--json', 'a.md'])).out);
  expect(totals.examples).toEqual({ stale: 1 });
  expect([totals.outputs, totals.outputsAsPrinted]).toEqual([1, 0]);
  const { out, code } = await run(['a.md']);
  expect(out).toContain('warning, layout');
  expect(out).not.toMatch(/all proven/i);
  expect(code).toBe(0);
  await run(['--update', '--yes', 'a.md']);
  expect(readFileSync(path('a.md'), 'utf8')).toBe(text);
});
