import { describe, expect, it } from 'vitest';
import type { BlockResult, EngineIdentity } from '../../src/python/engine.ts';
import { enginesDiffer } from '../../src/verify/judge/engines-differ.ts';
import { judgeExample } from '../../src/verify/judge/judge.ts';
import { judgeFile } from '../../src/verify/judge/judge-file.ts';
import { readLesson } from '../../src/verify/read/read-lesson.ts';
import { planSessions } from '../../src/verify/run/plan.ts';

const place = { file: 'a.md', line: 1, column: 1 };
const base: BlockResult = { end: { how: 'returned' }, stdout: '', stderr: '', values: [], figures: [], seconds: 0.42 };
const printed = (text: string): BlockResult => ({ ...base, stdout: Buffer.from(text).toString('base64') });
const raised = (name: string, message: string): BlockResult => ({
  ...base,
  end: {
    how: 'raised',
    exception: { types: [name, 'Exception'], summary: `${name}: ${message}`, line: 1, column: 0, traceback: '' },
  },
});
const engine = (kind: EngineIdentity['kind']): EngineIdentity => ({
  kind,
  label: kind,
  location: `/${kind}`,
  caveats: [],
});
const guide = (code: string) => readLesson('a.md', `\`\`\`python\n${code}\n\`\`\`\n\nOutput:\n\n\`\`\`\n1\n\`\`\`\n`);

function findings(lesson: ReturnType<typeof guide>, native: BlockResult, embedded: BlockResult) {
  const [session] = planSessions(lesson);
  if (!session) throw new Error('The guide has no example.');
  const run = (kind: EngineIdentity['kind'], result: BlockResult) => ({
    session,
    engine: engine(kind),
    run: { results: [result], ranAt: '' },
    fromCache: false,
  });
  return judgeFile(lesson, [run('native', native), run('embedded', embedded)]).examples.flatMap((one) => one.findings);
}

describe('the words of a finding', () => {
  it.each([
    ['a page', 'a.md', '', /blocks before it on its page/],
    ['a session', 'a.md', ' session=one', /blocks before it that have the same `session`/],
    ['a lesson', 'a.mdx', '', /It runs alone/],
  ])('say what an example of %s sees, where it lacks a name', (_, file, options, hint) => {
    const lesson = readLesson(file, `\`\`\`python${options}\nprint(x)\n\`\`\`\n`);
    const [example] = lesson.extracted.examples;
    if (!example) throw new Error('The page has no example.');
    const { finding } = judgeExample(example, raised('NameError', "name 'x' is not defined"));
    expect(finding?.hint).toMatch(hint);
  });

  it.each(['verified', 'stale', 'raised', 'timed out', 'not run', 'unpinned'] as const)(
    'say in a sentence that one engine has %s',
    (verdict) => {
      const { finding } = enginesDiffer({ place, example: 'a' }, { verdict: 'verified' }, { verdict });
      expect(finding?.message).toMatch(
        /^On the embedded engine it (?:agrees|differs|ends|takes|is not|prints) .*; on the native one it/,
      );
      expect(finding?.message).not.toMatch(/\bis (?:raised|stale|timed out|verified|unpinned)\b/);
    },
  );

  it('tell that a thread of an earlier block may have printed some of it, where one still runs', () => {
    const [example] = guide('print(1)').extracted.examples;
    if (!example) throw new Error('The guide has no example.');
    const hintOf = (result: BlockResult) => judgeExample(example, result, { kind: 'native' }).finding?.hint ?? '';
    expect(hintOf({ ...printed('1\nmore\n'), beside: 'threads' })).toContain(
      'thread that an earlier block left running',
    );
    expect(hintOf(printed('1\nmore\n'))).not.toContain('thread');
  });

  it.each([
    ['native', '--python PATH'],
    ['embedded', '--engine native'],
  ] as const)('about a module that is missing say what to do on the %s engine, and not to expect it', (kind, words) => {
    const [example] = guide('import scipy').extracted.examples;
    if (!example) throw new Error('The guide has no example.');
    const { finding } = judgeExample(example, raised('ModuleNotFoundError', "No module named 'scipy'"), { kind });
    expect(finding?.hint).toContain(words);
    expect(finding?.hint).not.toContain('raises=');
  });

  it('say which Python reads an f-string that this one cannot parse', () => {
    const [example] = guide('1').extracted.examples;
    if (!example) throw new Error('The guide has no example.');
    const { verdict, finding } = judgeExample(example, raised('SyntaxError', "f-string: expecting '}'"));
    expect(verdict).toBe('raised');
    expect(finding?.hint).toContain('Python before 3.12');
  });

  it('about a timeout of the embedded engine only say that it is slower there', () => {
    const stopped: BlockResult = { ...base, end: { how: 'timed out', after: 30 } };
    const [finding] = findings(guide('print(1)'), printed('1\n'), stopped);
    expect(finding).toMatchObject({ kind: 'timed out', again: ['--engine', 'embedded'] });
    expect(finding?.message).toContain('It is slower on the embedded engine; the native one took 0.4 s');
    const both = findings(guide('print(1)'), stopped, stopped);
    expect(both.map(({ message }) => message)).toEqual(['It did not end within 30 s and was stopped.']);
    expect(both[0]?.again).toEqual(['--engine', 'both', '--python', '/native']);
  });

  it('about engines that differ repeat both', () => {
    const [finding] = findings(guide('print(1)'), printed('1\n'), printed('2\n'));
    expect(finding).toMatchObject({ kind: 'engines differ', again: ['--engine', 'both', '--python', '/native'] });
  });

  it.each([
    ['x = 1\nx', 'write `print(x)`'],
    ['import numpy as np\nnp.add(1, 0)  # the sum', 'write `print(np.add(1, 0))`'],
    ['x = 1', undefined],
    ['print(end="")', undefined],
    ['for i in range(0):\n    i', undefined],
  ])('of %j, which prints nothing, tell what is missing', (code, words) => {
    const lesson = readLesson('a.mdx', `\`\`\`python\n${code}\n\`\`\`\n\n\`\`\`output\n1\n\`\`\`\n`);
    const [finding] = findings(lesson, base, base);
    expect(finding?.kind).toBe('value');
    if (words === undefined) expect(finding?.hint).toBeUndefined();
    else expect(finding?.hint).toContain(words);
  });

  it('of a call in a guide say nothing of its value, which is known to be none', () => {
    const [finding] = findings(guide('print(1)\nclose()'), base, base);
    expect(finding?.kind).toBe('value');
    expect(finding?.hint).toBeUndefined();
  });
});
