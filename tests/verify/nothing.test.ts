import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../depth.ts';
import { project } from './command.ts';

const good = '```python\nprint(1)\n```\n\nOutput:\n\n```\n1\n```\n';
const cell = '```{code-cell} ipython3\nprint(1)\n```\n';

describe('nothing that was checked', () => {
  it.each<[what: string, files: Record<string, string>, path: string, words: string]>([
    ['an empty folder', { 'x.txt': '' }, '.', 'there is no Markdown file'],
    ['an empty file', { 'a.md': '' }, 'a.md', 'there is no example'],
    ['a file of blanks', { 'a.md': '\n \n\t\n' }, 'a.md', 'there is no example'],
    ['prose alone', { 'a.md': '# Title\n\nWords.\n' }, 'a.md', 'there is no example'],
    ['a book of cells', { 'a.md': cell, 'b/c.md': cell.repeat(20) }, '.', 'the page shows no output'],
    ['missing packages', { 'a.md': '```python\nimport no_such_package\n```\n' }, '.', 'packages are missing'],
    [
      'indented Python',
      { 'a.md': 'Words.\n\n    ```python\n    1\n    ```\n' },
      '.',
      '1 piece of Python, listed above',
    ],
    [
      'examples that are never run',
      { 'a.mdx': '```python illustrative="a graphics card"\nx\n```\n' },
      '.',
      'no example is',
    ],
    ['Python that is marked', { 'a.md': '```python notest\n1\n```\n' }, '.', '1 piece of Python, listed above'],
    ['code that is only in another file', { 'a.md': '```python file=a.py\n```\n' }, 'a.md', 'no example is ever run'],
    ['a comment alone', { 'a.md': '```python\n# See a.py.\n```\n' }, 'a.md', 'no example is ever run'],
    ['other languages', { 'a.md': '```js\n1\n```\n' }, '.', 'there is no example'],
  ])('%s: is said, and is an exit code of its own', async (_, files, path, words) => {
    const { run } = project(files);
    const { out, code } = await run([path]);
    expect(out).not.toMatch(/all proven/i);
    expect(out).not.toContain('✓');
    expect(out).toContain(`Nothing was checked: ${words}`);
    expect(code).toBe(4);
    expect(JSON.parse((await run(['--json', path])).out)).toMatchObject({ exitCode: 4, unproven: [path] });
  });

  it('is no error with --allow-empty, alone and in shards that are merged; a finding still is', async () => {
    const { run } = project({ 'a.md': '# Title\n', 'b.md': 'Words.\n' });
    const { out, code } = await run(['--allow-empty', '.']);
    expect(out).toContain('Nothing was checked: there is no example');
    expect(code).toBe(0);
    const names = ['1.json', '2.json'];
    for (const [i, name] of names.entries())
      expect((await run(['--allow-empty', '--shard', `${i + 1}/2`, '--report', `json=${name}`, '.'])).code).toBe(0);
    expect((await run(['--merge', ...names])).code).toBe(0);
    await run(['--shard', '2/2', '--report', 'json=2.json', '.']);
    expect((await run(['--merge', ...names])).code).toBe(4);
    const stale = project({ 'a.md': good.replace('\n1\n', '\n2\n') });
    expect((await stale.run(['--allow-empty', 'a.md'])).code).toBe(1);
  });

  it.each([
    ['a path in which nothing is', { 'b/b.md': good, 'a/a.md': '' }, ['a', 'b'], 'Not checked: anything in a.'],
    [
      'Python beside',
      { 'b/b.md': good, 'a/a.md': '```python notest\nprint(1)\n```\n' },
      ['.'],
      'Not checked: 1 piece of Python, listed above.',
    ],
  ])('%s: is not called proven with the rest', async (_, files, paths, words) => {
    const { out, code } = await project(files).run(paths);
    expect(out).toContain(`What was checked is proven. ${words}`);
    expect(out).not.toMatch(/all proven/i);
    expect(out).toContain('– a/a.md');
    expect(code).toBe(0);
  });

  it('is found in files that a byte order mark begins, with the right columns', async () => {
    const stale = `\uFEFF${good.replace('\n1\n', '\n2\n')}`;
    const { run, path } = project({ 'a.md': stale });
    const { out, code } = await run(['a.md']);
    expect(out).toContain('a.md:8:1  value  (line-1)');
    expect(code).toBe(1);
    await run(['--update', 'a.md']);
    expect(readFileSync(path('a.md'), 'utf8')).toBe(`\uFEFF${good}`);
  });
});

