import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { selectTargets } from '../../src/verify/files/selection.ts';

import { project } from './command.ts';

const example = (name: string, shown = '1') =>
  `\`\`\`python name=${name}\nprint(1)\n\`\`\`\n\n\`\`\`output\n${shown}\n\`\`\`\n`;
const good = example('sum');
const stale = example('stale', '2');
const judged = (out: string) => [...out.matchAll(/^[✗✓–] (\S+)/gm)].map(([, file]) => file);

describe('--shard', () => {
  it('is a partition: each file is in exactly one part', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(40), fc.integer({ min: 1, max: 12 }), async (files, count) => {
        const targets = Array.from({ length: files }, (_, i) => ({ file: `${i}.md` }));
        const parts = await Promise.all(
          Array.from({ length: count }, (_, i) => selectTargets(targets, '/', { shard: { index: i + 1, count } })),
        );
        expect(parts.flat().toSorted((a, b) => Number.parseInt(a.file, 10) - Number.parseInt(b.file, 10))).toEqual(
          targets,
        );
        const sizes = parts.map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 50 },
    );
  });

  const files = { 'docs/a.md': good, 'docs/b.md': stale, 'docs/c.md': good };
  /** The reports of the shards as files, and the codes of their runs. */
  async function shards(count: number, more: readonly string[] = []) {
    const { run, ...rest } = project(files);
    const codes: number[] = [];
    for (let i = 1; i <= count; i++) {
      codes.push((await run(['--shard', `${i}/${count}`, '--report', `json=${i}.json`, ...more, 'docs'])).code);
    }
    return { run, codes, names: codes.map((_, i) => `${i + 1}.json`), ...rest };
  }

  it('and --merge give the report of a run in one go', async () => {
    const { run, names, codes } = await shards(2);
    expect(codes).toEqual([0, 1]);
    const merged = await run(['--merge', '--format', 'json', ...names.toReversed()]);
    const whole = await run(['--format', 'json', '--no-cache', 'docs']);
    const plain = (text: string) => {
      // The time that a block took, and what came from the cache, are those of the run.
      return JSON.parse(text, (key, value) => (['seconds', 'fromCache'].includes(key) ? undefined : value));
    };
    expect(plain(merged.out)).toEqual(plain(whole.out));
    expect(merged.code).toBe(whole.code);
    expect((await run(['--merge', '--format', 'junit', ...names])).out).toContain('tests="3" failures="1"');
  });

  it('with more parts than files is no error, and does not read as proven', async () => {
    const { run, codes, names } = await shards(5);
    expect(codes).toEqual([0, 1, 0, 0, 0]);
    const { out } = await run(['--shard', '5/5', 'docs']);
    expect(out).toContain('Nothing was checked: all of 3 files were left out.');
    expect((await run(['--merge', ...names])).code).toBe(1);
    expect((await run(['--shard', '1/5', 'docs'])).out).not.toContain('All proven');
  });

  it('cannot be merged when one is missing, given twice, of another run or no report', async () => {
    const { run } = await shards(3);
    await run(['--shard', '3/3', '--report', 'json=other.json', 'docs/a.md']);
    const cases: (readonly [names: readonly string[], words: string])[] = [
      [['2.json', '3.json'], 'must be those of the shards 1, 2, 3; these are 2, 3.'],
      [['1.json', '1.json', '2.json'], 'these are 1, 1, 2.'],
      [['1.json', '2.json', 'other.json'], 'of different runs'],
      [['1.json', 'docs/a.md'], '`docs/a.md` is no report'],
      [['1.json', 'gone.json'], 'There is no report `gone.json`'],
      [[], 'There is no report of a shard'],
    ];
    for (const [names, words] of cases) {
      const { code, err } = await run(['--merge', ...names]);
      expect(err).toContain(words);
      expect(code).toBe(2);
    }
  });

  it.each(['0/2', '3/2', '1', '1/0', 'a/b', '-1/2'])('is not %s', async (text) => {
    const { code, err } = await project(files).run([`--shard=${text}`, 'docs']);
    expect(err).toContain('takes a part and the number of parts');
    expect(code).toBe(2);
  });
});

