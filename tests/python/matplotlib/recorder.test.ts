import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readRecordedFigure } from '../../../src/figures/recorded/recorded-figure.ts';
import { pythons, record, recordOne } from './record.ts';

/** The figures of a program, read as the page reads them. */
function figures(program: string) {
  const recording = recordOne(program);
  expect(recording.error).toBeNull();
  return recording.figures.map(readRecordedFigure);
}

function panel(program: string) {
  const [figure] = figures(program);
  const first = figure?.panels[0];
  if (!first) throw new Error('no picture came back');
  return first;
}

/** What `print` says at the end of a program. */
function printed(program: string): string {
  const { error, printed: text } = recordOne(program);
  expect(error).toBeNull();
  return text.trimEnd();
}

describe('which figures are shown', () => {
  it.each([
    ['one that is left open', 'plt.plot([1])', 1],
    ['one that is shown', 'plt.plot([1]); plt.show()', 1],
    ['a new one after show', 'plt.plot([1]); plt.show(); plt.plot([2])', 2],
    ['one that is saved and then shown, once', 'plt.plot([1]); plt.savefig("a.png"); plt.show()', 1],
    [
      'one that is saved twice and changed in between',
      'plt.plot([1]); plt.savefig("a.png"); plt.plot([2]); plt.savefig("b.png")',
      2,
    ],
    ['one that is saved and closed', 'plt.plot([1]); plt.savefig("a.png"); plt.close()', 1],
    ['none that is closed before it was shown', 'plt.plot([1]); plt.close()', 0],
    ['none that is empty', 'plt.figure(); plt.show()', 0],
    ['two by number', 'plt.figure(1); plt.plot([1]); plt.figure(2); plt.plot([2]); plt.figure(1); plt.plot([3])', 2],
  ])('%s', (_what, program, count) => {
    expect(figures(program).length).toBe(count);
  });

  it('draws on the figure that was chosen, and gives figures back in their order', () => {
    const program = 'plt.figure(1); plt.plot([1]); plt.figure(2); plt.plot([2]); plt.figure(1); plt.plot([3])';
    expect(figures(program).map(({ panels }) => panels[0]?.marks.length)).toEqual([2, 1]);
  });

  it('forgets the figures that it has returned', () => {
    const program =
      'from matplotlib._recorder import take_figures\nplt.plot([1])\nprint(len(take_figures()), len(take_figures()))';
    expect(printed(program)).toBe('1 0');
  });

  it('shows a figure as it was when it was saved, whatever is done to it later', () => {
    const [first, second] = figures(
      'line, = plt.plot([1], color="r"); plt.savefig("a"); line.set_color("b"); plt.savefig("b")',
    );
    const inks = [first, second].map((figure) => figure?.panels[0]?.marks[0]);
    expect(inks).toMatchObject([{ color: '#ff0000' }, { color: '#0000ff' }]);
  });
});

describe('it takes numbers in any form', () => {
  it.each([
    ['a range and a tuple', 'plt.plot(range(3), (1, 2, 3))'],
    ['whatever has tolist', 'class A:\n    def tolist(self): return [0, 1, 2]\nplt.plot(A(), [1, 2, 3])'],
    [
      'a list of single numbers that have tolist',
      'class N:\n    def tolist(self): return 1\nplt.plot([0, N(), 2], [1, 2, 3])',
    ],
    ['the keys and values of a dict', 'd = {0: 1, 1: 2, 2: 3}\nplt.plot(d.keys(), d.values())'],
  ])('%s', (_what, program) => {
    expect(panel(program).marks).toMatchObject([{ kind: 'line', x: [0, 1, 2], y: [1, 2, 3] }]);
  });

  it('keeps gaps, and represents infinite numbers in JSON', () => {
    const [figure] = recordOne('plt.plot([1, None, float("inf"), float("-inf"), float("nan")])').figures;
    expect(JSON.stringify(figure)).toContain('[1.0,"nan","inf","-inf","nan"]'.replace('1.0', '1'));
    expect(panel('plt.plot([1, None, 3])').marks).toMatchObject([{ y: [1, Number.NaN, 3] }]);
  });

  it('needs no NumPy, and imports little', () => {
    const [python] = pythons;
    const program = [
      'import sys',
      `sys.path.insert(0, ${JSON.stringify(new URL('../../../src/python/packages', import.meta.url).pathname)})`,
      'before = set(sys.modules)',
      'import matplotlib.pyplot',
      'print(sorted(name for name in set(sys.modules) - before if not name.startswith("matplotlib")))',
    ].join('\n');
    expect(execFileSync(python?.executable ?? '', ['-S', '-c', program], { encoding: 'utf8' }).trim()).toBe(
      "['math', 'warnings']",
    );
  });
});

