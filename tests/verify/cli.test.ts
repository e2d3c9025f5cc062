import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/examples/report.ts';
import { project, root } from './command.ts';

const good = '```python name=sum\nprint(1 + 1)\n```\n\n```output\n2\n```\n';
const stale = good.replace('\n2\n', '\n3\n');

describe('exit codes', () => {
  it.each([
    ['0: all proven', good, 0],
    ['1: something is stale', stale, 1],
    ['2: a file is wrong', good.replace('name=', 'nmae='), 2],
  ])('%s', async (_, text, code) => {
    const { run } = project({ 'content/a.mdx': text });
    expect((await run([])).code).toBe(code);
  });

  it.each([
    ['an unknown option', ['--updat'], 'Did you mean `--update`?'],
    ['a path that is not there', ['content/b.mdx'], 'There is no file or folder `content/b.mdx`'],
    ['a file of another kind', ['notes.txt'], 'neither Markdown'],
    ['an example that is not there', ['content/a.mdx#some'], 'Did you mean `sum`?'],
    ['a Python that does not exist', ['--python', './both'], 'there is none called `./both`'],
    ['an option without its value', ['--engine'], '`--engine` needs a value: `embedded`, `native` or `both`'],
    ['an option without its value, before another', ['--timeout', '--json'], '`--timeout` needs a value'],
    ['a value that is not wanted', ['--update=yes'], '`--update` takes no value'],
    ['an answer to what is not asked', ['--yes'], '`--yes` belongs to `--update`'],
    ['a file that is none', ['folder.md/fifo.md'], 'neither Markdown'],
    ['a time that is none', ['--timeout', 'soon'], 'takes a number of seconds'],
  ])('2: %s', async (_, args, words) => {
    const { run, path } = project({ 'content/a.mdx': good, 'notes.txt': '', 'folder.md/a.md': '' });
    execFileSync('mkfifo', [path('folder.md/fifo.md')]);
    const { code, err } = await run(args);
    expect(err).toContain(words);
    expect(err).not.toMatch(/\bat .*\.ts:\d+/);
    expect(code).toBe(2);
  });

  it('0: -h prints the help, as --help does', async () => {
    const { run } = project({});
    const [short, long] = [await run(['-h']), await run(['--help'])];
    expect(short).toEqual(long);
    expect(short).toMatchObject({ code: 0, err: '' });
  });

  it('3: no Python has the needed packages, and the message has a remedy', async () => {
    const { run } = project({ 'content/a.mdx': good });
    const { code, err } = await run([], { CALCULUS_PYTHON: '/nowhere/python3' });
    expect(code).toBe(3);
    expect(err).toContain('CALCULUS_PYTHON');
    expect(err).toContain('pip install');
  });
});

describe('a fault of the program', () => {
  it('ends with 5, and is said to be one, with where it happened', async () => {
    const { run } = project({ 'content/a.mdx': stale });
    const ask = () => Promise.reject(new TypeError('a fault'));
    const fault = await run(['--update', '--json'], {}, { ask });
    expect(fault.code).toBe(5);
    expect(fault.err).toMatch(
      /This is a fault of the program, and not of your pages.*\nTypeError: a fault\n +at .*cli\.test\.ts:\d+/s,
    );
    expect(JSON.parse(fault.out)).toMatchObject({ exitCode: 5, error: expect.stringContaining('a fault') });
  });
});