describe('--only', () => {
  it('runs the examples of that name, in whichever file', async () => {
    const { run } = project({ 'docs/a.md': good + stale, 'docs/b.md': good, 'docs/c.md': stale });
    const { out, code } = await run(['--only', 'sum', 'docs']);
    expect(judged(out)).toEqual(['docs/a.md', 'docs/b.md']);
    expect(out).toContain('What was checked is proven. Not checked: 1 file.');
    expect(code).toBe(0);
  });

  it('names the nearest when there is none', async () => {
    const { err, code } = await project({ 'docs/a.md': good }).run(['--only', 'sun', 'docs']);
    expect(err).toContain('No file has an example or an exercise `sun`. Did you mean `sum`?');
    expect(code).toBe(2);
  });
});

describe('a page and an example of it', () => {
  it('are the page, once', async () => {
    const { run } = project({ 'a.md': good + stale });
    const { out } = await run(['a.md#sum', 'a.md', 'a.md#stale']);
    expect(judged(out)).toEqual(['a.md']);
    expect(out).toContain('1 file, 4 fences: 2 examples');
  });
});

describe('--fail-fast', () => {
  it('leaves out the files after the first with a finding, the same on every machine', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const files = Object.fromEntries(names.map((name) => [`docs/${name}.md`, 'be'.includes(name) ? stale : good]));
    const { out, code } = await project(files).run(['--fail-fast', 'docs']);
    expect(judged(out)).toEqual(['docs/a.md', 'docs/b.md']);
    expect(code).toBe(1);
  });

  it('runs all when all is proven', async () => {
    const { out, code } = await project({ 'docs/a.md': good, 'docs/b.md': good }).run(['--fail-fast', 'docs']);
    expect(out).toContain('All proven.');
    expect(code).toBe(0);
  });
});

describe('--changed', () => {
  /** A repository with two guides, their data, and one commit. */
  function repository() {
    const made = project({
      'one/a.md': good,
      'one/b.md': good,
      'one/data/x.csv': '1',
      'two/c.md': good,
      'two/é "quoted".md': good,
      'two/y.csv': '1',
    });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: made.cwd, stdio: 'pipe' });
    const write = (path: string, text: string) => {
      mkdirSync(dirname(made.path(path)), { recursive: true });
      writeFileSync(made.path(path), text);
    };
    write('.gitignore', '.cache\n');
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-qm', 'first');
    const changed = async (...args: string[]) => judged((await made.run([...args, 'one', 'two'])).out);
    return { ...made, git, write, changed };
  }

  it('is nothing when nothing has changed, and says so', async () => {
    const { run } = repository();
    const { out, code } = await run(['--changed', 'one', 'two']);
    expect(out).toContain('Nothing was checked: all of 4 files were left out.');
    expect(code).toBe(0);
  });

  it.each([
    ['a page that has changed', 'one/b.md', ['one/b.md']],
    ['a page that git does not know yet', 'two/new.md', ['two/new.md']],
    ['a page with a name that git quotes', 'two/é "quoted".md', ['two/é']],
    ['data below the pages', 'one/data/x.csv', ['one/a.md', 'one/b.md']],
    ['data beside the pages', 'two/y.csv', ['two/c.md', 'two/é']],
    ['a file above all pages', 'requirements.txt', ['one/a.md', 'one/b.md', 'two/c.md', 'two/é']],
  ])('is %s', async (_, path, pages) => {
    const { write, changed } = repository();
    write(path, `${good}\nMore.\n`);
    expect(await changed('--changed')).toEqual(pages);
  });

  it('takes a commit to compare with', async () => {
    const { git, write, changed } = repository();
    git('checkout', '-qb', 'branch');
    write('one/a.md', `${good}\nMore.\n`);
    git('commit', '-qam', 'second');
    expect(await changed('--changed')).toEqual([]);
    expect(await changed('--changed=main')).toEqual(['one/a.md']);
  });

  it.each([['--changed=nowhere'], ['--changed=--output=x']])('refuses %s', async (arg) => {
    const { run } = repository();
    const { code, err } = await run([arg, 'one']);
    expect(err).toContain('git says:');
    expect(code).toBe(2);
  });
});
