import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { project } from './command.ts';

interface Cell {
  readonly code: string;
  readonly outputs?: readonly object[];
}

const stream = (text: string | readonly string[]) => ({ name: 'stdout', output_type: 'stream', text });
const result = (text: string | readonly string[], more = {}) => ({
  data: { ...more, 'text/plain': text },
  execution_count: 1,
  metadata: {},
  output_type: 'execute_result',
});
const notebook = (cells: readonly Cell[]) => ({
  cells: cells.map(({ code, outputs = [] }) => ({
    cell_type: 'code',
    execution_count: 1,
    metadata: {},
    outputs,
    source: code,
  })),
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

/** The layouts in which programs write a notebook: of Jupyter, of VS Code, of a formatter, and without any. */
const layouts: readonly (readonly [name: string, write: (value: unknown) => string])[] = [
  ['one blank', (value) => `${JSON.stringify(value, null, 1)}\n`],
  ['four blanks, without an end', (value) => JSON.stringify(value, null, 4)],
  ['tabs and the line ends of Windows', (value) => JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n')],
  ['one line', (value) => JSON.stringify(value)],
  ['ASCII', (value) => JSON.stringify(value, null, 1).replace(/[ü]/g, '\\u00fc')],
];

describe.each(layouts)('--update of a notebook, %s', (_, write) => {
  it('changes the texts of the outputs, adds what is missing and removes what is empty now, and nothing else', async () => {
    const before = [
      { code: 'x = "ü"\nprint("a", x)\nx', outputs: [stream(['old\n', 'ü\n']), result("'old'")] },
      { code: 'print("new")\n1 + 1' },
      { code: 'pass', outputs: [stream('gone\n')] },
      { code: 'print(3)', outputs: [stream('3\n')] },
      { code: '4', outputs: [stream('printed before\n'), result(['5'])] },
    ];
    const after = [
      { code: 'x = "ü"\nprint("a", x)\nx', outputs: [stream(['a ü\n']), result("'ü'")] },
      { code: 'print("new")\n1 + 1', outputs: [stream(['new\n']), result(['2'])] },
      { code: 'pass' },
      { code: 'print(3)', outputs: [stream('3\n')] },
      { code: '4', outputs: [result(['4'])] },
    ];
    const { run, path } = project({ 'a.ipynb': write(notebook(before)) });
    expect((await run(['--update', 'a.ipynb'])).code).toBe(0);
    const written = readFileSync(path('a.ipynb'), 'utf8');
    expect(JSON.parse(written)).toEqual(withoutOrder(notebook(after)));
    const spaces = (text: string) => text.replace(/"(?:\\.|[^"\\])*"|\S/g, '');
    expect(spaces(written)).toBe(spaces(write(JSON.parse(written))));
    await run(['--update', 'a.ipynb']);
    expect(readFileSync(path('a.ipynb'), 'utf8')).toBe(written);
  });
});

const withoutOrder = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('--update of a notebook', () => {
  it.each([
    ['HTML beside the value', [result('1', { 'text/html': '<b>1</b>' })]],
    ['printed text in parts', [stream('a\n'), { ...stream(''), name: 'stderr' }, stream('b\n')]],
  ])('leaves to Jupyter what it cannot make, and says so: %s', async (_, outputs) => {
    const text = JSON.stringify(notebook([{ code: 'print("now")\n2', outputs }]), null, 1);
    const { run, path } = project({ 'a.ipynb': text });
    const { err } = await run(['--update', 'a.ipynb']);
    expect(err).toMatch(/^a\.ipynb:\d+:\d+: cell-1 was not updated\. .* Run it in Jupyter, and save the notebook\.$/m);
    expect(readFileSync(path('a.ipynb'), 'utf8')).toBe(text);
  });

  it('never writes what a cell prints that raised unexpectedly', async () => {
    const text = JSON.stringify(notebook([{ code: 'print("now")\n1 / 0', outputs: [stream('old\n')] }]), null, 1);
    const { run, path } = project({ 'a.ipynb': text });
    expect((await run(['--update', 'a.ipynb'])).code).toBe(1);
    expect(readFileSync(path('a.ipynb'), 'utf8')).toBe(text);
  });
});

describe('a notebook', () => {
  it('is run up to one of its cells, by the name of the cell', async () => {
    const cells = [{ code: 'x = 1' }, { code: 'print(x)', outputs: [stream('2\n')] }];
    const { run } = project({ 'a.ipynb': JSON.stringify(notebook(cells), null, 1) });
    const { out, code } = await run(['a.ipynb#cell-2']);
    expect(out).toContain('a.ipynb#cell-2');
    expect(out).toContain('examples: 1 stale');
    expect(code).toBe(1);
  });

  it.each([
    ['{', /^a\.ipynb:1:\d+ {2}markdown: The notebook is no JSON object/m],
    ['{"nbformat": 3, "worksheets": []}', /The notebook does not have the format 4.*\n.*nbconvert/],
  ])('that cannot be read is a finding: %s', async (text, words) => {
    const { out, code } = await project({ 'a.ipynb': text }).run(['a.ipynb']);
    expect(out).toMatch(words);
    expect(code).toBe(2);
  });

  it('of another language is not run, and named', async () => {
    const other = { ...notebook([{ code: 'x <- 1' }]), metadata: { kernelspec: { language: 'R' } } };
    const { out, code } = await project({ 'a.ipynb': JSON.stringify(other) }).run(['a.ipynb']);
    expect(out).toContain('not checked: the kernel of its notebook runs r');
    expect(code).toBe(4);
  });

  it('whose cells were run in another order is named', async () => {
    const { cells, ...rest } = notebook([{ code: 'x = 1' }, { code: 'x = 2' }]);
    const text = JSON.stringify({ ...rest, cells: cells.map((cell, i) => ({ ...cell, execution_count: 9 - i })) });
    const { out } = await project({ 'a.ipynb': text }).run(['a.ipynb']);
    expect(out).toContain('run in another order: number 8 after number 9');
  });
});
