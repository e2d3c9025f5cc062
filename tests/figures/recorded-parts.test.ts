import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { traceAreas, traceLines } from '../../src/figures/parts/trace-contours.ts';
import { describeRecordedFigure } from '../../src/figures/recorded/describe-recorded-figure.ts';
import { readRecordedFigure } from '../../src/figures/recorded/recorded-figure.ts';
import { simplifyLine } from '../../src/figures/recorded/simplify-line.ts';
import { svgElement } from '../../src/figures/recorded/svg-element.ts';
import { wrapText } from '../../src/figures/recorded/text.ts';
import { thinLine } from '../../src/figures/recorded/thin-line.ts';
import { givenTicks, linearTicks, logTicks, shortNumber } from '../../src/figures/recorded/ticks.ts';
import { recordOne } from '../python/matplotlib/record.ts';

describe('contour lines', () => {
  const side = Array.from({ length: 41 }, (_, i) => (i - 20) / 10);
  const bowl = side.map((y) => side.map((x) => x * x + y * y));

  it('runs once around a bowl, at its height', () => {
    const [circle = [], ...more] = traceLines(bowl, 1);
    expect(more).toEqual([]);
    expect(circle[0]).toEqual(circle.at(-1));
    // Between two grid points a tenth apart, x² is off its chord by at most (0.1 / 2)²: so is the height of the line.
    for (const [i, j] of circle)
      expect(Math.abs(((i - 20) / 10) ** 2 + ((j - 20) / 10) ** 2 - 1)).toBeLessThan(0.00251);
  });

  it('ends at the edge of the grid when it leaves it', () => {
    const lines = traceLines(bowl, 5);
    expect(lines.length).toBe(4);
    for (const line of lines)
      for (const end of [line[0], line.at(-1)]) expect(end?.some((at) => at === 0 || at === 40)).toBe(true);
  });

  it('does not cross itself at a saddle, but parts', () => {
    const lines = traceLines(
      side.map((y) => side.map((x) => x * y)),
      0.001,
    );
    expect(lines.length).toBe(2);
  });

  // From `plt.contour([[0, 1], [1, 0]], levels=[level]).allsegs[0]` of Matplotlib 3.
  it.each([
    [0.4, '0,0.4-0.4,0 1,0.6-0.6,1'],
    [0.5, '0,0.5-0.5,1 1,0.5-0.5,0'],
    [0.6, '0,0.6-0.4,1 1,0.4-0.6,0'],
  ])('parts at a saddle as Matplotlib does, at height %s', (level, wanted) => {
    const sorted = (ends: string[]) => ends.toSorted().join('-');
    const saddle = [
      [0, 1],
      [1, 0],
    ];
    const lines = traceLines(saddle, level).map((line) => sorted(line.map((point) => point.join(','))));
    expect(lines.toSorted()).toEqual(
      wanted
        .split(' ')
        .map((line) => sorted(line.split('-')))
        .toSorted(),
    );
  });

  it('leaves out values that are not numbers', () => {
    const torn = bowl.map((row, j) => row.map((value, i) => (i > 20 && j > 20 ? Number.NaN : value)));
    const [line = []] = traceLines(torn, 1);
    expect(line[0]).not.toEqual(line.at(-1));
  });

  it('runs around the part of a grid that is high, along its edge too', () => {
    expect(
      traceAreas(
        [
          [5, 5],
          [5, 5],
        ],
        1,
      ),
    ).toEqual([
      expect.arrayContaining([
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 1],
      ]),
    ]);
    expect(
      traceAreas(
        [
          [0, 0],
          [0, 0],
        ],
        1,
      ),
    ).toEqual([]);
    for (const ring of traceAreas(bowl, 5)) expect(ring[0]).toEqual(ring.at(-1));
  });

  it('has the whole grid with a hole of the right size around a bowl', () => {
    const [hole = 0, whole = 0] = traceAreas(bowl, 1)
      .map((ring) => Math.abs(signedArea(ring)))
      .sort((a, b) => a - b);
    expect(whole).toBeCloseTo(1600, 6);
    expect(hole / (Math.PI * 100)).toBeCloseTo(1, 2);
  });
});

function signedArea(ring: readonly (readonly [number, number])[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [px, py] = ring[i - 1] ?? [x, y];
    return sum + (px * y - x * py) / 2;
  }, 0);
}

