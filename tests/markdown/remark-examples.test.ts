import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/examples/example.ts';
import type { Report, ReportedClaim, ReportedExample } from '../../src/examples/report.ts';
import type { ProofRecord } from '../../src/markdown/proof-record.ts';
import { type Proof, remarkExamples } from '../../src/markdown/remark-examples.ts';
import { attributes, elements, processLesson, textOf } from './process-lesson.ts';

const file = 'content/guide/02-test.mdx';
const lesson = [
  'Before.',
  '',
  '```python name=first session=walk',
  'x = 1',
  'print(x)',
  '```',
  '',
  '```output',
  '1',
  '```',
  '',
  '<Note title="Inside">',
  '',
  '```python name=second session=walk raises=ZeroDivisionError',
  'x / 0',
  '```',
  '',
  '</Note>',
  '',
  '```python illustrative="needs a network"',
  'fetch()',
  '```',
  '',
  'Now x is <Value of="first" expr="x">1</Value>, and one more is <Value of="first" expr="x + 1" format="d">2</Value>.',
  '',
  '<DerivativeRules>',
  '',
  '| function | code | derivative |',
  '| --- | --- | --- |',
  '| a | `x**2` | `2*x` |',
  '| b | `x**3` | `3*x**2` |',
  '',
  '</DerivativeRules>',
  '',
].join('\n');

/** A hash that can be read: the digest of an example is then what it is made from. */
const hash = (text: string) => text;
const ofFirst = JSON.stringify([[], 'x = 1\nprint(x)\n', '1\n', null]);
const values = [
  ['x', ''],
  ['x + 1', 'd'],
];
const digests = {
  first: ofFirst,
  second: JSON.stringify([[['x = 1\nprint(x)\n', ...values]], 'x / 0\n', null, 'ZeroDivisionError']),
};
const claimDigests = {
  x: JSON.stringify(['value', ofFirst, [], ['x', ''], '1']),
  'x + 1': JSON.stringify(['value', ofFirst, [['x', '']], ['x + 1', 'd'], '2']),
  'x**2': JSON.stringify(['rule', 'x**2', '2*x']),
  'x**3': JSON.stringify(['rule', 'x**3', '3*x**2']),
};

function report(id: keyof typeof digests, verdict: Verdict, digest = digests[id]): ReportedExample {
  return {
    file,
    id,
    digest,
    verdict,
    output: '',
    figures: [],
    engines: ['CPython 3.13.1'],
    ranAt: '2026-11-23T10:00:00.000Z',
  };
}

function claim(of: keyof typeof claimDigests, verdict: Verdict = 'verified'): ReportedClaim {
  return { file, digest: claimDigests[of], verdict };
}

const allClaims = (['x', 'x + 1', 'x**2', 'x**3'] as const).map((of) => claim(of));

function process(...examples: ReportedExample[]) {
  return processWith({ examples });
}

function processWith({ examples = [], claims = [] }: Partial<Pick<Report, 'examples' | 'claims'>>, text = lesson) {
  const lookUp = {
    example: (path: string, id: string) => examples.find((one) => one.file === path && one.id === id),
    claim: (path: string, digest: string) => claims.find((one) => one.file === path && one.digest === digest),
  };
  return processLesson(text, {
    remark: [[remarkExamples, { report: lookUp, hash, fileName: (path: string) => path.slice(6) }]],
  });
}

