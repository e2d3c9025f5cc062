import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { project } from './command.ts';

const fence = (code: string, language = 'python') => `\`\`\`${language}\n${code}\n\`\`\`\n\n`;
const stale = fence('print(1)') + fence('2', 'output');
const twice = fence('print(1)') + fence('1', 'output') + fence('7', 'output');
const page = `${stale}${fence('print("unpinned")')}${stale}${twice}# A\n\n${fence('lost', 'output')}`;
const setup = (files: Readonly<Record<string, string>>) =>
  project({ 'prove-guide.yaml': 'unpinned: finding\nbaseline: known.json\n', ...files });
const outside = { root: '/nowhere' };

describe('--baseline', () => {
  it('makes known findings pass, wherever they move; new ones fail', async () => {
    const { run, path } = setup({ 'a.md': page });
    expect((await run(['.'], {}, outside)).err).toContain('There is no baseline file `known.json`');
    const written = await run(['--baseline', 'write', '.'], {}, outside);
    expect(written.err).toContain('Wrote known.json: 5 known findings.');
    expect(written.code).toBe(0);
    expect(written.out).toContain('5 known findings of the baseline');
    expect(written.out).not.toContain('All proven');
    writeFileSync(path('a.md'), `# Moved\n\nSome text.\n\n${page}`);
    expect((await run(['.'], {}, outside)).code).toBe(0);
    writeFileSync(path('a.md'), `${page}${fence('print(3)')}${fence('4', 'output')}`);
    const { out, code } = await run(['.'], {}, outside);
    expect(code).toBe(1);
    expect(out).toContain('1 finding: 1 value');
    expect(out).not.toContain('unpinned  (');
  });

  it('knows findings of formulas', async () => {
    const wrong = '<Formula of="square" where="f; x any">$f\'(x) = 3x$</Formula>\n';
    const { run } = setup({ 'a.mdx': `${fence('def f(x):\n    return x * x', 'python name=square')}${wrong}` });
    expect(JSON.parse((await run(['--json', '--baseline', 'write', '.'])).out).totals.known).toEqual({ formula: 1 });
    expect((await run(['.'])).code).toBe(0);
  });

  it('knows as many of equal findings as there were', async () => {
    const { run, path } = setup({ 'a.md': stale });
    await run(['--baseline', 'write', '.'], {}, outside);
    writeFileSync(path('a.md'), stale + stale);
    const report = JSON.parse((await run(['--format', 'json', '.'], {}, outside)).out);
    expect(report.totals).toMatchObject({ known: { value: 1 }, findings: { value: 1 } });
  });

  it('loses findings that are fixed, and those of files that are gone, and says so; not in CI', async () => {
    const { run, path } = setup({ 'a.md': page, 'b.md': stale });
    await run(['--baseline', 'write', '.'], {}, outside);
    const before = readFileSync(path('known.json'), 'utf8');
    writeFileSync(path('a.md'), page.replace('2', '1'));
    rmSync(path('b.md'));
    const inCi = await run(['.'], { CI: 'true' }, outside);
    expect(inCi.err).toContain('Fixed: 2 known findings, which are still in known.json');
    expect(readFileSync(path('known.json'), 'utf8')).toBe(before);
    const here = await run(['.'], {}, outside);
    expect(here.err).toContain('Fixed: 2 known findings, which left known.json.');
    expect((await run(['.'], {}, outside)).err).not.toContain('Fixed');
    writeFileSync(path('a.md'), page);
    expect((await run(['.'], {}, outside)).code).toBe(1);
  });

  it('loses nothing by a run over a part, or on another engine', async () => {
    const { run, path } = setup({ 'a.md': page.replaceAll('python\n', 'python name=x\n'), 'b.md': stale });
    await run(['--baseline', 'write', '.'], {}, outside);
    const before = readFileSync(path('known.json'), 'utf8');
    writeFileSync(path('b.md'), fence('x = 1'));
    for (const args of [['a.md'], ['--shard', '2/2', '.'], ['--engine', 'embedded', '.']]) await run(args, {}, outside);
    expect(readFileSync(path('known.json'), 'utf8')).toBe(before);
  });

  it('is a file that the command may name; what is none is an error', async () => {
    const { run, path } = project({ 'a.md': stale, 'b.json': '{}' });
    const { err } = await run(['--baseline', 'write', '.'], {}, outside);
    expect(err).toContain('run with `--baseline prove-guide.baseline.json`');
    expect((await run(['--baseline', 'prove-guide.baseline.json', '.'], {}, outside)).code).toBe(0);
    expect(await run(['--baseline', 'b.json', '.'], {}, outside)).toMatchObject({ code: 2 });
    expect(await run(['--baseline', 'write', 'a.md#x'], {}, outside)).toMatchObject({ code: 2 });
    expect(await run(['--baseline', 'write', '.'], { CI: '1' }, outside)).toMatchObject({ code: 2 });
    expect(JSON.parse(readFileSync(path('prove-guide.baseline.json'), 'utf8')).findings).toHaveLength(1);
  });
});