test.each([
  [0, 10, 9, '0 2 4 6 8 10'],
  [-0.05, 1.05, 9, '0.0 0.2 0.4 0.6 0.8 1.0'],
  [0, 1, 4, '0.00 0.25 0.50 0.75 1.00'],
  [-3.6, 9.6, 6, '−2.5 0.0 2.5 5.0 7.5'],
  [10, 0, 5, '0 2 4 6 8 10'],
  [0, 3e6, 3, '0 1 2 3 ×10⁶'],
  [0, 4e-6, 4, '0 1 2 3 4 ×10⁻⁶'],
  [1e5, 3e5, 4, '100000 150000 200000 250000 300000'],
])('from %s to %s in at most %s steps stand %s', (low, high, most, said) => {
  const { ticks, multiplier } = linearTicks([low, high], most);
  expect([...ticks.map(({ label }) => label), ...(multiplier === '' ? [] : [multiplier])].join(' ')).toBe(said);
});

test.each([
  [1, 1000, 9, '10⁰ 10¹ 10² 10³'],
  [1e-15, 1, 5, '10⁻¹² 10⁻⁸ 10⁻⁴ 10⁰'],
  [0.7, 8, 9, '10⁰ 2×10⁰ 3×10⁰ 4×10⁰ 6×10⁰'],
  [3, 3.2, 5, '3.00 3.05 3.10 3.15 3.20'],
])('in powers of ten from %s to %s stand %s', (low, high, most, said) => {
  const labels = logTicks([low, high], most)
    .ticks.map(({ label }) => label)
    .filter((label) => label !== '');
  expect(labels.join(' ')).toBe(said);
});

test('ticks that a program chose stand where they are, with its words, within the limits', () => {
  expect(givenTicks([0, 5, 20], ['a', 'b', 'c'], [0, 10]).ticks).toEqual([
    { at: 0, label: 'a' },
    { at: 5, label: 'b' },
  ]);
  expect(givenTicks([0.5, -2], null, [1, -3]).ticks.map(({ label }) => label)).toEqual(['0.5', '−2']);
});

test.each([
  [0, '0'],
  [-0.25, '−0.25'],
  [123456, '123456'],
  [1234567, '1.23457×10⁶'],
  [2.5e-7, '2.5×10⁻⁷'],
  [1 / 3, '0.333333'],
])('%s is written %s', (value, text) => {
  expect(shortNumber(value)).toBe(text);
});

test('text is broken between words, and stays whole where there is room', () => {
  expect(wrapText('a title that is long', 10, 60)).toBe('a title that\nis long');
  expect(wrapText('short', 10, 60)).toBe('short');
});

test('a line loses points only where they do not show', () => {
  const points = Array.from({ length: 400 }, (_, i): [number, number] => [i, 50 * Math.sin(i / 40)]);
  const few = simplifyLine(points, 0.1);
  expect(few.length).toBeLessThan(100);
  expect(few[0]).toEqual(points[0]);
  expect(few.at(-1)).toEqual(points.at(-1));
  const closed: [number, number][] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ];
  expect(simplifyLine(closed, 0.1)).toEqual(closed);
});

test('a thinned line keeps its gaps and its ends', () => {
  const points = Array.from({ length: 3000 }, (_, i): [number, number] => [i / 10, i === 1500 ? Number.NaN : i % 7]);
  const kept = thinLine(points, (point) => point);
  expect(kept.length).toBeLessThan(1300);
  expect(kept.filter(([, y]) => Number.isNaN(y)).length).toBe(1);
  expect([kept[0], kept.at(-1)]).toEqual([points[0], points.at(-1)]);
});

test('an element holds text as text', () => {
  const { document } = parseHTML('<svg></svg>');
  const element = svgElement(document, 'text', { x: 1, y: null }, ['<b>']);
  expect(element.outerHTML).toBe('<text x="1">&lt;b&gt;</text>');
});

