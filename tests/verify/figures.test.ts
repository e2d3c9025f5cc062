import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { figureChanges } from '../../src/verify/judge/compare-figures.ts';
import { pinFigure } from '../../src/verify/read/pinned-figures.ts';
import { sampleOf } from '../depth.ts';
import { machinePythons } from '../python/machine-pythons.ts';
import { project } from './command.ts';

const recorded = (y: readonly (number | null)[], more: object = {}) => ({
  version: 1,
  title: { text: '' },
  panels: [
    {
      title: { text: 'Loss' },
      x: { limits: [0, 3] },
      marks: [{ kind: 'line', label: 'train', x: [0, 1, 2], y, color: 'red', width: 1, ...more }],
    },
  ],
});
const heights = [9, 4.000000123, 1 / 3];
const before = pinFigure(recorded(heights));
const changes = (figure: unknown) => figureChanges(before, pinFigure(figure));

describe('a pinned figure', () => {
  it('is the same where another processor has computed the last bits', () => {
    const nearly = heights.map((one) => one * (1 + 2 ** -50));
    expect(changes(recorded(nearly))).toEqual([]);
  });

  it.each([
    ['a value', recorded([9, 4.1, 1 / 3]), 'series 1 “train” (line): y differs by up to 0.1'],
    [
      'the range',
      recorded([10, 4.000000123, 1 / 3]),
      'series 1 “train” (line): y differs by up to 1, from 0.333333 … 9 to 0.333333 … 10',
    ],
    ['a gap', recorded([9, null, 1 / 3]), 'series 1 “train” (line): y differs by up to 3.67'],
    ['a count', recorded([9, 4.000000123]), 'series 1 “train” (line): y has 2 values instead of 3'],
    ['a sign of little', recorded([9, 4.00002, 1 / 3]), 'series 1 “train” (line): y differs by up to 0.00002'],
    ['a color', recorded(heights, { color: 'blue' }), 'series 1 “train” (line): looks different'],
    ['a name', recorded(heights, { label: 'test' }), 'series 1 “test” (line): was called “train”'],
    ['the kind', recorded(heights, { kind: 'points' }), 'series 1 “train” (points) was line'],
    ['the axes', { ...recorded(heights), size: [3, 4] }, 'the axes, or the words around them, differ'],
    ['all series', { ...recorded(heights), panels: [] }, 'series 1 “train” (line) is missing'],
  ])('differs in %s', (_, figure, words) => {
    expect(changes(figure).join('; ')).toContain(words);
  });
});

const lesson = (height: string) =>
  `\`\`\`python name=plot\nimport matplotlib.pyplot as plt\n\nplt.plot([0, 1, 2], [0, 1, ${height}], label="curve")\nplt.show()\n\`\`\`\n`;

const drawing = machinePythons.find(({ matplotlib }) => matplotlib !== null)?.executable ?? 'python3';

describe.each(
  sampleOf('engines', [
    ['embedded', []],
    ['native', ['--python', drawing]],
  ]),
)('figures of a lesson, %s engine', (engine, options) => {
  it('are pinned by --update, and a change is a finding with both pictures', async () => {
    const { run, cwd, path } = project({ 'a.mdx': lesson('4'), 'a.figures.yaml': '{}\n' });
    const verify = (...args: string[]) => run(['--engine', engine, ...options, ...args, 'a.mdx']);
    expect((await verify()).out).toMatch(/a\.mdx:1:1 {2}figure {2}\(plot\): It draws a figure that is not pinned/);
    await verify('--update', '--yes');
    const pins = readFileSync(join(cwd, 'a.figures.yaml'), 'utf8');
    expect(pins).toContain('sample: [0, 1, 4]');
    expect(await verify()).toMatchObject({ code: 0 });
    writeFileSync(path('a.mdx'), lesson('5'));
    const { out, code } = await verify();
    expect(code).toBe(1);
    expect(out).toContain('series 1 “curve” (line): y differs by up to 1, from 0 … 4 to 0 … 5');
    const pictures = [...out.matchAll(/[^\s,:]+\.(?:before|after)\.svg/g)].map(([found]) => join(cwd, found));
    expect(pictures.map((picture) => existsSync(picture))).toEqual([true, true]);
    expect(readFileSync(pictures[0] ?? '', 'utf8')).toMatch(/^<svg[\s\S]*<path/);
    expect(readFileSync(join(cwd, 'a.figures.yaml'), 'utf8')).toBe(pins);
    writeFileSync(path('a.mdx'), '```python name=other\nx = 1\n```\n');
    expect((await verify()).out).toContain('Figures of `plot` are pinned, and the lesson has no such example.');
    await verify('--update', '--yes');
    expect(existsSync(join(cwd, 'a.figures.yaml'))).toBe(false);
  });
});