describe('the return values of calls', () => {
  it.each([
    [
      'lines',
      'line, = plt.plot([3, 4]); print(line.get_xdata(), line.get_ydata(), line.get_color(), line.get_label() == "")',
      '[0.0, 1.0] [3.0, 4.0] #1f77b4 True',
    ],
    [
      'counts and edges',
      'n, edges, bars = plt.hist([0, 1, 1, 2, 3], bins=3); print(n, edges, len(bars))',
      '[1.0, 2.0, 2.0] [0.0, 1.0, 2.0, 3.0] 3',
    ],
    ['bars', 'bars = plt.bar([0, 1], [5, 7]); print([bar.get_height() for bar in bars])', '[5.0, 7.0]'],
    ['heights', 'print(plt.contour([[0, 1], [2, 3]], levels=[1, 2]).levels)', '[1.0, 2.0]'],
    [
      'limits',
      'plt.plot([0, 10]); print(plt.xlim(), plt.ylim(), plt.axis())',
      '(-0.05, 1.05) (-0.5, 10.5) (-0.05, 1.05, -0.5, 10.5)',
    ],
    ['limits that were set', 'print(plt.xlim(0, 5)); print(plt.gca().set_ylim(bottom=-1))', '(0.0, 5.0)\n(-1.0, 1.0)'],
    [
      'an array of pictures',
      'fig, axes = plt.subplots(2, 3); print(axes.shape, axes.size, len(axes.flat if False else axes.ravel()), axes[1, 2] is axes.ravel()[5], axes[:, 0].shape)',
      '(2, 3) 6 6 True (2,)',
    ],
    ['one row of pictures', 'fig, (a, b) = plt.subplots(1, 2); print(a is b, plt.gca() is b)', 'False True'],
    ['one picture', 'fig, ax = plt.subplots(); print(ax is plt.gca(), fig is plt.gcf())', 'True True'],
    ['an array of one, if it is wanted', 'fig, axes = plt.subplots(squeeze=False); print(axes.shape)', '(1, 1)'],
    [
      'the colours of a map',
      'print(plt.cm.gray(0.0), plt.cm.viridis(1.0)[3], plt.get_cmap("tab10")(3)[0])',
      '(0.0, 0.0, 0.0, 1.0) 1.0 0.8392156862745098',
    ],
  ])('%s', (_what, program, text) => {
    expect(printed(program)).toBe(text);
  });
});

