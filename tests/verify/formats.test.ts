import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { default as DraftFour } from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { findingKinds } from '../../src/verify/findings/finding-kinds.ts';
import { project, root } from './command.ts';

const readSchema = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const ours = readSchema('src/verify/report.schema.json');
const isReport = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(ours);
const isSarif = new DraftFour({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false }).compile(
  readSchema('tests/verify/fixtures/sarif-2.1.0-rtm.5.json'),
);

/** Every kind of entry that a report can have: findings with and without example, warnings, unchecked code, values. */
const good = '```python name=good\nprint(1)\n```\n\n```output\n1\n```\n';
const awkward = 'a<b> & "c" % \u0007 ]]> é 😀';
const page = `${good}
\`\`\`python name=stale
print(${JSON.stringify(awkward)}, 2, sep="\\n")
\`\`\`

\`\`\`output
${awkward.replace('\u0007', '')}
3
\`\`\`

\`\`\`python name=raised
1 / 0
\`\`\`

\`\`\`python name=shown illustrative="it is a sketch"
launch()
\`\`\`

\`\`\`output
nobody's
\`\`\`

Value <Value of="good" expr="1 + 1">3</Value>.
`;
const files = {
  'docs/a page, 100%: ü.mdx': page,
  'docs/guide.md': '```python nmae="x"\n1\n```\n\n```pycon\n>>> 1\n```\n',
  'docs/latin.md': 'ok\n',
  'docs/wrong.mdx': '```python nmae=x\n1\n```\n',
};

async function printed(format: string, env: Record<string, string> = {}, args: readonly string[] = ['docs']) {
  return (await project(files).run(['--format', format, ...args], env)).out;
}

describe('JSON', () => {
  it('is as its schema says, whatever is in it', async () => {
    const report = JSON.parse(await printed('json'));
    expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
    expect(report.files.flatMap((file: { findings: unknown[] }) => file.findings).length).toBeGreaterThan(4);
  });

  it.each([
    ['--format', 'json', 'nowhere.md'],
    ['--json', '--updat'],
    ['--format=json', '--shape'],
  ])('is as its schema says after a wrong command: %j', async (...args) => {
    const { out } = await project(files).run(args);
    expect(isReport(JSON.parse(out)), JSON.stringify(isReport.errors)).toBe(true);
  });

  it('names every kind of finding in its schema, and no other', () => {
    expect(ours.$defs.kind.enum.toSorted()).toEqual(Object.keys(findingKinds).sort());
  });
});

describe('SARIF', () => {
  it('is as the schema of SARIF 2.1.0 says, with each problem once', async () => {
    const sarif = JSON.parse(await printed('sarif'));
    expect(isSarif(sarif), JSON.stringify(isSarif.errors)).toBe(true);
    const { results, tool } = sarif.runs[0];
    const report = JSON.parse(await printed('json'));
    type Lists = Record<'findings' | 'warnings' | 'unchecked', unknown[]>;
    const all = report.files.flatMap((one: Lists) => [...one.findings, ...one.warnings, ...one.unchecked]);
    expect(results).toHaveLength(all.length);
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      const { uri } = locations[0].physicalLocation.artifactLocation;
      expect(Object.keys(files)).toContain(decodeURIComponent(uri));
      // An address of a file has no raw blanks, commas or other letters.
      expect(uri).toMatch(/^[\w./%-]+$/);
    }
  });

  it('keeps the fingerprint of a result when lines are added above it, and gives twins different ones', async () => {
    const stale = '```python\nprint(1)\n```\n\n```output\n2\n```\n\n';
    const prints = async (text: string) => {
      const { run } = project({ 'a.mdx': text });
      const { results } = JSON.parse((await run(['--format', 'sarif', 'a.mdx'])).out).runs[0];
      return results.map(
        (one: { partialFingerprints: Record<string, string> }) => one.partialFingerprints['problem/v1'],
      );
    };
    const named = stale.replace('python', 'python name=one');
    expect(await prints(`A line.\n\n${named}`)).toEqual(await prints(named));
    expect(new Set(await prints(stale + stale)).size).toBe(2);
  });
});