describe('data from a program', () => {
  const good = recordOne('plt.plot([1, 2]); plt.scatter([1], [1]); plt.title("t"); plt.legend(["a"])').figures[0];
  type Data = {
    version: number;
    panels: { marks: Record<string, unknown>[]; x: Record<string, unknown>; title: unknown }[];
  };

  function broken(change: (data: Data) => void): () => unknown {
    const data = structuredClone(good) as Data;
    change(data);
    return () => readRecordedFigure(data);
  }
  const panelOf = (data: Data) => data.panels[0] ?? { marks: [], x: {}, title: '' };
  const markOf = (data: Data) => panelOf(data).marks[1] ?? {};

  it('is read when it is as it should be', () => {
    expect(broken(() => undefined)).not.toThrow();
  });

  it.each([
    [
      'another version',
      (data: Data) => Object.assign(data, { version: 2 }),
      'figure.version is 2; this page draws version 1',
    ],
    [
      'a color that is an address',
      (data: Data) => Object.assign(markOf(data), { color: 'url(https://example.org)' }),
      'figure.panels[0].marks[1].color should be a color, and is "url(https://example.org)"',
    ],
    [
      'a color with more behind it',
      (data: Data) => Object.assign(markOf(data), { color: '#ff0000;x' }),
      'should be a color',
    ],
    [
      'a word for a number',
      (data: Data) => Object.assign(markOf(data), { x: [1, 'two'] }),
      'figure.panels[0].marks[1].x[1] should be a number, and is "two"',
    ],
    [
      'limits that are not finite',
      (data: Data) => Object.assign(panelOf(data).x, { limits: ['nan', 1] }),
      'figure.panels[0].x.limits[0] should be a finite number',
    ],
    [
      'a kind that there is not',
      (data: Data) => Object.assign(markOf(data), { kind: 'constructor' }),
      'figure.panels[0].marks[1].kind should be one of line, rule',
    ],
    [
      'a title that is no text',
      (data: Data) => Object.assign(panelOf(data), { title: null }),
      'figure.panels[0].title should be an object',
    ],
    [
      'a dash of its own',
      (data: Data) => Object.assign(markOf(data), { dash: '1 2' }),
      'should be one of solid, dashed',
    ],
    [
      'a list without end',
      (data: Data) => Object.assign(panelOf(data), { marks: Array(5001).fill(markOf(data)) }),
      'has 5001 items, more than the 5000',
    ],
    [
      'limits that are one',
      (data: Data) => Object.assign(panelOf(data).x, { limits: [1, 1] }),
      'should be two different numbers',
    ],
    [
      'a log axis through zero',
      (data: Data) => Object.assign(panelOf(data).x, { scale: 'log', limits: [0, 1] }),
      'figure.panels[0].x.limits of a log axis should be above 0',
    ],
    [
      'no size',
      (data: Data) => Object.assign(data, { size: [0, 1] }),
      'figure.size[0] should be a number above 0, and is 0',
    ],
    [
      'a list that is shorter than the other',
      (data: Data) => Object.assign(markOf(data), { y: [] }),
      'figure.panels[0].marks[1].y should have as many values as x, 2, and has 0',
    ],
    ['no list', (data: Data) => Object.assign(data, { panels: 'x' }), 'figure.panels should be a list, and is "x"'],
  ])('is refused for %s', (_what, change, message) => {
    expect(broken(change)).toThrow(message);
  });

  it.each([[null], ['x'], [[]], [undefined], [7]])('is refused when it is %s', (value) => {
    expect(() => readRecordedFigure(value)).toThrow(TypeError);
  });
});

describe('the description', () => {
  const describe_ = (program: string) => describeRecordedFigure(readRecordedFigure(recordOne(program).figures[0]));

  it.each([
    [
      'plt.plot([0, 2], [1, 9], label="loss")',
      'Plot of lines',
      'Horizontal axis from −0.1 to 2.1; Vertical axis from 0.6 to 9.4. It shows a line through 2 points from (0, 1) to (2, 9) (loss).',
    ],
    [
      'plt.scatter([1, 3], [2, 5]); plt.title("Data"); plt.xlabel("size")',
      'Data',
      'Data. Horizontal axis, size, from 0.9 to 3.1; Vertical axis from 1.85 to 5.15. It shows 2 points with x from 1 to 3 and y from 2 to 5.',
    ],
    [
      'plt.hist([1, 1, 2], bins=2)',
      'Plot of bars',
      'Horizontal axis from 0.95 to 2.05; Vertical axis from 0 to 2.1. It shows a histogram of 2 bins of height 1 to 2.',
    ],
    [
      'plt.contour([[0, 1], [2, 3]], levels=[1, 2])',
      'Plot of contour lines',
      'Horizontal axis from 0 to 1; Vertical axis from 0 to 1. It shows contour lines at 2 heights, from 1 to 2.',
    ],
    [
      'plt.semilogy([1, 10])',
      'Plot of lines',
      'Horizontal axis from −0.05 to 1.05; Vertical axis from 0.8913 to 11.22 in powers of ten. It shows a line through 2 points from (0, 1) to (1, 10).',
    ],
  ])('%s', (program, title, description) => {
    expect(describe_(program)).toEqual({ title, description });
  });

  it('lists at most twelve things, and the number of others', () => {
    expect(describe_('for i in range(15): plt.plot([i])').description).toMatch(/and 3 more things\.$/);
  });
});
