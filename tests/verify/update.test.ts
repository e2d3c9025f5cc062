import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nothingExtracted } from '../../src/examples/extract-examples.ts';
import { updateFile } from '../../src/verify/update.ts';
import { project } from './command.ts';

/** Mends `text` and returns what the file then holds. */
async function mend(text: string): Promise<{ after: string; err: string; code: number }> {
  const { run, path } = project({ 'content/a.mdx': text });
  const { err, code } = await run(['--update']);
  return { after: readFileSync(path('content/a.mdx'), 'utf8'), err, code };
}

const example = (code: string, output: string, fence = '```') =>
  `Before.\n\n\`\`\`python\n${code}\n\`\`\`\n\n${fence}output\n${output}${fence}\n\nAfter.`;

describe('--update', () => {
  it.each([
    ['a stale output', example('print(1)', '2\n'), example('print(1)', '1\n')],
    [
      'more lines than before',
      example('print("a\\nb\\n\\nc")', 'a\n'),
      example('print("a\\nb\\n\\nc")', 'a\nb\n\nc\n'),
    ],
    ['an output that is empty now', example('pass', 'a\nb\n'), example('pass', '')],
    ['an empty fence', example('print(1)', ''), example('print(1)', '1\n')],
    [
      'two fences that were the same',
      `${example('print(1)', '0\n')}\n\n${example('print(2)', '0\n')}`,
      `${example('print(1)', '1\n')}\n\n${example('print(2)', '2\n')}`,
    ],
    [
      'placeholders, which stay',
      example('print("v 1.2.3, new")', 'v ⟪version⟫, old\n'),
      example('print("v 1.2.3, new")', 'v ⟪version⟫, new\n'),
    ],
    ['output that holds a fence', example('print("```")', 'a\n'), example('print("```")', '```\n', '````')],
    [
      'line ends of Windows',
      example('print(1)', '2\n').replaceAll('\n', '\r\n'),
      example('print(1)', '1\n').replaceAll('\n', '\r\n'),
    ],
  ])('mends %s', async (_, before, wanted) => {
    const { after, code } = await mend(before);
    expect(after).toBe(wanted);
    expect(code).toBe(0);
  });

  it('keeps the indentation of lists and the marks of quotes', async () => {
    const before =
      '1. a\n\n   ```python\n   print("x\\n\\ny")\n   ```\n\n   ```output\n   old\n   ```\n\n> ```python\n> print("x\\n\\ny")\n> ```\n>\n> ```output\n> ```\n';
    const { after, code } = await mend(before);
    expect(after).toBe(
      before.replace('   old\n', '   x\n\n   y\n').replace('> ```output\n', '> ```output\n> x\n>\n> y\n'),
    );
    expect(code).toBe(0);
  });

  it('mends sentences, and writes the characters of MDX as references', async () => {
    const { after, code } = await mend(
      '```python name=r\nx = 2.6704\n```\n\nAt <Value of="r" expr="x" format=".2f">9.99</Value>, <Value of="r" expr="\'a<{b}\'">?</Value>.\n',
    );
    expect(after).toContain(
      'At <Value of="r" expr="x" format=".2f">2.67</Value>, <Value of="r" expr="\'a<{b}\'">a&#60;&#123;b&#125;</Value>.',
    );
    expect(code).toBe(0);
  });

  it('adds the output fence that is missing, so that nobody types one', async () => {
    const { after, code } = await mend('- a\n\n  ```python\n  print("x\\ny")\n  ```\n\nAfter.\n');
    expect(after).toBe('- a\n\n  ```python\n  print("x\\ny")\n  ```\n\n  ```output\n  x\n  y\n  ```\n\nAfter.\n');
    expect(code).toBe(0);
  });

  it('changes nothing the second time', async () => {
    const { run, path } = project({ 'content/a.mdx': example('print(1)', '2\n') });
    await run(['--update']);
    const once = readFileSync(path('content/a.mdx'), 'utf8');
    const { err } = await run(['--update']);
    expect(err).toBe('Nothing to mend.\n');
    expect(readFileSync(path('content/a.mdx'), 'utf8')).toBe(once);
  });

  it.each([
    ['timed out', 'print("half", flush=True)\nwhile True: pass'],
    ['raised unexpectedly', 'print("half")\n1 / 0'],
    ['killed its interpreter', 'import os\nprint("half", flush=True)\nos._exit(1)'],
    ['printed what Markdown cannot hold', 'print("a\\rb")'],
  ])('never writes the output of what %s', async (_, code) => {
    const { run, path } = project({ 'content/a.mdx': example(code, 'old\n') });
    const { code: exit } = await run(['--update', '--timeout', '0.5']);
    expect(readFileSync(path('content/a.mdx'), 'utf8')).toBe(example(code, 'old\n'));
    expect(exit).toBe(1);
  });

  it('writes nothing in CI', async () => {
    const { run, path } = project({ 'content/a.mdx': example('print(1)', '2\n') });
    const { code, err } = await run(['--update'], { CI: 'true' });
    expect(code).toBe(2);
    expect(err).toContain('CI');
    expect(readFileSync(path('content/a.mdx'), 'utf8')).toBe(example('print(1)', '2\n'));
  });

  it('leaves a read-only file alone and says so', async () => {
    const { run, path } = project({ 'content/a.mdx': example('print(1)', '2\n') });
    chmodSync(path('content/a.mdx'), 0o444);
    const { err } = await run(['--update']);
    expect(err).toContain('read-only');
    expect(readFileSync(path('content/a.mdx'), 'utf8')).toBe(example('print(1)', '2\n'));
  });

  it('leaves a file alone that changed since it was read', () => {
    const { cwd, path } = project({ 'a.mdx': 'read\n' });
    const text = 'read\n';
    const span = { start: 0, end: 4 };
    const value = { of: 'x', expr: 'x', format: '', text: 'read', place: { file: 'a.mdx', line: 1, column: 1 }, span };
    const judged = {
      subject: value,
      verdict: 'stale',
      findings: [],
      text: 'new',
      ranBy: [],
      seconds: undefined,
      figures: [],
      ranAt: undefined,
    } as const;
    const extracted = { ...nothingExtracted, values: [value] };
    writeFileSync(path('a.mdx'), 'changed\n');
    const mended = updateFile(
      {
        lesson: { file: 'a.mdx', text, mark: '', extracted },
        examples: [],
        values: [judged],
        rules: [],
        orphans: [],
        input: [],
        fromCache: 0,
      },
      cwd,
    );
    expect(mended.problem).toContain('has changed since');
    expect(readFileSync(path('a.mdx'), 'utf8')).toBe('changed\n');
  });
});