describe('remarkExamples', () => {
  it('makes one example of a fence and its output, wherever they stand', async () => {
    const { tree } = await process();
    const examples = elements(tree, 'Example');
    expect(examples.map((example) => elements(example, 'pre').map((pre) => textOf(pre)))).toEqual([
      ['x = 1\nprint(x)\n', '1\n'],
      ['x / 0\n'],
      ['fetch()\n'],
    ]);
    expect(elements(tree, 'pre')).toHaveLength(4);
    expect(elements(tree, 'Note').flatMap((note) => elements(note, 'Example'))).toEqual([examples[1]]);
  });

  it('gives an example with figures its place, for an error in one of them', async () => {
    const { tree } = await process({ ...report('first', 'verified'), figures: [{ version: 1 }] });
    const [first, second] = elements(tree, 'Example').map((example) => attributes(example));
    const place = `${file}:${lesson.slice(0, lesson.indexOf('```python')).split('\n').length}`;
    expect([first?.['figures'], first?.['place']]).toEqual(['[{"version":1}]', place]);
    expect(second).not.toHaveProperty('place');
  });

  it('names each example and the one it continues', async () => {
    const { tree } = await process();
    expect(elements(tree, 'Example').map((example) => attributes(example))).toEqual([
      { id: 'first', lines: '3', name: 'first', session: 'walk', row: 'test/first' },
      {
        ...{
          id: 'second',
          lines: '1',
          name: 'second',
          session: 'walk',
          continues: 'first',
          raises: 'ZeroDivisionError',
        },
        row: 'test/second',
      },
      { id: 'line-20', lines: '1', reason: 'needs a network', verdict: 'illustrative', row: 'test/line-20' },
    ]);
  });

  it('carries the verdict of a report on this very code, and records the engine and the time', async () => {
    const { tree, frontmatter } = await process(report('first', 'verified'), report('second', 'stale'));
    const [first = {}, second = {}] = elements(tree, 'Example').map((example) => attributes(example));
    expect([first['verdict'], second['verdict']]).toEqual(['verified', 'stale']);
    const { examples } = frontmatter['record'] as ProofRecord;
    const run = { engines: ['CPython 3.13.1'], ranAt: '2026-11-23T10:00:00.000Z' };
    expect(examples).toMatchObject([
      { id: 'first', verdict: 'verified', ...run },
      { id: 'second', verdict: 'stale', ...run },
      { id: 'line-20', verdict: 'illustrative', reason: 'needs a network', engines: [], ranAt: '' },
    ]);
  });

  it('gives each value a verdict of its own, which its example cannot lend it', async () => {
    const verdicts = async (...claims: ReportedClaim[]) =>
      elements((await processWith({ examples: [report('first', 'verified')], claims })).tree, 'Value').map(
        (value) => attributes(value)['verdict'],
      );
    expect(await verdicts()).toEqual([undefined, undefined]);
    expect(await verdicts(claim('x'))).toEqual(['verified', undefined]);
    expect(await verdicts(claim('x + 1', 'stale'), claim('x'))).toEqual(['verified', 'stale']);
  });

  it('gives a table of rules the verdict that all its rows have', async () => {
    const verdict = async (...claims: ReportedClaim[]) =>
      attributes(elements((await processWith({ claims })).tree, 'DerivativeRules')[0] as never)['verdict'];
    expect(await verdict()).toBeUndefined();
    expect(await verdict(claim('x**2'))).toBeUndefined();
    expect(await verdict(claim('x**2'), claim('x**3', 'stale'))).toBe('stale');
    expect(await verdict(claim('x**2'), claim('x**3'))).toBe('verified');
  });

  it.each([
    ['the sentence', '>2</Value>', '>3</Value>', [2, 1, 2]],
    ['an expression', 'expr="x + 1"', 'expr="x + 2"', [1, 1, 2]],
    ['a format', 'format="d"', 'format=".1f"', [1, 1, 2]],
    ['a value evaluated before it', 'expr="x">', 'expr="x, x">', [1, 0, 2]],
    ['the code', 'print(x)', 'print(x + 0)', [0, 0, 2]],
    ['the output', '```output\n1', '```output\n2', [1, 0, 2]],
    ['how the example ends', 'raises=ZeroDivisionError', 'raises=ValueError', [1, 2, 2]],
    ['a derivative', '3*x**2', '2*x**2', [2, 2, 1]],
    ['a function', '`x**3`', '`x**4`', [2, 2, 1]],
  ])('counts as proven only what stands unchanged: %s', async (_, from, to, [examples, ofValues, rules]) => {
    expect(lesson).toContain(from);
    const all = { examples: [report('first', 'verified'), report('second', 'verified')], claims: allClaims };
    const { frontmatter } = await processWith(all, lesson.replace(from, to));
    const { examples: run, values: inSentences, rules: inTables } = frontmatter['proof'] as Proof;
    expect([run.verified, inSentences.verified, inTables.verified]).toEqual([examples, ofValues, rules]);
  });

  it('takes a report on other code for no report', async () => {
    const { tree, frontmatter } = await process(report('first', 'verified', 'another digest'));
    const [first = {}] = elements(tree, 'Example').map((example) => attributes(example));
    expect(first).not.toHaveProperty('verdict');
    expect(frontmatter['proof']).toMatchObject({ examples: { all: 2, verified: 0 }, engines: [], ranAt: '' });
  });

  it('leaves a formula as it is without its `<Formula>`, and counts those that agree', async () => {
    const code = '```python name=first\nx = 1\n```\n\n';
    const open = (where: string) => `<Formula of="first" where="${where}">`;
    const text = `${code}Now ${open('a')}$f'(x) = 2x$</Formula> and\n\n${open('b')}\n\n$$\nx = 1\n$$\n\n</Formula>\n\n- <Formula untied="no run has it">$f'(2) = 3$</Formula>\n`;
    const bare = text.replaceAll(/<\/?Formula[^>]*>\n?\n?/g, '').replace('$$\n\n\n', '$$\n\n');
    const digest = JSON.stringify([
      'formula',
      JSON.stringify([[], 'x = 1\n', null, null]),
      "f'(x) = 2x",
      [{ is: 'bound', name: 'a', expr: 'a' }],
      null,
      null,
    ]);
    const [tied, plain] = await Promise.all([
      processWith({ claims: [{ file, digest, verdict: 'verified' }] }, text),
      processWith({}, bare),
    ]);
    // Blank lines between elements show as nothing.
    const shown = ({ children }: (typeof tied)['tree']) =>
      JSON.stringify(children.slice(2), (key, value) => (key === 'position' ? undefined : value))
        .replaceAll(/\{"type":"text","value":"\\n"\},?|,(?=\])/g, '')
        .replaceAll(',]', ']');
    expect(shown(tied.tree)).toBe(shown(plain.tree));
    expect((tied.frontmatter['proof'] as Proof).formulas).toEqual({ all: 2, verified: 1 });
  });

  it('sums up the page', async () => {
    const examples = [report('first', 'verified'), report('second', 'verified')];
    const { frontmatter } = await processWith({
      examples,
      claims: [claim('x'), claim('x**2'), claim('x**3', 'stale')],
    });
    const proof: Proof = {
      examples: { all: 2, verified: 2 },
      illustrative: 1,
      values: { all: 2, verified: 1 },
      rules: { all: 2, verified: 1 },
      formulas: { all: 0, verified: 0 },
      engines: ['CPython 3.13.1'],
      ranAt: '2026-11-23T10:00:00.000Z',
    };
    expect(frontmatter['proof']).toEqual(proof);
    expect(frontmatter['record']).toMatchObject({
      examples: [
        {
          values: [
            { text: '1', expr: 'x', verdict: 'verified' },
            { text: '2', expr: 'format(x + 1, "d")', verdict: undefined },
          ],
        },
        { values: [] },
        { values: [] },
      ],
      rules: [
        { function: 'x**2', derivative: '2*x', verdict: 'verified' },
        { function: 'x**3', derivative: '3*x**2', verdict: 'stale' },
      ],
    });
  });

  it('marks a formula that differs from its run, in a sentence and alone, and leaves no trace of one that agrees', async () => {
    const formula = (where: string, tex: string) => `<Formula of="first" where="${where}">${tex}</Formula>`;
    const text = `${lesson}\nSo ${formula('x = 1', '$x = 1$')} and ${formula('x = 2', '$x = 2$')}.\n\n${formula('x = 3', '\n\n$$\nx = 3\n$$\n\n')}\n`;
    // The hash is what was hashed: it names the formula.
    const claimed = (path: string, digest: string): ReportedClaim | undefined => {
      const tex = /x = \d(?!.*x = \d)/s.exec(digest)?.[0];
      if (!digest.includes('"formula"') || tex === undefined) return undefined;
      return tex === 'x = 1'
        ? { file: path, digest, verdict: 'verified' }
        : { file: path, digest, verdict: 'stale', problem: `It says ${tex}.` };
    };
    const lookUp = { example: () => undefined, claim: claimed };
    const options = { report: lookUp, hash, fileName: (path: string) => path.slice(6) };
    const { tree } = await processLesson(text, { remark: [[remarkExamples, options]] });
    const stale = ['span', 'div']
      .flatMap((name) => elements(tree, name))
      .filter((one) => attributes(one)['data-stale']);
    expect(stale.map((one) => [attributes(one)['data-stale'], textOf(one).trim()])).toEqual([
      ['It says x = 2.', 'x = 2'],
      ['It says x = 3.', 'x = 3'],
    ]);
    expect(elements(tree, 'Formula')).toEqual([]);
    expect(textOf(tree)).toContain('So x = 1 and x = 2.');
  });
});