describe('format strings and looks', () => {
  it.each([
    ['"r--o"', { color: '#ff0000', dash: 'dashed', marker: { shape: 'circle' } }],
    ['"g^:"', { color: '#008000', dash: 'dotted', marker: { shape: 'triangle up' } }],
    ['"o"', { color: '#1f77b4', dash: null, marker: { shape: 'circle' } }],
    ['"-.k"', { color: '#000000', dash: 'dashdot', marker: null }],
    ['"C3"', { color: '#d62728', dash: 'solid', marker: null }],
    ['"k.-"', { color: '#000000', dash: 'solid', marker: { shape: 'point' } }],
    ['"x"', { dash: null, marker: { shape: 'cross', face: null, edge: '#1f77b4' } }],
    ['"steelblue"', { color: '#4682b4' }],
    [
      'ls="None", marker="s", mfc="none", mec="r", ms=10',
      { dash: null, marker: { shape: 'square', face: null, edge: '#ff0000', size: 10 } },
    ],
    ['lw=3, c="0.5", alpha=0.3, label="a", zorder=7', { color: '#808080', width: 3, alpha: 0.3, label: 'a' }],
    ['color=(1, 0, 0, 0.5)', { color: '#ff000080' }],
    ['color="#abc"', { color: '#aabbcc' }],
    ['color="tab:pink"', { color: '#e377c2' }],
  ])('plot(…, %s)', (look, expected) => {
    expect(panel(`plt.plot([1, 2], ${look})`).marks).toMatchObject([{ kind: 'line', ...expected }]);
  });

  it('gives series the colours of the cycle, and those of areas their own', () => {
    const inks = panel('for i in range(11): plt.plot([i])\nplt.bar([1], [1]); plt.scatter([1], [1])').marks.map(
      (mark) =>
        mark.kind === 'line'
          ? mark.color
          : mark.kind === 'bars'
            ? mark.fill
            : mark.kind === 'points'
              ? mark.colors
              : null,
    );
    expect(inks.slice(0, 4)).toEqual(['#1f77b4', '#ff7f0e', '#1f77b4', '#ff7f0e']);
    expect(inks.at(-1)).toBe('#1f77b4');
  });

  it('draws marks of a higher zorder later, lines over areas, and texts last', () => {
    const program = 'plt.text(0, 0, "a"); plt.plot([1]); plt.bar([1], [1]); plt.plot([2], zorder=0.5)';
    expect(panel(program).marks.map(({ kind }) => kind)).toEqual(['line', 'bars', 'line', 'text']);
  });
});

describe('mathematics in words', () => {
  it.each([
    ['$x^2$', 'x²'],
    [String.raw`$\alpha_0 + \theta_{i}$`, 'α₀ + θᵢ'],
    [String.raw`loss $\propto e^{-x}$`, 'loss ∝ e⁻ˣ'],
    [String.raw`$\frac{dy}{dx}$`, 'dy/dx'],
    [String.raw`$\frac{x+1}{2}$ and $\sqrt{x-1}$`, '(x + 1)/2 and √(x − 1)'],
    [String.raw`$\nabla f \cdot \mathbf{v} \leq 0$`, '∇f·v ≤ 0'],
    ['$-3 - x$', '−3 − x'],
    ['costs 5$', 'costs 5$'],
    [String.raw`\$3 and \$4`, '$3 and $4'],
  ])('%s', (source, text) => {
    expect(panel(`plt.title(${JSON.stringify(source)})`).title.text).toBe(text);
  });
});