describe('the report', () => {
  it('names the place, the kind, the difference, the engine and the command that repeats it', async () => {
    const { run, python } = project({
      'content/a.mdx': '```python name=gap\nprint("a  b")\n```\n\n```output\na b\n```\n',
    });
    const { out } = await run([]);
    expect(out).toContain('content/a.mdx:6:3  layout  (gap)');
    expect(out).toContain('expected  │ a·b');
    expect(out).toContain('came out  │ a··b');
    expect(out).toMatch(/ran by CPython \d/);
    expect(out).toContain(`again: npm run verify -- --engine native --python ${python} content/a.mdx#gap`);
  });

  it('adds up', async () => {
    const { run } = project({ 'content/a.mdx': `${good}\n${stale.replace('name=sum', '')}\n\`\`\`bash\nls\n\`\`\`\n` });
    const { out } = await run([]);
    expect(out).toContain('1 file, 5 fences: 2 examples, 2 expected outputs, 1 other');
    expect(out).toContain('examples: 1 verified, 1 stale; 1 of 2 expected outputs as printed');
    expect(out).toContain('1 finding: 1 value');
  });

  it('is the same as JSON', async () => {
    const { run } = project({ 'content/a.mdx': stale });
    const report = JSON.parse((await run(['--json'])).out);
    expect(report.exitCode).toBe(1);
    expect(report.totals.examples).toEqual({ stale: 1 });
    expect(report.files[0].findings[0]).toMatchObject({ kind: 'value', example: 'sum', place: { line: 6, column: 1 } });
  });

  it('writes for the site which examples were proven, by which engine and when', async () => {
    const { run, path } = project({ 'content/a.mdx': good });
    await run([]);
    const { examples } = JSON.parse(readFileSync(path('.cache/report.json'), 'utf8')) as Report;
    expect(examples).toMatchObject([
      { file: 'content/a.mdx', id: 'sum', verdict: 'verified', output: '2\n', ranAt: '2026-01-02T03:04:05.000Z' },
    ]);
  });
});

describe('--json', () => {
  it.each([
    [2, ['--json', 'nowhere.md'], {}],
    [2, ['--json', '--updat'], {}],
    [2, ['--json', 'content/a.mdx#none'], {}],
    [3, ['--json'], { CALCULUS_PYTHON: '/nowhere/python3' }],
  ])('%d: %j is answered with JSON too', async (exitCode, args, env) => {
    const { out, err, code } = await project({ 'content/a.mdx': good }).run(args, env);
    expect(JSON.parse(out)).toMatchObject({ exitCode, error: expect.stringMatching(/./) });
    expect(err).not.toBe('');
    expect(code).toBe(exitCode);
  });

  it('lists unchecked Python and ignored options', async () => {
    const { run } = project({ 'a.md': '```python nmae="x"\n1\n```\n\n```python2\nprint 1\n```\n' });
    const [file] = JSON.parse((await run(['--json', 'a.md'])).out).files;
    expect(file.warnings).toMatchObject([{ rule: 'option/unknown', place: { line: 1, column: 11 } }]);
    expect(file.unchecked).toMatchObject([
      { place: { line: 5, column: 1 }, reason: expect.stringContaining('Python 2') },
    ]);
  });
});

describe('MDX that is not ours', () => {
  const page = `import Tabs from '@theme/Tabs';

<Tabs groupId="os">
<TabItem value="a">

\`\`\`python title="a.py" showLineNumbers
x = 1
print(x)
\`\`\`

Output:

\`\`\`
1
\`\`\`

</TabItem>
</Tabs>

{/* a comment */}

\`\`\`py3
print(1)
\`\`\`

\`\`\`mermaid
graph LR
\`\`\`

<Tabs groupId={code}></Tabs>

<Value of="line-6" expr="x + 1">3</Value>
`;

  it('is read as a guide: its components and languages are ignored, each with one warning, and ours are honored', async () => {
    const { run, cwd } = project({ 'theirs/page.mdx': page, 'ours/empty': '' });
    const elsewhere = { root: join(cwd, 'ours') };
    const { out, code } = await run(['theirs/page.mdx'], {}, elsewhere);
    expect(out.match(/ignored: `<(\w+)>`/g)).toEqual(['ignored: `<Tabs>`', 'ignored: `<TabItem>`']);
    expect(out).toContain('theirs/page.mdx:22:1  not checked: `py3` is not run: write `python`');
    expect(out).toContain('1 example: 1 verified; 1 value: 1 stale');
    expect(code).toBe(1);
  });

  it('is an error in this project', async () => {
    const { out, code } = await project({ 'content/page.mdx': page }).run([]);
    expect(out).toContain('There is no component `<Tabs>`');
    expect(code).toBe(2);
  });
});