describe('JUnit', () => {
  const read = (xml: string) => {
    const code = [
      'import sys, json, xml.etree.ElementTree as tree',
      'walk = lambda e: [e.tag, e.attrib, e.text or "", [walk(one) for one in e]]',
      'print(json.dumps(walk(tree.fromstring(sys.stdin.buffer.read()))))',
    ].join('\n');
    return JSON.parse(execFileSync('python3', ['-c', code], { input: xml, encoding: 'utf8' })) as Element;
  };
  type Element = [tag: string, attributes: Record<string, string>, text: string, children: Element[]];

  it('passes no case that is not verified', async () => {
    const broken =
      '```python\ndef f():\n```\n\n```python\nprint(1)\n```\n\n```python\nprint(2)\n```\n\n```output\n2\n```\n';
    const { run } = project({ 'a.md': broken });
    const [, , , [[, , , cases]]] = read((await run(['--format', 'junit', 'a.md'])).out) as [
      string,
      object,
      string,
      [Element],
    ];
    expect(cases.map(([, , , [first]]) => [first?.[0], first?.[1]['message']])).toEqual([
      ['skipped', 'It is a part of a statement. It was not run as it is.'],
      ['skipped', 'It prints, but the page shows no output: 1'],
      [undefined, undefined],
    ]);
  });

  it('has the elements and attributes that GitLab and Jenkins read, and sums that are those of its cases', async () => {
    const [tag, sums, , suites] = read(await printed('junit'));
    expect(tag).toBe('testsuites');
    const cases = suites.flatMap(([, , , children]) => children);
    const count = (wanted: string) => cases.filter(([, , , [first]]) => first?.[0] === wanted).length;
    expect(sums).toMatchObject({
      tests: String(cases.length),
      failures: String(count('failure')),
      errors: String(count('error')),
      skipped: String(count('skipped')),
    });
    for (const [, suite, , children] of suites) {
      expect(suite['tests']).toBe(String(children.length));
      for (const [name, { classname, file, time }, , outcomes] of children) {
        expect([name, classname, file]).toEqual(['testcase', suite['name'], suite['name']]);
        expect(Number(time)).toBeGreaterThanOrEqual(0);
        // GitLab reads one outcome a case.
        expect(outcomes.length).toBeLessThanOrEqual(1);
      }
      const names = children.map(([, { name }]) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect([count('failure'), count('error'), count('skipped')].every((n) => n > 0)).toBe(true);
    expect(cases.some(([, , , [first]]) => first?.[2].includes('- a<b> & "c" %  ]]> é 😀'))).toBe(true);
  });
});

describe('annotations', () => {
  /** As GitHub reads a workflow command. */
  const readCommand = (line: string) => {
    const [, level, properties = '', message = ''] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? [];
    const plain = (text: string) => decodeURIComponent(text.replace(/%(?!25|0A|0D|3A|2C)/g, '%25'));
    const pairs = properties.split(',').map((part) => part.split('=').map(plain));
    return { level, ...Object.fromEntries(pairs), message: plain(message) };
  };

  it('name the file, the line and the problem, findings first', async () => {
    const lines = (await printed('github')).trimEnd().split('\n').map(readCommand);
    const levels = ['error', 'warning', 'notice'];
    expect(lines.map(({ level }) => levels.indexOf(level ?? ''))).toEqual(
      lines.map(({ level }) => levels.indexOf(level ?? '')).toSorted(),
    );
    for (const { level, file, line, col } of lines) {
      expect(levels).toContain(level);
      expect(Object.keys(files)).toContain(file);
      expect([line, col].every((text) => Number(text) >= 1)).toBe(true);
    }
    expect(lines.find(({ title }) => title === 'value (stale)')?.message).toContain('+ a<b> & "c" % \u0007 ]]> é 😀\n');
  });

  it('follow the text on GitHub, with paths from the root of the repository, and nowhere else', async () => {
    const { run, cwd } = project({ 'docs/a.mdx': good.replace('\n1\n', '\n2\n') });
    const github = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: join(cwd, '..') };
    const { out } = await run(['docs'], github);
    expect(out).toMatch(/^::error file=[^/]+\/docs\/a\.mdx,line=6,col=1,title=value \(good\)::/m);
    expect((await run(['docs'], { GITHUB_ACTIONS: '' })).out).not.toContain('::error');
    expect((await run(['--json', 'docs'], github)).out).not.toContain('::error');
  });
});

describe('reports in files', () => {
  it('are written besides the printed one, in folders that did not exist', async () => {
    const { run, path } = project(files);
    const { out } = await run([
      '--report',
      'junit=out/x/junit.xml',
      '--report=sarif=a=b.sarif',
      '--report',
      'text=t',
      'docs',
    ]);
    expect(out).toContain('findings');
    expect(readFileSync(path('out/x/junit.xml'), 'utf8')).toMatch(/^<\?xml/);
    expect(JSON.parse(readFileSync(path('a=b.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(path('t'), 'utf8')).toBe(out);
  });

  it.each([
    [['--format', 'jsn'], 'Did you mean `json`?'],
    [['--report', 'report.xml'], '`--report` takes a kind (`text`, `json`, `sarif`, `junit` or `github`) and a file'],
    [['--report', 'junit='], '`--report` takes a kind'],
    [['--report', 'json=docs/a.md'], 'would replace a page: name another file, as in `json=report.json`'],
    [['--report', 'json=docs'], 'cannot be written (EISDIR)'],
  ])('%j is refused with what to write', async (args, words) => {
    const { err, code } = await project(files).run([...args, 'docs']);
    expect(err).toContain(words);
    expect(code).toBe(2);
  });
});

describe('the text', () => {
  it('ends with a summary of one screen after a thousand findings', async () => {
    const stale = '```python\nprint(1)\n```\n\n```output\n2\n```\n\n'.repeat(20);
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`docs/${i}.md`, stale]));
    const { out } = await project(many).run(['docs']);
    const screen = out.split('\n').slice(-24).join('\n');
    for (const words of [
      '50 files, ',
      '1000 stale',
      'findings in 50 files:',
      '42 other files',
      '1000 findings: 1000 value',
    ]) {
      expect(screen).toContain(words);
    }
  });

  it('marks where a line differs, under both, or under the expected one where that has a gap or a placeholder', async () => {
    const page = (printed: string, shown: string) =>
      `\`\`\`python\nimport sys\nprint(f"${printed}")\n\`\`\`\n\n\`\`\`output\n${shown}\n\`\`\`\n`;
    const { run } = project({
      'both.md': page('loss 0.25, then 7', 'loss 0.25, then 8'),
      'gap.md': page('loss 0.25 after 4000 steps, then 7', 'loss 0.25 ... steps, then 8'),
      'placeholder.md': page('Python {sys.version.split()[0]} and 7', 'Python ⟪version⟫ and 8'),
    });
    const { out } = await run(['.']);
    const caretOf = (file: string) => {
      const finding = out.split('\n\n').find((part) => part.startsWith(`${file}:`)) ?? '';
      const rows = finding.split('\n').filter((line) => /^ +(?:expected|came out)? +│/.test(line));
      const at = rows.findIndex((line) => /│ +\^$/.test(line));
      const expected = rows.find((line) => line.startsWith('  expected'));
      return [expected?.[rows[at]?.indexOf('^') ?? -1], rows[at - 1]?.trim().split(' ')[0]];
    };
    expect(caretOf('both.md')).toEqual(['8', 'came']);
    expect(caretOf('gap.md')).toEqual(['8', 'expected']);
    expect(caretOf('placeholder.md')).toEqual(['8', 'expected']);
    expect(out).toMatch(/^placeholder\.md:7:22 {2}value/m);
  });

  it('shows characters that nobody sees, marks the place behind them, and says of letters that they only look the same', async () => {
    const page = (printed: string, shown: string) =>
      `\`\`\`python\nprint("${printed}")\n\`\`\`\n\n\`\`\`output\n${shown}\n\`\`\`\n`;
    const { run } = project({
      'width.md': page('a\u200bb 1', 'a\u200bb 2'),
      'accent.md': page('e\u0301', '\u00e9'),
      'minus.md': page('\u22121', '-1'),
      '-x.md': page('a', 'b'),
      'control.md': page('\\x1b[1m\\nb', '\u001b[1m\nc'),
    });
    const { out } = await run(['.']);
    expect(out).toContain('  expected  │ a⟨200B⟩b·2\n  came out  │ a⟨200B⟩b·1\n            │          ^\n');
    expect(out).toMatch(/^accent\.md:6:1 .*It prints the same letters, which Unicode has in two forms/m);
    expect(out).toMatch(/^minus\.md:6:1 {2}value {2}\(line-1\): It prints something else\.$/m);
    expect(out).toMatch(/again: .* \.\/-x\.md#line-1$/m);
    expect(out).not.toContain('\u001b');
  });

  it('says of a Python of the machine that it is no sandbox', async () => {
    const { run } = project({ 'a.md': '```python\nprint(1)\n```\n\n```output\n1\n```\n' });
    expect((await run(['a.md'])).out).toMatch(/^Python: CPython .*no sandbox/m);
    expect((await run(['--engine', 'embedded', 'a.md'])).out).not.toContain('no sandbox');
  });

  it('shows the last lines of the code, and carries no control character to the terminal', async () => {
    const code = `a = 1\n${'b = 2\n'.repeat(6)}print("\\x1b[31mred\\x07")`;
    const { out } = await project({ 'a.mdx': `\`\`\`python\n${code}\n\`\`\`\n` }).run(['a.mdx']);
    expect(out).toContain('code  │ … 2 lines above');
    expect(out).toContain('code  │ print("');
    expect(out).toContain('␛[31mred␇');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});
