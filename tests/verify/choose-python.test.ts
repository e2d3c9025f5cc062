import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { FoundPython } from '../../src/python/native/find-pythons.ts';
import { choosePythonsFrom } from '../../src/verify/run/engines.ts';
import { project } from './command.ts';

const found = (name: string, numpy: string | null, matplotlib: string | null): FoundPython => ({
  asked: name,
  executable: `/${name}`,
  prefix: `/${name}`,
  path: [],
  version: '3.12.0',
  numpy,
  matplotlib,
});
const names = (choice: 'first' | 'all', ...pythons: FoundPython[]) =>
  choosePythonsFrom(pythons, choice).map(({ python }) => python.asked);

describe('the choice among Pythons', () => {
  const [bare, numeric, whole, other] = [
    found('bare', null, null),
    found('numeric', '2.1.0', null),
    found('whole', '1.24.2', '3.6.3'),
    found('other', '2.2.0', '3.9.0'),
  ] as const;

  it.each([
    [[bare, numeric, whole, other], ['whole']],
    [[other, whole], ['other']],
    [[numeric, bare], ['numeric']],
    [[bare], ['bare']],
  ])('takes the first with the most packages', (pythons, wanted) => expect(names('first', ...pythons)).toEqual(wanted));

  it.each([
    [
      [bare, numeric, whole, other],
      ['whole', 'numeric', 'other'],
    ],
    [
      [bare, found('bare-too', null, null)],
      ['bare', 'bare-too'],
    ],
  ])('takes, of all, those with NumPy', (pythons, wanted) => expect(names('all', ...pythons)).toEqual(wanted));
});

/** Two Pythons on the PATH: one without Matplotlib comes first, and each says in a variable who it is. */
function twoPythons(files: Readonly<Record<string, string>>) {
  const made = project(files);
  const { path, python } = made;
  mkdirSync(path('bin'));
  const script = (name: string, matplotlib: string | null) => {
    const about = { executable: path(name), prefix: `/${name}`, path: [], version: '3.12.0', numpy: '9.9', matplotlib };
    return `#!/bin/sh\n[ "$2" = -c ] && echo '${JSON.stringify(about)}' && exit\nexport WHO=${name}\nexec ${python} "$@"\n`;
  };
  for (const [name, matplotlib] of [
    ['first', null],
    ['second', '9.9'],
  ] as const) {
    writeFileSync(path(name), script(name, matplotlib), { mode: 0o755 });
  }
  writeFileSync(path('bin/python3'), script('first', null), { mode: 0o755 });
  writeFileSync(path('bin/python'), script('second', '9.9'), { mode: 0o755 });
  const env = { CALCULUS_PYTHON: '', VIRTUAL_ENV: '', PATH: `${path('bin')}:/usr/bin:/bin` };
  return { ...made, run: (args: readonly string[]) => made.run(args, env) };
}

const who = '```python\nimport os\nprint(os.environ.get("WHO"))\n```\n\nOutput:\n\n```\nnobody\n```\n';

describe('the words of another file', () => {
  it('do not choose the Python: alone and together a file is proven by the same', async () => {
    const { run } = twoPythons({ 'a.md': who, 'b.md': 'All about matplotlib, numpy, and pyplot.\n' });
    const cameOut = (out: string) => /came out {2}│ (\S+)/.exec(out)?.[1];
    const alone = await run(['a.md']);
    const together = await run(['a.md', 'b.md']);
    expect(cameOut(alone.out)).toBeDefined();
    expect(cameOut(together.out)).toBe(cameOut(alone.out));
    const again = (out: string) => /again: (.*)/.exec(out)?.[1];
    expect(again(together.out)).toBe(again(alone.out));
  });
});

describe('--python', () => {
  it.each([['./first'], ['./second']])('%s: takes that one, says so, and says it again', async (name) => {
    const { run, path } = twoPythons({ 'a.md': who });
    const { out } = await run(['--python', name, 'a.md']);
    const file = path(name.slice(2));
    expect(out).toContain(`came out  │ ${name.slice(2)}`);
    expect(out).toContain(`(${file}), named by --python`);
    expect(out).toContain(`again: npm run verify -- --engine native --python ${file} a.md#line-1`);
  });

  it('takes a command of the PATH', async () => {
    const { run } = twoPythons({ 'a.md': who });
    expect((await run(['--python', 'python', 'a.md'])).out).toContain('came out  │ second');
  });

  it.each([['not-python.sh'], ['old.sh']])('%s, which is no Python of today: 3', async (name) => {
    const { run, path } = project({ 'a.md': who });
    const old = { executable: '/x', prefix: '/', path: [], version: '3.8.1', numpy: null, matplotlib: null };
    writeFileSync(path('not-python.sh'), '#!/bin/sh\necho no\n', { mode: 0o755 });
    writeFileSync(path('old.sh'), `#!/bin/sh\necho '${JSON.stringify(old)}'\n`, { mode: 0o755 });
    const { err, out, code } = await run(['--json', '--python', `./${name}`, 'a.md']);
    expect(err).toContain('is not a working Python 3.9 or newer');
    expect(JSON.parse(out)).toMatchObject({ exitCode: 3, error: expect.stringContaining(name) });
    expect(code).toBe(3);
  });

  it('3, with the place, when what an example imports is in none that was chosen; a word in a sentence is no import', async () => {
    const { run } = twoPythons({
      'a.md': 'Nothing of matplotlib here.\n\n```python\nx = "matplotlib"  # import matplotlib\n```\n',
      'b.md': '# Title\n\n```python\nimport matplotlib.pyplot as plt\n```\n',
    });
    expect((await run(['--python', './first', 'a.md'])).code).toBe(0);
    const { err, code } = await run(['--python', './first', 'b.md']);
    expect(err).toContain('b.md:3:1 imports Matplotlib, which no chosen Python has');
    expect(code).toBe(3);
  });
});

describe('"again:"', () => {
  it('can be typed where the command was called, outside of this project too', () => {
    const { cwd, python } = project({ 'a guide/b.md': who });
    const script = fileURLToPath(new URL('../../scripts/verify.mjs', import.meta.url));
    const verify = (command: string) => {
      try {
        return execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8', stdio: 'pipe' });
      } catch (error) {
        return (error as { stdout: string }).stdout;
      }
    };
    const out = verify(`node ${script} --python ${python} --timeout 20 .`);
    const again = /again: (.*)/.exec(out)?.[1] ?? '';
    expect(again).toContain(`--timeout 20 --engine native --python ${python} 'a guide/b.md#line-1'`);
    expect(again).not.toContain('npm run');
    expect(verify(again)).toContain('a guide/b.md:9:1');
  });
});
