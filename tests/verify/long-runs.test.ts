import { expect, it } from 'vitest';
import { alike } from '../../src/examples/compare/alike.ts';
import { readPageCells } from '../../src/examples/extract/page-cells.ts';
import type { RunReport } from '../../src/verify/report/run-report.ts';
import { project } from './command.ts';

/** So long that what tries each way to divide a run does not end. */
const length = 2_000;
/** So long that what looks from each place of a run at each two others does not end. */
const greatLength = 20_000;

const units = [
  ...' \t\n\u00a01a_#.…,:`~*\'"()[]{}<>=-/\\$|%@',
  ...[', ', '... ', '...\n', '# ', '#\n', '>>> ', ')(', 'e1', '-1 ', ' object at 0x0', '-> ', "'a': ", "{'a", '<a '],
];

/** The run is in no line of its own, which could be a fence, and does not end what holds it. */
const inLine = (run: string) => run.replaceAll('```', '`` ').replaceAll('~~~', '~~ ').replaceAll('\n', ' ');
const inComment = (run: string) => run.replaceAll('\n', '\n# ');
const fence = (text: string, info = 'python') => `~~~~${info}\n${text}\n~~~~\n\n`;

/** A page that has the run in each place that is read or compared, and a block that is stale at its end. */
function page(unit: string): string {
  const run = unit.repeat(length);
  const printed = `print("a" + ${JSON.stringify(unit)} * ${length} + "b")`;
  const isFence = unit === '~';
  return [
    `Some text ${inLine(run)}x\n\n`,
    `It prints ${inLine(run)}x:\n\n`,
    fence('print(1)'),
    fence('1', 'text'),
    fence(printed),
    fence(`a${unit} ... ${unit}c`, 'output'),
    fence('print("a")'),
    isFence ? fence('b', 'output') : fence(`a${run}b`, 'output'),
    fence(`>>> ${printed}\na${unit}c\n>>> 1\n1`),
    fence(`print(2)  # -> ${inComment(run)} 3\n# ${inComment(run)}`),
    fence(`print(${JSON.stringify(`${run}x`)} + missing)`),
    fence('print(1)', `python title="${inLine(run).replaceAll('"', ' ')}`),
    fence('print(3)'),
    fence('4', 'output'),
  ].join('');
}

it('a page with a long run of anything in every place is judged to its end', async () => {
  const { run } = project(Object.fromEntries(units.map((unit, i) => [`${i}.md`, page(unit)])));
  const { code, out } = await run(['.', '--format', 'json']);
  expect(code).toBe(1);
  const { files } = JSON.parse(out) as RunReport;
  const last = files.map(({ findings }) => findings.at(-1)?.rows);
  expect(last).toEqual(
    units.map(() => [
      { side: 'expected', text: '4' },
      { side: 'actual', text: '3' },
    ]),
  );
});

it('texts with long runs of anything are compared to their end', () => {
  for (const unit of units) {
    const run = unit.repeat(greatLength);
    for (const shown of ['x\n', `a${run}z\n`, `z${unit}... ${run}\n`, `a ... b ... ${run}...\n...\nz\n`])
      expect(alike(shown, `a${run}y\n`)).toBeUndefined();
  }
});

it('a front matter of many lines is read in linear time', () => {
  const many = '  a: b\n'.repeat(greatLength);
  expect(readPageCells(`execute:\n${many}kernelspec:\n${many}x: 1`)).toEqual({ areOff: false, mayRaise: false });
  expect(readPageCells(`kernelspec:\n${many}  name: ir\n`)).toMatchObject({ otherKernel: 'ir' });
});

it('many more lines than expected are shown in linear time', async () => {
  const { run } = project({ 'a.md': `${fence('print("a\\n" * 50000)')}${fence('b', 'output')}` });
  const { out } = await run(['a.md']);
  expect(out).toContain('… and 49988 lines more');
});
