import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nothingExtracted } from '../../src/examples/extracted-examples.ts';
import { defaultConfiguration } from '../../src/verify/configuration/configuration.ts';
import { updateFile } from '../../src/verify/update/update.ts';
import { project } from './command.ts';

/** Updates `text`, and returns the file's new content. */
async function update(text: string): Promise<{ after: string; err: string; code: number }> {
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
    [
      'placeholders behind other numbers',
      example('print("epoch 2, loss 0.5")', 'epoch 1, loss ⟪float⟫\n'),
      example('print("epoch 2, loss 0.5")', 'epoch 2, loss ⟪float⟫\n'),
    ],
    [
      'placeholders below a new line',
      example('print("start 3\\nloss 0.5")', 'loss ⟪float⟫\n'),
      example('print("start 3\\nloss 0.5")', 'start 3\nloss ⟪float⟫\n'),
    ],
    [
      'a line that is another one, without its placeholder',
      example('print("3 items")', 'value: ⟪float⟫\n'),
      example('print("3 items")', '3 items\n'),
    ],
    ['output that holds a fence', example('print("```")', 'a\n'), example('print("```")', '```\n', '````')],
    [
      'line ends of Windows',
      example('print(1)', '2\n').replaceAll('\n', '\r\n'),
      example('print(1)', '1\n').replaceAll('\n', '\r\n'),
    ],
    [
      'line ends of Windows below others',
      `Before.\n\n${example('print(1)', '2\n').replaceAll('\n', '\r\n')}`,
      `Before.\n\n${example('print(1)', '1\n').replaceAll('\n', '\r\n')}`,
    ],
  ])('updates %s', async (_, before, wanted) => {
    const { after, code } = await update(before);
    expect(after).toBe(wanted);
    expect(code).toBe(0);
  });

  it('keeps the indentation of lists and the marks of quotes', async () => {
    const before =
      '1. a\n\n   ```python\n   print("x\\n\\ny")\n   ```\n\n   ```output\n   old\n   ```\n\n> ```python\n> print("x\\n\\ny")\n> ```\n>\n> ```output\n> ```\n';
    const { after, code } = await update(before);
    expect(after).toBe(
      before.replace('   old\n', '   x\n\n   y\n').replace('> ```output\n', '> ```output\n> x\n>\n> y\n'),
    );
    expect(code).toBe(0);
  });

  it('updates sentences, and writes the characters of MDX as references', async () => {
    const { after, code } = await update(
      '```python name=r\nx = 2.6704\n```\n\nAt <Value of="r" expr="x" format=".2f">9.99</Value>, <Value of="r" expr="\'a<{b}\'">?</Value>.\n',
    );
    expect(after).toContain(
      'At <Value of="r" expr="x" format=".2f">2.67</Value>, <Value of="r" expr="\'a<{b}\'">a&#60;&#123;b&#125;</Value>.',
    );
    expect(code).toBe(0);
  });

  it('adds the output fence that is missing, so that nobody types one', async () => {
    const { after, code } = await update('- a\n\n  ```python\n  print("x\\ny")\n  ```\n\nAfter.\n');
    expect(after).toBe('- a\n\n  ```python\n  print("x\\ny")\n  ```\n\n  ```output\n  x\n  y\n  ```\n\nAfter.\n');
    expect(code).toBe(0);
  });

  it('changes nothing the second time', async () => {
    const { run, path } = project({ 'content/a.mdx': example('print(1)', '2\n') });
    await run(['--update']);
    const once = readFileSync(path('content/a.mdx'), 'utf8');
    const { err } = await run(['--update']);
    expect(err).toBe('Nothing to update.\n');
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
    const extracted = { ...nothingExtracted, exercises: [], statements: [], values: [value] };
    writeFileSync(path('a.mdx'), 'changed\n');
    const updated = updateFile(
      {
        lesson: {
          file: 'a.mdx',
          text,
          mark: '',
          dialect: 'lesson',
          configuration: defaultConfiguration(cwd),
          extracted,
        },
        examples: [],
        values: [judged],
        rules: [],
        formulas: [],
        figures: [],
        exercises: [],
        orphans: [],
        input: [],
        fromCache: 0,
      },
      cwd,
    );
    expect(updated.problem).toContain('has changed since');
    expect(readFileSync(path('a.mdx'), 'utf8')).toBe('changed\n');
  });
});

