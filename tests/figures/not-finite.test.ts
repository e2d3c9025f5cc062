import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { drawRecordedFigure } from '../../src/figures/recorded/draw-recorded-figure.ts';
import { readRecordedFigure } from '../../src/figures/recorded/recorded-figure.ts';
import { cases } from '../depth.ts';
import { record } from '../python/matplotlib/record.ts';

/** Numbers as a program of a reader may come to have: some of them are none. */
const value = fc.oneof(
  fc.constantFrom('nan', 'inf', '-inf', '0.0'),
  fc.integer({ min: -40, max: 40 }).map((tenths) => String(tenths / 4)),
);

const list = fc.array(value, { minLength: 1, maxLength: 5 }).map((values) => `[${values.join(', ')}]`);

/** Every way to give data, a place, a limit or a look to a picture: `D` is a list of numbers, `A` and `B` are numbers. */
const calls = [
  ...['plt.plot(D)', 'plt.plot(D, D, "o-", label="a"); plt.legend()', 'plt.step(R, D)', 'plt.stem(D)'],
  ...['plt.scatter(D, D)', 'plt.scatter(R, D, c=D)', 'plt.scatter(R, R, s=D)', 'plt.errorbar(R, D, yerr=D)'],
  ...['plt.bar(R, D)', 'plt.barh(R, D)', 'plt.bar(D, R)', 'plt.bar_label(plt.bar(R, D))', 'plt.bar(R, R, width=A)'],
  ...['plt.hist(D)', 'plt.hist(R, bins=D)', 'plt.hist(R, range=(A, B))', 'plt.fill_between(R, D)', 'plt.fill(D, D)'],
  ...['plt.imshow([D, D])', 'plt.imshow([R], vmin=A, vmax=B)', 'plt.imshow([R, R], extent=(0, A, 0, B))'],
  ...['plt.colorbar(plt.imshow([D]))', 'plt.contour([D, D, D])', 'plt.contourf(R, [1, 2], [D, D])'],
  ...['plt.contour([[0, 1], [2, 3]], levels=D)', 'plt.quiver(D, D, D, D)', 'plt.quiver(0, 0, A, B, scale=A)'],
  ...['plt.xlim(A, B)', 'plt.ylim(A)', 'plt.axis([0, 1, A, B])', 'plt.xticks(D)', 'plt.yticks([1, 2], rotation=A)'],
  ...[
    'plt.axhline(A, color="k", label="h"); plt.legend()',
    'plt.axvline(1, A, B)',
    'plt.axhspan(A, B)',
    'plt.axvspan(0, A)',
  ],
  ...[
    'plt.hlines(D, A, B)',
    'plt.text(A, B, "t")',
    'plt.text(0, 0, "t", fontsize=A, rotation=B)',
    'plt.title("t", fontsize=A)',
  ],
  'plt.annotate("t", (A, 1), (2, B), arrowprops=dict(arrowstyle="->"))',
  'plt.annotate("t", (0, 0), xytext=(A, 5), textcoords="offset points")',
  ...['plt.arrow(0, A, B, 1)', 'plt.plot([1, 2], lw=A)', 'plt.plot([1, 2], "o", ms=A)', 'plt.plot([1, 2], alpha=A)'],
  ...['plt.semilogy(D)', 'plt.loglog(D, D)', 'plt.plot(R); plt.margins(A)', 'plt.figure(figsize=(3, A))'],
  ...['plt.gca().set_aspect(A)', 'plt.subplots(1, 2, width_ratios=[1, A])', 'plt.plot(D)[0].set_linewidth(A)'],
];

const program = fc
  .record({ call: fc.constantFrom(...calls), data: list, a: value, b: value })
  .map(({ call, data, a, b }) =>
    ['from math import inf, nan', `D = ${data}`, `R = list(range(len(D)))`, `A, B = ${a}, ${b}`, call].join('\n'),
  );

/** The drawing as text, or the error that it ended with. */
function drawnOrWhy(figure: unknown): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  try {
    return drawRecordedFigure(readRecordedFigure(figure), 'f', document).outerHTML;
  } catch (error) {
    return String(error);
  }
}

describe('a picture of data that are not finite', () => {
  it('is drawn, or the call says what is wrong with the data; nothing that is not a number gets into it', () => {
    const programs = fc.sample(program, { numRuns: cases(300, 1500) });
    for (const [i, { figures, error }] of record(programs).entries()) {
      if (error !== null) expect(error, programs[i]).toMatch(/^ValueError: |^TypeError: (Input z|Length)/);
      for (const figure of figures) expect(drawnOrWhy(figure), programs[i]).not.toMatch(/NaN|Infinity|Error/);
    }
  });

  it('leaves gaps, and its limits follow from the finite data', () => {
    const limits = (call: string) => {
      const [{ figures: [figure] = [] } = { figures: [] }] = record([`from math import inf, nan\n${call}`]);
      const [panel] = readRecordedFigure(figure).panels;
      return [panel?.x.limits, panel?.y.limits].map((ends) => ends?.map((end) => Math.round(end * 100) / 100));
    };
    expect(limits('plt.plot([1, nan, 3])')).toEqual([
      [-0.1, 2.1],
      [0.9, 3.1],
    ]);
    expect(limits('plt.scatter([1, inf, 3], [2, 2.5, 4])')[0]).toEqual([0.9, 3.1]);
    expect(limits('plt.plot([nan, nan])')[1]).toEqual([0, 1]);
  });
});