describe('links', () => {
  it('are followed, each file once; circles end, and a broken link is an error', async () => {
    const { run, path } = project({ 'real/a.md': good });
    mkdirSync(path('links'));
    symlinkSync('../real/a.md', path('links/a.md'));
    symlinkSync('../real', path('links/folder'));
    symlinkSync('.', path('links/circle'));
    const all = await run(['links']);
    expect(all.out).toContain('1 file,');
    expect(all.out).toContain('All proven.');
    symlinkSync('nowhere.md', path('links/dead.md'));
    symlinkSync('self.md', path('links/self.md'));
    const { out, code } = await run(['links']);
    expect(out).toContain('links/dead.md:1:1  file: The file cannot be read (ENOENT).');
    expect(out).toContain('links/self.md:1:1  file: The file cannot be read (ELOOP).');
    expect(code).toBe(2);
  });
});

describe('a file that is not UTF-8', () => {
  const latin = (text: string) => Buffer.from(text, 'latin1');
  const wide = (text: string, swap = false) => {
    const bytes = Buffer.from(text, 'utf16le');
    return swap ? bytes.swap16() : bytes;
  };
  const stale = good.replace('\n1\n', '\n2\n');
  it.each(
    sampleOf<[what: string, bytes: Buffer, place: string, words: string]>('bytes', [
      ['Latin-1', latin(`Caf\xe9.\n\n${stale}`), 'a.md:1:4', 'The byte 0xE9 is not UTF-8'],
      ['Latin-1 further down', latin(`${stale}\n\nÄrger: caf\xe9`), 'a.md:12:1', 'The byte 0xC4'],
      [
        'a bad byte after others, and CRLF',
        Buffer.concat([Buffer.from('\uFEFFé\r\n😀é '), Buffer.from([0xff]), Buffer.from(stale)]),
        'a.md:2:5',
        'The byte 0xFF',
      ],
      [
        'a character that is cut off',
        Buffer.concat([Buffer.from('ab'), Buffer.from([0xe2, 0x82])]),
        'a.md:1:3',
        '0xE2',
      ],
      ['one that looks like what replaces it', Buffer.from([0x61, 0xef, 0xbf, 0x41]), 'a.md:1:2', '0xEF'],
      ['a surrogate', Buffer.from([0xed, 0xa0, 0x80]), 'a.md:1:1', '0xED'],
      ['more bytes than needed', Buffer.from([0x61, 0xc0, 0x80]), 'a.md:1:2', '0xC0'],
      ['UTF-16 with a mark', wide(`\uFEFF${stale}`), 'a.md:1:1', 'UTF-16LE, not UTF-8'],
      ['UTF-16, the other way round', wide(`\uFEFF${stale}`, true), 'a.md:1:1', 'UTF-16BE, not UTF-8'],
      ['UTF-16 without a mark', wide(stale), 'a.md:1:1', 'UTF-16LE, not UTF-8'],
      ['UTF-16 without a mark, the other way round', wide(stale, true), 'a.md:1:1', 'UTF-16BE, not UTF-8'],
      ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'a.md:1:1', 'binary'],
      ['a NUL', Buffer.from(`${stale}\0`), 'a.md:10:1', 'NUL'],
    ]),
  )('%s: is an error with its place, and is not written', async (_, bytes, place, words) => {
    const { run, path } = project({ 'b.md': good });
    writeFileSync(path('a.md'), bytes);
    for (const args of [['.'], ['--update', 'a.md']]) {
      const { out, code } = await run(args);
      expect(out).toContain(`${place}  encoding: `);
      expect(out).toContain(words);
      expect(out).toContain('iconv');
      expect(out).not.toMatch(/all proven/i);
      expect(code).toBe(2);
      expect(readFileSync(path('a.md'))).toEqual(bytes);
    }
  });
});