describe('--update and an output that nothing marks', () => {
  it.each([
    ['a fence right after the code', '```python\nprint(1)\n```\n\n```text\n0\n```\n', 5],
    ['one without a language', '```python\nprint(1)\n```\n\nLook here.\n\n```\n0\n```\n', 7],
    ['indented code', '```python\nprint(1)\n```\n\nHere:\n\n    0\n', 7],
    ['raw HTML', '```python\nprint(1)\n```\n\n<pre>\n0\n</pre>\n', 5],
    ['one outside of the list', '- ```python\n  print(1)\n  ```\n\n```\n0\n```\n', 5],
    ['one inside a quote', '```python\nprint(1)\n```\n\n> ```\n> 0\n> ```\n', 5],
    ['one after a shell fence', '```python\nprint(1)\n```\n\n```bash\npython a.py\n```\n\n```\n0\n```\n', 9],
  ])('%s: adds none beside it, and asks', async (_, text, line) => {
    const { run, path } = project({ 'a.md': text });
    const { err, code } = await run(['--update', 'a.md']);
    expect(readFileSync(path('a.md'), 'utf8')).toBe(text);
    expect(err).toMatch(/^a\.md:1:\d: it prints, and line (\d+) may show its output\. Nothing was added/);
    expect(err).toContain(`line ${line} may show`);
    expect(err).toContain(
      text.endsWith('```\n') ? 'write `output` after the backticks' : 'put it in an `output` fence',
    );
    expect(code).toBe(4);
  });

  it('a fence in raw HTML: adds none beside it', async () => {
    const text = '```python\nprint(1)\n```\n<details><summary>Shown</summary>\n```\n0\n```\n</details>\n';
    const { run, path } = project({ 'a.md': text });
    const { err } = await run(['--update', 'a.md']);
    expect(readFileSync(path('a.md'), 'utf8')).toBe(text);
    expect(err).toContain('line 4 may show');
  });

  it('an output in several fences is not written, and that is said', async () => {
    const text = '```python\nprint(1)\nprint(2)\n```\n\n```output\n1\n```\n\n```output\n3\n```\n';
    const { run, path } = project({ 'a.md': text });
    const { err } = await run(['--update', 'a.md']);
    expect(readFileSync(path('a.md'), 'utf8')).toBe(text);
    expect(err).toBe('a.md:1:1: line-1 was not updated. Its output is shown in several fences: correct it by hand.\n');
  });

  it('an output with parts left out is not written, and that is said', async () => {
    const text = '```python\nfor i in range(99):\n    print(i)\n```\n\n```output\n0\n...\n99\n```\n';
    const { run, path } = project({ 'a.md': text });
    const { err } = await run(['--update', 'a.md']);
    expect(readFileSync(path('a.md'), 'utf8')).toBe(text);
    expect(err).toContain('line-1 was not updated. It leaves parts out');
  });

  it.each([
    ['an output up to another fence', '```python\nprint(1)\n```\n\n```output\n2\n\nProse.\n\n```python\nx = 1\n```\n'],
    ['an output up to the end of the file', '```python\nprint(1)\n```\n\n```output\n2\n\nProse.\n'],
    ['code up to the end of the file', '```python\nprint(1)\n'],
  ])('%s, whose end was forgotten, is not written, and that is said', async (_name, text) => {
    const { run, path } = project({ 'a.md': text });
    const { err } = await run(['--update', 'a.md']);
    expect(readFileSync(path('a.md'), 'utf8')).toBe(text);
    expect(err).toContain('line-1 was not updated. Its fence seems not to be closed');
  });

  it('line ends that are only carriage returns stay so', async () => {
    const text = (n: number) => `\`\`\`python\rprint(1)\r\`\`\`\r\r\`\`\`output\r${n}\r\`\`\`\r`;
    const { run, path } = project({ 'a.md': text(0) });
    await run(['--update', 'a.md']);
    expect(readFileSync(path('a.md'), 'utf8')).toBe(text(1));
  });

  it('a fence behind a heading or after other code is none', async () => {
    const text = '```python\nprint(1)\n```\n\n# Other\n\n```\n0\n```\n';
    const { run, path } = project({ 'a.md': text });
    await run(['--update', 'a.md']);
    expect(readFileSync(path('a.md'), 'utf8')).toBe(text.replace('# Other', '```output\n1\n```\n\n# Other'));
  });

  it.each(['This prints:', '**Result (yours may differ):**', '### Output', 'Ausgabe:'])(
    '%s: updates the announced output, and adds none',
    async (words) => {
      const text = (n: number) => `\`\`\`python\nprint(1)\n\`\`\`\n\n${words}\n\n\`\`\`\n${n}\n\`\`\`\n`;
      const { run, path } = project({ 'a.md': text(0) });
      await run(['--update', 'a.md']);
      expect(readFileSync(path('a.md'), 'utf8')).toBe(text(1));
    },
  );
});

