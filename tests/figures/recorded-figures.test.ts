import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { drawRecordedFigure } from '../../src/figures/recorded/draw-recorded-figure.ts';
import { readRecordedFigure } from '../../src/figures/recorded/recorded-figure.ts';
import { record } from '../python/matplotlib/record.ts';
import { elementTree } from './element-tree.ts';
import { expectGolden } from './golden.ts';
import { recordedPrograms } from './recorded-programs.ts';
import { corners, marks, numbersIn, textBoxes, words } from './render.ts';

function draw(data: unknown, id = 'f'): SVGSVGElement {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  return drawRecordedFigure(readRecordedFigure(data), id, document);
}

/** Programs of a test, each with its one figure drawn. */
function drawAll(programs: readonly string[]): SVGSVGElement[] {
  return record(programs).map(({ figures, error }) => {
    expect(error).toBeNull();
    expect(figures.length).toBe(1);
    return draw(figures[0]);
  });
}

function drawOne(program: string): SVGSVGElement {
  const [svg] = drawAll([program]);
  if (!svg) throw new Error('nothing was drawn');
  return svg;
}

function attributes(svg: Element): { name: string; value: string }[] {
  return [svg, ...svg.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
}

const names = Object.keys(recordedPrograms);
const recordings = record(Object.values(recordedPrograms));
const drawn = names.map((name, i): [string, unknown] => [name, recordings[i]?.figures[0]]);

describe.each(drawn)('%s', (name, data) => {
  const id = `recorded-${name}`;
  const svg = draw(data, id);

  it('is the drawing that was accepted', () => {
    expectGolden(id, svg);
  });

  it('is one image to a screen reader, with a title and a description of its content', () => {
    const named = (attribute: string) => svg.querySelector(`#${svg.getAttribute(attribute)}`)?.textContent ?? '';
    expect(svg.getAttribute('role')).toBe('img');
    expect(named('aria-labelledby')).not.toBe('');
    expect(named('aria-describedby').length).toBeGreaterThan(60);
    expect(named('aria-describedby')).not.toMatch(/NaN|undefined|Infinity/);
    expect(svg.querySelectorAll('g[aria-label], g[aria-hidden]').length).toBe(0);
  });

  it('has ids that are its own, and refers to no other', () => {
    const ids = attributes(svg)
      .filter((attribute) => attribute.name === 'id')
      .map(({ value }) => value);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((one) => one.startsWith(`${id}-`))).toBe(true);
    for (const { value } of attributes(svg).filter((attribute) => attribute.value.includes('url('))) {
      expect(svg.querySelector(value.slice(4, -1))).not.toBeNull();
    }
  });

  it('has only real numbers, and colors that are colors', () => {
    for (const { name: key, value } of attributes(svg).filter(
      ({ name: key }) => !key.startsWith('aria') && key !== 'href',
    )) {
      expect(value, key).not.toMatch(/NaN|undefined|Infinity|null/);
      if (['fill', 'stroke'].includes(key)) {
        expect(value).toMatch(/^(none|currentColor|#[0-9a-f]{3,8}|var\(--color-[a-z-]+\)|color-mix\(in srgb,.*\))$/);
      }
    }
  });

  it('is small, and has no style or script of its own', () => {
    expect(Buffer.byteLength(svg.outerHTML)).toBeLessThan(60_000);
    expect(svg.querySelector('style, script, foreignObject, a')).toBeNull();
  });

  it('keeps its words within the drawing', () => {
    const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
    const boxes = textBoxes(svg).filter(({ text }) => text !== '');
    const outside = boxes.filter(
      ({ left, right, top, bottom }) => left < -3 || right > width + 3 || top < -3 || bottom > height + 3,
    );
    expect(outside).toEqual([]);
  });

  it('is the same when it is drawn again', () => {
    expect(elementTree(draw(data, id))).toEqual(elementTree(svg));
  });
});

describe('where things are', () => {
  it('puts a line through its points, with the limits of Matplotlib', () => {
    const svg = drawOne('plt.plot([0, 1, 2], [0, 10, 20])');
    const points = corners(marks(svg, 'line')[0]?.querySelector('path') ?? marks(svg, 'line')[0]);
    const [from, to] = [points[0], points.at(-1)];
    const [left, right, top, bottom] = frameOf(svg);
    const share = (value: number, a: number, b: number) => (value - a) / (b - a);
    expect(share(from?.[0] ?? 0, left, right)).toBeCloseTo(0.1 / 2.2, 2);
    expect(share(to?.[0] ?? 0, left, right)).toBeCloseTo(2.1 / 2.2, 2);
    expect(share(to?.[1] ?? 0, bottom, top)).toBeCloseTo(21 / 22, 2);
  });

  it('cuts marks off at the limits', () => {
    const svg = drawOne('plt.plot([0, 100], [0, 100]); plt.quiver([0], [0], [9], [9]); plt.xlim(0, 1); plt.ylim(0, 1)');
    for (const mark of ['line', 'arrows']) {
      expect(svg.querySelector(`[data-mark="${mark}"]`)?.getAttribute('clip-path')).toBe('url(#f-1-clip)');
    }
  });

  it.each([
    ['plt.axis("equal")', 'plt.plot([0, 10], [0, 1]); plt.axis("equal")'],
    ['an aspect of 1', 'plt.plot([0, 10], [0, 1]); plt.gca().set_aspect("equal")'],
  ])('draws a unit of x as long as one of y: %s', (_what, program) => {
    const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = []] = corners(
      drawOne(program).querySelector('[data-mark="line"] path') ?? undefined,
    );
    expect((x1 - x0) / (y0 - y1)).toBeCloseTo(10, 0);
  });

  it('draws a long line with as many points as show, and each peak among them', () => {
    const svg = drawOne('y = [0.0] * 50000\ny[31234] = 7.0\nplt.plot(y)');
    const line = svg.querySelector('[data-mark="line"] path') ?? undefined;
    expect(corners(line).length).toBeLessThan(1900);
    expect(line?.getAttribute('d')?.length).toBeLessThan(16_000);
    const [, , top, bottom] = frameOf(svg);
    const heights = corners(line).map(([, y]) => y);
    expect((Math.min(...heights) - bottom) / (top - bottom)).toBeCloseTo(7.35 / 7.7, 2);
  });

  it('leaves a gap where a number is missing', () => {
    const svg = drawOne('plt.plot([1, 2, None, 4, 5])');
    expect(svg.querySelector('[data-mark="line"] path')?.getAttribute('d')?.match(/M/g)?.length).toBe(2);
  });

  it('draws a value of 0 on a log axis as falling out of the picture', () => {
    const svg = drawOne('plt.semilogy([1, 0.1, 0])');
    const [, , , bottom] = frameOf(svg);
    expect(corners(svg.querySelector('[data-mark="line"] path') ?? undefined).at(-1)?.[1]).toBeGreaterThan(
      bottom + 100,
    );
  });

  it('turns an axis round', () => {
    const svg = drawOne('plt.plot([0, 1], [0, 1]); plt.gca().invert_yaxis()');
    const [[, y0 = 0] = [], [, y1 = 0] = []] = corners(svg.querySelector('[data-mark="line"] path') ?? undefined);
    expect(y1).toBeGreaterThan(y0);
  });

  it('aligns panels, and has their positions for narrow screens', () => {
    const svg = drawOne('fig, (a, b) = plt.subplots(1, 2)\na.plot([1, 2]); b.plot([1000, 2000]); b.set_title("t")');
    const panels = [...svg.querySelectorAll('.recorded-panel')];
    const [one, two] = panels.map((panel) =>
      numbersIn(panel.querySelector('[data-mark="frame"] path')?.getAttribute('d') ?? ''),
    );
    expect(one?.[1]).toBe(two?.[1]);
    expect(svg.getAttribute('style')).toMatch(/^--wide:36rem;--shape:576\/\d+$/);
    expect(panels[1]?.getAttribute('style')).toMatch(/^--stacked:translate\(0px,\d+(\.\d)?px\) scale\(2\)$/);
  });
});

/** Left, right, top and bottom of the (first) picture's frame. */
function frameOf(svg: Element): [number, number, number, number] {
  const d = svg.querySelector('[data-mark="frame"] path')?.getAttribute('d') ?? '';
  const found = /^M([\d.]+),([\d.]+)V([\d.]+)M([\d.]+)/.exec(d)?.slice(1).map(Number) ?? [];
  const [left = 0, top = 0, bottom = 0, right = 0] = found;
  return [left, right, top, bottom];
}

describe('colors', () => {
  const ink = (program: string) => drawOne(program).querySelector('[data-mark="line"] g[stroke]');

  it.each([
    ['black is ink', 'k', 'var(--color-ink)'],
    ['white is paper', 'w', 'var(--color-surface)'],
    ['a grey is in between', '0.4', 'color-mix(in srgb,var(--color-ink) 60%,var(--color-surface))'],
    ['a color stays', 'crimson', '#dc143c'],
  ])('%s', (_what, color, paint) => {
    const line = ink(`plt.plot([1, 2], color="${color}")`);
    expect(line?.getAttribute('stroke')).toBe(paint);
    expect(line?.getAttribute('style')).toBeNull();
  });

  it('has a lighter one for a dark page where it would not be seen there', () => {
    const line = ink('plt.plot([1, 2], color="navy")');
    expect(line?.getAttribute('stroke')).toBe('#000080');
    expect(line?.getAttribute('style')).toMatch(/^stroke:light-dark\(#000080,#[0-9a-f]{6}\)$/);
  });

  it('uses the background color of the dark page', () => {
    const source = (path: string) => readFileSync(new URL(`../../src/${path}`, import.meta.url), 'utf8');
    const ground = /const darkGround = 0x([0-9a-f]{6});/.exec(source('figures/recorded/adapt-colors.ts'))?.[1];
    const [, dark = ''] = source('styles/tokens.css').split('@media (prefers-color-scheme: dark)');
    expect(/--color-surface: #([0-9a-f]{6});/.exec(dark)?.[1]).toBe(ground);
  });

  it('leaves colors that stand for numbers as they are', () => {
    const svg = drawOne('plt.scatter([1, 2], [1, 2], c=[0, 1], cmap="gray")');
    expect(
      marks(svg, 'mapped points')
        .flatMap((group) => [...group.querySelectorAll('circle')])
        .map((dot) => dot.getAttribute('fill')),
    ).toEqual(['#000000', '#ffffff']);
  });
});

describe('marks on a colored background', () => {
  const program =
    'plt.imshow([[0, 1]]); plt.plot([0, 1], [0, 0], "k"); plt.text(0, 0, "in"); plt.text(0, 9, "out"); plt.title("t")';
  const svg = drawOne(program);
  const fill = (text: string) =>
    [...svg.querySelectorAll('text')]
      .find((one) => one.textContent === text)
      ?.closest('[fill]')
      ?.getAttribute('fill');

  it('keeps its color on a dark page as well', () => {
    expect(svg.querySelector('[data-mark="line"] g[stroke]')?.getAttribute('stroke')).toBe('#000000');
    expect(fill('in')).toBe('#000');
  });

  it('and what does not lie on it is ink', () => {
    expect([fill('out'), fill('t')]).toEqual(['var(--color-ink)', 'var(--color-ink)']);
  });
});

describe('words from a program are words', () => {
  const evil = '<img src=x onerror=alert(1)> & "quotes" *stars*';

  test('they are text in every place that shows them', () => {
    const said = JSON.stringify(evil);
    const svg = drawOne(`t = ${said}
plt.plot([1, 2], label=t); plt.legend(title=t); plt.title(t); plt.xlabel(t); plt.ylabel(t); plt.suptitle(t)
plt.text(0, 1, t); plt.annotate(t, (0, 1)); plt.xticks([0, 1], [t, t])`);
    const shown = words(svg).map((text) => text.replace(/\s+/g, ' '));
    expect(shown.filter((text) => text === evil).length).toBeGreaterThanOrEqual(7);
    expect(svg.querySelector('img, script, tspan.variable')).toBeNull();
    expect(svg.outerHTML).not.toContain('<img');
  });
});
