import { matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from '../../../src/verify/configuration/configurations.ts';
import { project } from '../command.ts';

const fence = (code: string, language = 'python') => `\`\`\`${language}\n${code}\n\`\`\`\n\n`;
const shown = (code: string, output: string, language = 'output') => fence(code) + fence(output, language);

interface Reported {
  readonly file: string;
  readonly findings: readonly { kind: string; severity?: string; place: { line: number } }[];
}

/** A guide with a configuration, and the report of a run over all of it. */
async function verified(
  configuration: string,
  files: Readonly<Record<string, string>>,
  args: readonly string[] = ['.'],
) {
  const one = project({ 'docs/prove-guide.yaml': configuration, '.git/HEAD': '', ...files });
  const { code, out, err } = await one.run(['--format', 'json', ...args], {}, { root: '/nowhere' });
  const report = JSON.parse(out);
  const found = (report.files ?? []).flatMap(({ findings }: Reported) =>
    findings.map(({ kind, place, severity = 'error' }) => `${place.line} ${severity} ${kind}`),
  );
  return { ...one, code, out, err, report, found };
}

describe('a configuration', () => {
  it.each(['a.md', 'docs/a.md', '.hidden.md', '.github/a.md', 'docs/.hidden/a.md', 'docs/a.b.md', 'a..md'])(
    'has %s by default if Node’s patterns do',
    (path) => expect(matchesPattern(path, '**')).toBe(matchesGlob(path, '**')),
  );

  it('holds for its folder and those below, up to the next one, and not for others', async () => {
    const page = shown('print(1)', '2', 'text');
    const { report } = await verified('conventions: { fence after the code: always }', {
      'a.md': page,
      'docs/a.md': page,
      'docs/deep/a.md': page,
      'docs/own/prove-guide.json': '{}',
      'docs/own/a.md': page,
    });
    const kinds = report.files.map(({ file, findings }: Reported) => `${file} ${findings.map(({ kind }) => kind)}`);
    expect(kinds).toEqual(['a.md unpinned', 'docs/a.md value', 'docs/deep/a.md value', 'docs/own/a.md unpinned']);
  });

  it('with a mistake ends the run with its place and the remedy, as text and as JSON', async () => {
    const { code, err, out } = await verified('\nsesion: page\nengine: natve\n', { 'docs/a.md': fence('1') });
    expect(code).toBe(2);
    expect(err).toContain('docs/prove-guide.yaml:2:1  `sesion` is not a key');
    expect(err).toContain('docs/prove-guide.yaml:3:9  `engine` takes');
    expect(JSON.parse(out)).toMatchObject({ version: 1, exitCode: 2 });
  });

  it('in a folder that has two of them is a mistake', async () => {
    const { code, err } = await verified('', { 'docs/prove-guide.json': '{}', 'docs/a.md': fence('1') });
    expect(code).toBe(2);
    expect(err).toContain('two configuration files');
  });

  it('states which files are verified; a file that is named is verified all the same', async () => {
    const files = { 'docs/a.md': fence('1'), 'docs/drafts/b.md': fence('1'), 'docs/c.mdx': fence('1') };
    const names = ({ report }: { report: { files: { file: string }[] } }) => report.files.map(({ file }) => file);
    expect(names(await verified('files: ["**/*.md", "!drafts/"]', files))).toEqual(['docs/a.md']);
    expect(names(await verified('files: ["!drafts/**"]', files))).toEqual(['docs/a.md', 'docs/c.mdx']);
    expect(names(await verified('files: ["*.mdx"]', files, ['docs/a.md']))).toEqual(['docs/a.md']);
  });

  it.each([
    ['output fence: always', ['output 2', 'guess 1', 'prompt 2', 'lines 2']],
    ['output fence: never', ['output 1', 'guess 1', 'prompt 2', 'lines 2']],
    ['fence after the code: always', ['output 2', 'guess 2', 'prompt 2', 'lines 2']],
    ['interactive session: never', ['output 2', 'guess 1', 'lines 2']],
    ['comment lines: never', ['output 2', 'guess 1', 'prompt 2', 'lines 1']],
    ['comment lines: if equal', ['output 2', 'guess 1', 'prompt 2', 'lines 1']],
    ['comments after print: always', ['output 2', 'guess 1', 'prompt 2', 'lines 2']],
    ['announced fence: never', ['output 2', 'guess 1', 'prompt 2', 'lines 2']],
  ])('states the conventions: %j', async (conventions, expected) => {
    const { report } = await verified(`conventions: { ${conventions} }`, {
      'docs/output.md': shown('print(1)', '2'),
      'docs/guess.md': shown('print(1)', '2', 'text'),
      'docs/prompt.md': fence('>>> 1\n2', 'pycon'),
      'docs/lines.md': fence('print(1)\n#> 2'),
    });
    // An error is 2, and a warning of a print without output 1.
    const found = report.files.flatMap(({ file, findings }: Reported) =>
      findings.map(({ severity }) => `${file.slice(5, -3)} ${severity === 'warning' ? 1 : 2}`),
    );
    expect(found.toSorted()).toEqual([...expected].sort());
  });

  it.each([
    ['comments after print: if equal', 'warning'],
    ['comments after print: always', undefined],
  ])('states whether a comment behind `print` is its output: %j', async (conventions, severity) => {
    const { report } = await verified(`conventions: { ${conventions} }`, { 'docs/a.md': fence('print(1)  # 2') });
    expect(report.files[0].findings.map((one: { severity?: string }) => one.severity)).toEqual([severity]);
  });

  it('states the sessions: a page, or a fence', async () => {
    const files = { 'docs/a.md': fence('x = 1') + shown('print(x)', '1') };
    expect((await verified('session: page', files)).found).toEqual([]);
    expect((await verified('session: fence', files)).found).toEqual(['6 error raised']);
    const prompts = { 'docs/a.md': fence('>>> x = 1\n>>> x\n1', 'pycon') };
    expect((await verified('session: fence', prompts)).found).toEqual([]);
  });

  it('states words that mark a fence that is not run, behind its language and in a comment', async () => {
    const page = `${fence('1 / 0', 'python by-hand')}<!-- by-hand -->\n${fence('1 / 0')}${fence('# by-hand\n1 / 0')}${fence('1 / 0', 'python')}`;
    const { found, report } = await verified('skip: [by-hand]', { 'docs/a.md': page });
    expect(found).toEqual(['16 error raised']);
    expect(report.totals.fences.reasons).toEqual([{ reason: 'it is marked `by-hand`', count: 3 }]);
  });

  it('states whether a print without an output is a finding', async () => {
    const files = { 'docs/a.md': fence('print(1)') };
    expect((await verified('unpinned: finding', files)).found).toEqual(['1 error unpinned']);
    expect((await verified('unpinned: warning', files)).found).toEqual(['1 warning unpinned']);
  });

  it('states the time that an example may take, unless the command does', async () => {
    const files = { 'docs/a.md': fence('while True: pass') };
    expect((await verified('timeout: 0.3', files)).out).toContain('within 0.3 s');
    expect((await verified('timeout: 30', files, ['--timeout', '0.2', '.'])).out).toContain('within 0.2 s');
  });

  it('states the engine of its folder, unless the command does', async () => {
    const { run } = project({
      'a/prove-guide.yaml': 'engine: native',
      'a/a.md': shown('import sys; print(sys.platform)', 'linux'),
      'b/b.md': shown('import sys; print(sys.platform)', 'emscripten'),
    });
    const { out } = await run(['--format', 'json', '.'], {}, { root: '/nowhere', engine: null });
    const { engines, files } = JSON.parse(out);
    expect(engines).toHaveLength(2);
    expect(
      files.flatMap((file: { examples: { verdict: string }[] }) => file.examples.map(({ verdict }) => verdict)),
    ).toEqual(['verified', 'verified']);
    const again = await run(['--engine', 'native', '--format', 'json', '.'], {}, { root: '/nowhere' });
    expect(JSON.parse(again.out).engines).toHaveLength(1);
  });

  it.each(['native', 'embedded'])(
    'states the data that examples read, of which each session has its own copy: %s',
    async (engine) => {
      const reads = shown('print(open("data/deep/a.csv").read(), open("b.txt").read())', '1,2 x');
      const writes = fence('import os; os.remove("data/deep/a.csv"); open("data/new", "w").close()');
      const read = shown('import os\nprint(oct(os.stat("b.txt").st_mode & 0o222), os.listdir("data"))', "0o0 ['deep']");
      const one = await verified(
        'data: [episodes/data, { from: more, as: . }]',
        {
          'docs/episodes/data/deep/a.csv': '1,2',
          'docs/more/b.txt': 'x',
          'docs/a.md': reads + read + writes,
          'docs/b.md': reads + read + writes,
        },
        ['--engine', engine, '.'],
      );
      expect(one.found).toEqual([]);
      expect(one.report.totals.outputsAsPrinted).toBe(4);
    },
  );

  it('that names files of which there are none says so, also when a file is given', async () => {
    const files = { 'docs/a.md': fence('1'), 'docs/[b].md': fence('1') };
    const { err, code } = await verified('files: ["*.md", "dcos/**", "!drafst/", "[b].md"]', files, ['docs/a.md']);
    expect(code).toBe(0);
    expect([...err.matchAll(/^docs\/prove-guide\.yaml:(.*)$/gm)].map(([, said]) => said)).toEqual([
      '1:17  No page is one of `dcos/**`.',
      '1:28  No page is one of `!drafst/`.',
      '1:40  No page is one of `[b].md`.',
    ]);
    expect((await verified('files: ["*.md"]', files)).err).not.toContain('No page');
  });

  it('that names a data folder or a Python that does not exist is a mistake', async () => {
    const files = { 'docs/a.md': fence('1') };
    const settings = 'session: page\ndata: [../docs, gone]';
    expect(await verified(settings, files)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^docs\/prove-guide\.yaml:2:17 {2}There is no data folder `gone`\./),
    });
    const { run } = project({ 'prove-guide.yaml': 'python: ./gone', 'a.md': fence('1') });
    expect(await run(['.'], {}, { root: '/nowhere', engine: null })).toMatchObject({
      code: 3,
      err: expect.stringContaining('`./gone`, which does not exist'),
    });
  });
});