describe('how --update writes', () => {
  const stale = example('print(1)', '2\n');
  const right = example('print(1)', '1\n');

  it('through a symbolic link, which stays one', async () => {
    const { run, path } = project({ 'real/a.md': stale, 'b.md': '' });
    mkdirSync(path('links'));
    symlinkSync('../real/a.md', path('links/a.md'));
    symlinkSync('a.md', path('links/b.md'));
    await run(['--update', 'links/b.md']);
    expect([readlinkSync(path('links/a.md')), readlinkSync(path('links/b.md'))]).toEqual(['../real/a.md', 'a.md']);
    expect(readFileSync(path('real/a.md'), 'utf8')).toBe(right);
  });

  it('to a file of several names under all of them', async () => {
    const { run, path } = project({ 'a.md': `${stale}\n\nA long end that is still there.` });
    linkSync(path('a.md'), path('b.md'));
    await run(['--update', 'a.md']);
    expect(statSync(path('a.md')).ino).toBe(statSync(path('b.md')).ino);
    expect(readFileSync(path('b.md'), 'utf8')).toBe(`${right}\n\nA long end that is still there.`);
  });

  it.each([
    ['a prompt', '>>> print(">>> 1")\ny', 'would be read as a prompt'],
    ['dots', '>>> print("...")\nx', 'would be read as a prompt'],
    ['blanks', '>>> print("a\\n  \\nb")\na', 'would be read as a prompt'],
    ['a placeholder that does not exist', '>>> print("3.2 of 1")\n⟪versoin⟫ of 2', 'Correct its placeholder first'],
  ])('a session is left alone that cannot show its output, and it is said: %s', async (_, session, reason) => {
    const text = `\`\`\`python\n${session}\n>>> 1 + 1\n3\n\`\`\`\n`;
    const { run, path } = project({ 'guide.md': text });
    const { err } = await run(['--update', '--yes', 'guide.md']);
    expect(readFileSync(path('guide.md'), 'utf8')).toBe(text.replace('\n3\n', '\n2\n'));
    expect(err).toContain(reason);
  });

  it('with the same rights, whatever those of new files are', async () => {
    const { run, path } = project({ 'a.md': stale });
    chmodSync(path('a.md'), 0o666);
    await run(['--update', 'a.md']);
    expect(statSync(path('a.md')).mode & 0o777).toBe(0o666);
  });

  it('and removes the files of a killed run, and nothing else', async () => {
    const { pid } = spawnSync('true');
    const { run, path } = project({
      [`a.md.${pid}.tmp`]: 'half',
      [`a.md.${process.ppid}.tmp`]: 'of one that runs',
      'a.md.1x.tmp': "somebody's",
      [`b.md.${pid}.tmp`]: 'half',
      'a.md': stale,
      'b.md': right,
    });
    await run(['--update', 'a.md', 'b.md']);
    const left = readdirSync(path('.')).filter((name) => name.endsWith('.tmp'));
    expect(left.sort()).toEqual(['a.md.1x.tmp', `a.md.${process.ppid}.tmp`].sort());
  });
});

describe('--update on a terminal', () => {
  const files = { 'docs/a.mdx': example('print(1)', '2\n3\n'), 'docs/b.mdx': example('print(1)', '2\n') };

  it('shows the change of each file with its size, and writes only what was accepted', async () => {
    const { run, path } = project(files);
    const asked: string[] = [];
    const ask = (question: string) => Promise.resolve(asked.push(question) === 2);
    const { err } = await run(['--update', 'docs'], {}, { ask });
    expect(asked).toEqual(['Write this into docs/a.mdx? [y/N] ', 'Write this into docs/b.mdx? [y/N] ']);
    expect(err).toContain('docs/a.mdx:8  2 → 1 line, 4 → 2 characters\n  - 2\n  - 3\n  + 1\n');
    expect(err).toContain('docs/a.mdx: not written, as you answered.\nUpdated docs/b.mdx: 1 output, 0 values.');
    expect(readFileSync(path('docs/a.mdx'), 'utf8')).toBe(files['docs/a.mdx']);
    expect(readFileSync(path('docs/b.mdx'), 'utf8')).toBe(example('print(1)', '1\n'));
  });

  it('asks nothing with --yes, and nothing when nothing is to be written', async () => {
    const { run, path } = project(files);
    const ask = () => Promise.reject(new Error('It asked.'));
    await run(['--update', '--yes', 'docs'], {}, { ask });
    expect(readFileSync(path('docs/a.mdx'), 'utf8')).toBe(example('print(1)', '1\n'));
    expect((await run(['--update', 'docs'], {}, { ask })).err).toBe('Nothing to update.\n');
  });
});
