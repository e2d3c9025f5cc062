import { expect, it } from 'vitest';
import type { ReportedFinding, RunReport } from '../../src/verify/report/run-report.ts';
import { upgradeChanges, upgradeText } from '../../src/verify/report/upgrade-changes.ts';
import { project } from './command.ts';

const engine = (label: string) => ({
  kind: 'native',
  label,
  location: `/${label}`,
  chosen: '',
  notRun: 0,
  caveats: [],
});
const report = (label: string, findings: readonly Partial<ReportedFinding>[]) =>
  ({ engines: [engine(label)], files: [{ file: 'a.md', findings }] }) as unknown as RunReport;
const place = { file: 'a.md', line: 6, column: 1 };
const stale = {
  kind: 'version',
  place,
  example: 'types',
  message: 'Only versions differ.',
  rows: [
    { side: 'both', text: 'same' },
    { side: 'expected', text: '0.5' },
    { side: 'actual', text: 'np.float64(0.5)' },
  ],
} as const;

it('names each output that only the other versions change, with its place, its kind, and the old and the new lines', () => {
  const old = { kind: 'value', place, message: 'It prints something else.', ranBy: 'one' } as const;
  const [from, to] = [report('one', [old]), report('two', [{ ...old, ranBy: 'two' }, stale])];
  expect(upgradeChanges(from, to)).toEqual([stale]);
  expect(upgradeText(from, to)).toBe(
    'one (/one) → two (/two): 1 change\na.md:6:1  version  (types): Only versions differ.\n  - 0.5\n  + np.float64(0.5)\n',
  );
  expect(upgradeText(to, to)).toBe('two (/two) → two (/two): nothing changes\n');
});

it('reads the reports of the command', async () => {
  const { run } = project({
    'a.md': '```python\nimport sys\nprint(sys.maxsize)\n```\n\nOutput:\n\n```\n2147483647\n```\n',
  });
  const [embedded, native] = await Promise.all(
    ['embedded', 'native'].map(async (kind) => JSON.parse((await run(['--engine', kind, '--json', 'a.md'])).out)),
  );
  expect(upgradeText(embedded, native)).toContain(': 1 change\na.md:9:1  value  (line-1)');
  expect(upgradeText(embedded, native)).toContain('  - 2147483647\n  + ');
});
