import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/examples/report.ts';
import { project, root } from './command.ts';

const lesson = [
  '```python name=sum',
  'total = 1 + 1',
  'print(total)',
  '```',
  '',
  '```output',
  '2',
  '```',
  '',
  '```python name=other',
  'print(7)',
  '```',
  '',
  '```output',
  '7',
  '```',
  '',
  'It is <Value of="sum" expr="total">2</Value>, not <Value of="sum" expr="total + 1">4</Value>.',
  '',
  '<DerivativeRules>',
  '',
  '| function | derivative |',
  '| --- | --- |',
  '| `x**2` | `2*x` |',
  '| `x**3` | `2*x` |',
  '',
  '</DerivativeRules>',
  '',
].join('\n');

describe('the report for the site', () => {
  const setUp = () => {
    const { run, path } = project({ 'content/a.mdx': lesson });
    const read = () => JSON.parse(readFileSync(path('.cache/report.json'), 'utf8')) as Report;
    return { run, read, write: (text: string) => writeFileSync(path('content/a.mdx'), text) };
  };

  it('has every example, value and rule with the verdict of its own', async () => {
    const { run, read } = setUp();
    await run([]);
    const { examples, claims } = read();
    expect(examples.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['sum', 'verified'],
      ['other', 'verified'],
    ]);
    expect(claims.map(({ verdict }) => verdict)).toEqual(['verified', 'stale', 'verified', 'stale']);
  });

  it('has every exercise with what its check was run on, and keeps it while another part is verified', async () => {
    const { run, read, write } = setUp();
    write(`${readFileSync(join(root, 'tests/verify/pass/exercise/lesson.mdx'), 'utf8')}\n${lesson}`);
    await run([]);
    const { exercises } = read();
    expect(exercises).toMatchObject([
      { file: 'content/a.mdx', verdict: 'verified', ranAt: '2026-01-02T03:04:05.000Z' },
    ]);
    expect(exercises[0]?.mutants).toBeGreaterThan(0);
    expect(exercises[0]?.engines).toHaveLength(1);
    await run(['content/a.mdx#other']);
    expect(read().exercises).toEqual(exercises);
  });

  it('keeps the verdicts of the rest when one example is verified, and drops those of removed examples', async () => {
    const { run, read, write } = setUp();
    await run([]);
    const before = read();
    await run(['content/a.mdx#other']);
    expect(read().claims).toEqual(before.claims);
    expect(read().examples).toHaveLength(2);
    write(lesson.slice(0, lesson.indexOf('It is')).replaceAll('other', 'another'));
    await run([]);
    expect(read().examples.map(({ id }) => id)).toEqual(['sum', 'another']);
    expect(read().claims).toEqual([]);
  });
});
