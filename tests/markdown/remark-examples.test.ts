import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/examples/example.ts';
import type { ReportedExample } from '../../src/examples/report.ts';
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
  'Now x is <Value of="first" expr="x">1</Value>.',
  '',
].join('\n');

/** A hash that can be read: the digest of an example is then what it is made from. */
const hash = (text: string) => text;
const digests = {
  first: JSON.stringify([[], 'x = 1\nprint(x)\n', '1\n', null]),
  second: JSON.stringify([['x = 1\nprint(x)\n'], 'x / 0\n', null, 'ZeroDivisionError']),
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

function process(...reports: ReportedExample[]) {
  const lookUp = (path: string, id: string) => reports.find((one) => one.file === path && one.id === id);
  return processLesson(lesson, {
    remark: [[remarkExamples, { lookUp, hash, fileName: (path: string) => path.slice(6) }]],
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

  it('says what each example is and what it goes on from', async () => {
    const { tree } = await process();
    expect(elements(tree, 'Example').map((example) => attributes(example))).toEqual([
      { id: 'first', name: 'first', session: 'walk' },
      { id: 'second', name: 'second', session: 'walk', continues: 'first', raises: 'ZeroDivisionError' },
      { id: 'line-20', reason: 'needs a network', verdict: 'illustrative' },
    ]);
  });

  it('carries the verdict, the engine and the time of a report on this very code', async () => {
    const { tree } = await process(report('first', 'verified'), report('second', 'stale'));
    const [first = {}, second = {}] = elements(tree, 'Example').map((example) => attributes(example));
    expect(first).toMatchObject({ verdict: 'verified', engines: 'CPython 3.13.1', ranAt: '2026-11-23T10:00:00.000Z' });
    expect(second).toMatchObject({ verdict: 'stale' });
  });

  it('gives a value the verdict of its example, or none', async () => {
    const verdicts = async (...reports: ReportedExample[]) =>
      elements((await process(...reports)).tree, 'Value').map((value) => attributes(value)['verdict']);
    expect(await verdicts(report('first', 'verified'))).toEqual(['verified']);
    expect(await verdicts(report('first', 'stale'))).toEqual(['stale']);
    expect(await verdicts(report('first', 'verified', 'another digest'))).toEqual([undefined]);
  });

  it('takes a report on other code for no report', async () => {
    const { tree, frontmatter } = await process(report('first', 'verified', 'another digest'));
    const [first = {}] = elements(tree, 'Example').map((example) => attributes(example));
    expect(first).not.toHaveProperty('verdict');
    expect(frontmatter['proof']).toMatchObject({ examples: 3, verified: 0, engines: [], ranAt: '' });
  });

  it('sums up the page', async () => {
    const { frontmatter } = await process(report('first', 'verified'), report('second', 'verified'));
    const proof: Proof = {
      examples: 3,
      verified: 2,
      illustrative: 1,
      values: 1,
      rules: 0,
      engines: ['CPython 3.13.1'],
      ranAt: '2026-11-23T10:00:00.000Z',
    };
    expect(frontmatter['proof']).toEqual(proof);
  });
});