describe('one example', () => {
  const text = `${good}\n\`\`\`python name=a session=s\nx = 1\n\`\`\`\n\n\`\`\`python name=b session=s\nprint(x)\n\`\`\`\n\n\`\`\`output\n2\n\`\`\`\n`;

  it('is run with the blocks before it in its session, and judged alone', async () => {
    const { run } = project({ 'content/a.mdx': text });
    const { out, code } = await run(['content/a.mdx#b']);
    expect(code).toBe(1);
    expect(out).toContain('examples: 1 stale');
    expect(out).toContain('came out  │ 1');
  });
});

describe('the cache', () => {
  const lesson = '```python session=s\nx = 1\n```\n\n```python session=s\nprint(x)\n```\n\n```output\n1\n```\n';

  it('runs nothing again when nothing has changed, and keeps the verdict', async () => {
    const { run } = project({ 'content/a.mdx': lesson });
    expect((await run([])).out).not.toContain('not run again');
    const { out, code } = await run([]);
    expect(out).toContain('(2 not run again)');
    expect(code).toBe(0);
  });

  it('runs an example again when a block before it in its session has changed', async () => {
    const { run, path } = project({ 'content/a.mdx': lesson });
    await run([]);
    writeFileSync(path('content/a.mdx'), lesson.replace('x = 1', 'x = 2'));
    const { out, code } = await run([]);
    expect(out).toContain('came out  │ 2');
    expect(code).toBe(1);
  });

  it('compares anew when only the expected output has changed', async () => {
    const { run, path } = project({ 'content/a.mdx': good });
    await run([]);
    writeFileSync(path('content/a.mdx'), stale);
    expect((await run([])).code).toBe(1);
  });

  it('is rebuilt when it is damaged', async () => {
    const { run, path } = project({ 'content/a.mdx': good });
    await run([]);
    writeFileSync(path('.cache/cache.json'), '{"runs": {');
    expect((await run([])).code).toBe(0);
  });

  it('does not cache stopped examples', async () => {
    const { run } = project({ 'content/a.mdx': '```python\nwhile True: pass\n```\n' });
    const args = ['--timeout', '0.3'];
    expect((await run(args)).out).toContain('timed out');
    expect((await run(args)).out).not.toContain('not run again');
  });
});

describe('variables for Python', () => {
  const lesson = (shown: string) =>
    `\`\`\`python\nimport os\nprint(os.environ.get("OPENBLAS_CORETYPE"))\n\`\`\`\n\n\`\`\`output\n${shown}\n\`\`\`\n`;
  const ours = { OPENBLAS_CORETYPE: 'Prescott' };

  it('are none of ours but those that it is asked to pass', async () => {
    for (const [name, value] of Object.entries(ours)) vi.stubEnv(name, value);
    const { run } = project({ 'content/a.mdx': lesson('None') });
    expect((await run([], ours)).code).toBe(0);
    vi.unstubAllEnvs();
  });

  it('are passed by name, said in the report, and part of what a kept result depends on', async () => {
    const { run, path } = project({ 'content/a.mdx': lesson('Prescott') });
    expect((await run([], ours)).code).toBe(1);
    const { out, code } = await run(['--pass-env', 'OPENBLAS_CORETYPE'], ours);
    expect(code).toBe(0);
    expect(out).toContain('OPENBLAS_CORETYPE=Prescott');
    // The text of the page is in the difference; what came out on the other machine is nowhere.
    const { examples } = JSON.parse(readFileSync(path('.cache/report.json'), 'utf8')) as Report;
    expect(JSON.stringify(examples.map(({ problem: _, ...one }) => one))).not.toContain('Prescott');
    expect((await run([], ours)).code).toBe(1);
  });

  it('are refused when they are not set', async () => {
    const { run } = project({ 'content/a.mdx': lesson('None') });
    const { err, code } = await run(['--pass-env', 'NPY_MISSPELT'], ours);
    expect(err).toContain('`NPY_MISSPELT`, which is not set');
    expect(code).toBe(2);
  });
});