const mistakes: [program: string, error: string][] = [
  [
    'plt.plot([1, 2, 3], [1, 2, 3, 4])',
    'ValueError: x and y must have same first dimension, but have shapes (3,) and (4,)',
  ],
  ['plt.plot([1], [1], "rz")', "ValueError: 'rz' is not a valid format string (unrecognized character 'z')"],
  ['plt.plot([1], [1], "rr")', "ValueError: 'rr' is not a valid format string (two color symbols)"],
  ['plt.plot([1], color="blu")', "ValueError: 'blu' is not a valid value for color: did you mean 'blue'?"],
  [
    'plt.plot([1], colr="b")',
    "AttributeError: Line2D.set() got an unexpected keyword argument 'colr'. Did you mean 'color'?",
  ],
  ['plt.plot([1], lw=1, linewidth=2)', "TypeError: Got both 'lw' and 'linewidth', which are aliases of one another"],
  ['plt.scatter([1, 2], [1])', 'ValueError: x and y must be the same size'],
  [
    'plt.scatter([1, 2], [1, 2], c=[1, 2, 3])',
    "ValueError: 'c' argument has 3 elements, which is inconsistent with 'x' and 'y' with size 2.",
  ],
  [
    'plt.scatter([1], [1], c=[1], cmap="virids")',
    "ValueError: 'virids' is not a valid value for cmap; did you mean 'viridis'?",
  ],
  [
    'plt.contour([1, 2, 3], [1, 2], [[1, 2], [3, 4]])',
    'TypeError: Length of x (3) must match number of columns in z (2)',
  ],
  ['plt.contour([1, 2, 3])', 'TypeError: Input z must be 2D, not 1D'],
  ['plt.contour([[1, 2], [3, 4]], levels=[3, 2])', 'ValueError: Contour levels must be increasing'],
  ['plt.contourf([[1, 2], [3, 4]], levels=[3])', 'ValueError: Filled contours require at least 2 levels.'],
  [
    'plt.quiver([0], [0], [1, 2], [1, 2])',
    'ValueError: Argument U has a size 2 which does not match 1, the number of arrow positions',
  ],
  ['plt.hist([1], bins=0)', 'ValueError: `bins` must be positive, when an integer'],
  ['plt.imshow([1, 2])', 'TypeError: Invalid shape (2,) for image data'],
  ['plt.xlim(float("nan"), 1)', 'ValueError: Axis limits cannot be NaN or Inf'],
  ['plt.subplot(2, 2, 5)', 'ValueError: num must be an integer with 1 <= num <= 4, not 5'],
  [
    'fig, axes = plt.subplots(2, 2); axes.plot([1])',
    "AttributeError: an array of Axes has no attribute 'plot': choose one of its 4 pictures, as in axes[0, 0].plot",
  ],
  ['plt.set_title("a")', "AttributeError: plt has no 'set_title'. Did you mean plt.title?"],
  ['plt.gca().xlabel("a")', "AttributeError: ax has no 'xlabel'. Did you mean ax.set_xlabel?"],
  ['plt.title()', "TypeError: set_title() missing 1 required positional argument: 'label'"],
  [
    'plt.plot([[1, 2], [3]])',
    'ValueError: setting an array element with a sequence. The requested array has an inhomogeneous shape: its rows differ in length',
  ],
  ['plt.plot([1]).set_color("r")', "AttributeError: 'list' object has no attribute 'set_color'"],
];

const refusals: [program: string, says: string, wayOut: string][] = [
  ['plt.pie([1, 2])', 'plt.pie is not part of the Matplotlib of this page', 'plt.bar'],
  ['plt.pcolormesh([[1]])', 'plt.pcolormesh', 'plt.contourf'],
  ['plt.subplots()[1].twinx()', 'ax.twinx', 'plt.subplots(2, 1, sharex=True)'],
  ['plt.figure().add_subplot(projection="3d")', "projection='3d'", 'flat'],
  ['plt.yscale("symlog")', "'symlog'", "'linear' and 'log'"],
  ['plt.plot([1], markevery=2)', 'plot(markevery=...)', 'x[::10]'],
  ['plt.plot([1], marker="$a$")', "The marker '$a$'", 'Markers are'],
  ['plt.hist([1], weights=[1])', 'hist(weights=...)', 'plt.bar'],
  ['plt.imshow([[1]], interpolation="bilinear")', "imshow(interpolation='bilinear')", "'nearest'"],
  ['plt.legend(bbox_to_anchor=(1, 1))', 'legend(bbox_to_anchor=...)', "loc='best'"],
  ['plt.style.use("ggplot")', "plt.style.use('ggplot')", 'Remove this line'],
  ['plt.rcParams["font.size"] = 14', "rcParams['font.size']", 'fontsize=12'],
  ['plt.savefig("a", transparent=True)', 'savefig(transparent=...)', 'its own colors'],
  ['plt.title(r"$\\hbar$")', '\\hbar', 'plain text'],
  ['plt.title("$x^{Q}$")', '$x^{Q}$', 'plain text'],
  ['plt.pause(0.1)', 'plt.pause', 'plt.subplots'],
  ['line, = plt.plot([1]); line.set_drawstyle("steps")', 'Line2D.set_drawstyle', 'set_linestyle'],
  ['import matplotlib.animation', 'matplotlib.animation', 'do not move'],
  ['from matplotlib.colors import LogNorm', 'matplotlib.colors', 'cmap='],
  ['from mpl_toolkits.mplot3d import Axes3D', 'mpl_toolkits', 'flat'],
  ['plt.scatter(range(20000), range(20000))', '20,000 points are more than a page can draw', 'x[::2]'],
  ['plt.plot(range(300000), range(300000))', '600,000 numbers', 'x[::10]'],
  ['class D:\n    year = 2000\nplt.plot([D()], [1])', 'A date', 'days since'],
];