/** A second Python: the real one under another name, with a variable by which its examples can tell. */
async function withSecondPython(lesson: string, engine = 'native') {
  const { run, path, python } = project({ 'content/a.mdx': lesson });
  const answer = {
    executable: path('second'),
    prefix: '/second',
    path: [],
    version: '3.99.0',
    numpy: '9.9',
    matplotlib: null,
  };
  const script = `#!/bin/sh\n[ "$2" = -c ] && echo '${JSON.stringify(answer)}' && exit\nexport SECOND=yes\nexec ${python} "$@"\n`;
  mkdirSync(path('bin'));
  for (const name of ['second', 'bin/python3']) writeFileSync(path(name), script, { mode: 0o755 });
  return run(['--engine', engine, '--python', 'all'], {
    CALCULUS_PYTHON: '',
    PATH: `${path('bin')}:${process.env['PATH']}`,
  });
}

describe('every Python', () => {
  it('must agree: a difference under one of them is a finding that names it', async () => {
    const { out, code } = await withSecondPython(
      '```python\nimport os\nprint(os.environ.get("SECOND"))\n```\n\n```output\nNone\n```\n',
    );
    expect(out).toContain('came out  │ yes');
    expect(out).toContain('version dependent');
    expect(out).toContain('Under CPython 3.11');
    expect(out).toContain('ran by CPython 3.99.0, NumPy 9.9');
    expect(out).toContain('1 finding');
    expect(code).toBe(1);
  });

  it('runs the examples that it has the packages for, and lists the skipped ones', async () => {
    const { out, code } = await withSecondPython('```python\nimport matplotlib\n```\n\n```python\nx = 1\n```\n');
    expect(out).toMatch(/CPython 3\.99\.0.*: 1 example skipped, package missing/);
    expect(code).toBe(0);
  });
});

describe('the mutants of a solution', () => {
  it.each([
    ['native', /^CPython 3\.\d+\.\d+, NumPy \S+(, Matplotlib \S+)?$/],
    ['both', /^CPython \S+ in WebAssembly$/],
  ])('are run by one engine, which the report names: %s', async (engine, label) => {
    const lesson = readFileSync(join(root, 'tests/verify/pass/exercise/lesson.mdx'), 'utf8');
    const { out, code } = await withSecondPython(lesson, engine);
    const [, changed, by] =
      /1 exercise proven: the checks caught \d+ of (\d+) changed solutions, run by (.+)/.exec(out) ?? [];
    expect(changed).toBe('4');
    expect(by).toMatch(label);
    expect(code).toBe(0);
  });
});

describe('an engine that goes away', () => {
  it('is reported with what it said, not as a verdict', async () => {
    const { run, path } = project({ 'content/a.mdx': good, 'python.sh': '' });
    const fake = `#!/bin/sh\nif [ "$2" = -c ]; then echo '{"executable": "'$0'", "prefix": "/", "path": [], "version": "3.11.0", "numpy": null, "matplotlib": null}'; else echo "out of order" >&2; fi\n`;
    rmSync(path('python.sh'));
    writeFileSync(path('python.sh'), fake, { mode: 0o755 });
    const { code, err } = await run([], { CALCULUS_PYTHON: path('python.sh') });
    expect(code).toBe(3);
    expect(err).toContain('out of order');
  });
});

describe('the project itself', () => {
  it('keeps its cache where git does not look', () => {
    // Answers 0 for a path that git ignores, whichever file or setting says so.
    const { status } = spawnSync('git', ['check-ignore', '--quiet', '--no-index', '.cache/verify/cache.json'], {
      cwd: root,
    });
    expect(status).toBe(0);
  });
});