describe('mistakes and refusals', () => {
  const answers = record([...mistakes, ...refusals].map(([program]) => program));

  it.each(mistakes.map(([program, error], i): [string, string, number] => [program, error, i]))(
    '%s',
    (_program, error, i) => {
      expect(answers[i]?.error).toBe(error);
    },
  );

  it.each(
    refusals.map(([program, says, wayOut], i): [string, string, string, number] => [
      program,
      says,
      wayOut,
      mistakes.length + i,
    ]),
  )('refuses %s by name, with a way out', (_program, says, wayOut, i) => {
    expect(answers[i]?.error).toContain(says);
    expect(answers[i]?.error).toContain(wayOut);
  });
});

describe('warnings in the words of Matplotlib', () => {
  it.each([
    ['plt.contour([[1, 2], [3, 4]], levels=[9])', 'No contour levels were found within the data range.'],
    ['plt.legend()', 'No artists with labels found to put in legend.'],
    ['plt.xlim(1, 1)', 'Attempting to set identical low and high xlims'],
    ['plt.yscale("log"); plt.ylim(-1, 10)', 'Attempt to set non-positive ylim on a log-scaled axis will be ignored.'],
  ])('%s', (program, words) => {
    const { error, warnings } = recordOne(program);
    expect(error).toBeNull();
    expect(warnings.join('\n')).toContain(words);
  });
});

describe('settings', () => {
  it('keeps those that it can', () => {
    const [figure] = figures(
      'plt.rcParams["figure.figsize"] = (8, 4)\nplt.rcParams["lines.linewidth"] = 3\nplt.rcParams["axes.grid"] = True\nplt.plot([1])',
    );
    expect(figure?.size).toEqual([8, 4]);
    expect(figure?.panels[0]).toMatchObject({ grid: { axis: 'both' }, marks: [{ width: 3 }] });
  });

  it('has a version, and accepts any backend', () => {
    expect(
      printed('import matplotlib\nmatplotlib.use("Agg")\nprint(matplotlib.__version__, matplotlib.get_backend())'),
    ).toBe('3.6.3 recorder');
  });
});

describe('a name that is nearly one', () => {
  const refusal = (word: string, words: readonly string[]) =>
    printed(
      `from matplotlib._refuse import nearest\nprint(nearest(${JSON.stringify(word)}, ${JSON.stringify(words)}))`,
    );
  const names = ['color', 'linewidth', 'linestyle', 'marker', 'label', 'alpha', 'Figure', 'figure'];
  it.each([
    ['colr', 'color'],
    ['colour', 'color'],
    ['lable', 'label'],
    ['LineWidth', 'linewidth'],
    ['line_style', 'linestyle'],
    ['markr', 'marker'],
    ['Figur', 'Figure'],
    ['figur', 'figure'],
    ['xyz', 'None'],
    ['temperature', 'None'],
  ])('%s: %s', (word, meant) => {
    expect(refusal(word, names)).toBe(meant);
  });
});
