import { readdirSync } from 'node:fs';
import { frame } from '@observablehq/plot';
import { describe, expect, it, test } from 'vitest';
import { figures } from '../../../src/figures/lesson/figures.ts';
import type { Figure } from '../../../src/figures/parts/figure.ts';
import { expectGolden } from '../golden.ts';
import { render, textBoxes } from '../render.ts';

const drawn = Object.entries(figures).map(([name, make]) => {
  const figure = make();
  return { name, figure, svg: render(figure) };
});

/** Every attribute of every element, as `name="value"`. */
function attributes(svg: SVGSVGElement): { name: string; value: string }[] {
  return [svg, ...svg.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
}

describe.each(drawn)('$name', ({ name, figure, svg }) => {
  it('is the drawing that was accepted', () => {
    expectGolden(name, svg);
  });

  it('carries its own name, a title, and a description of several sentences', () => {
    expect(figure.name).toBe(name);
    expect(figure.title).not.toBe('');
    expect(figure.description.split('. ').length).toBeGreaterThanOrEqual(2);
    expect(figure.description).not.toMatch(/NaN|undefined|Infinity|\*/);
  });

  it('is one image to a screen reader', () => {
    const named = (attribute: string) => svg.querySelector(`#${svg.getAttribute(attribute)}`)?.textContent;
    expect(svg.getAttribute('role')).toBe('img');
    expect(named('aria-labelledby')).toBe(figure.title);
    expect(named('aria-describedby')).toBe(figure.description);
    expect(svg.querySelectorAll('g[aria-label], g[aria-hidden]').length).toBe(0);
  });

  it('has ids that are its own', () => {
    const ids = attributes(svg).filter((attribute) => attribute.name === 'id');
    expect(new Set(ids.map(({ value }) => value)).size).toBe(ids.length);
    expect(ids.every(({ value }) => value.startsWith(`${name}-`))).toBe(true);
    for (const { value } of attributes(svg).filter((attribute) => attribute.value.startsWith('url(#'))) {
      expect(svg.querySelector(value.slice(4, -1))).not.toBeNull();
    }
  });

  it('is sized by the stylesheet alone', () => {
    expect(svg.getAttribute('viewBox')).toBe(`0 0 ${figure.width} ${figure.height}`);
    expect(['width', 'height', 'style'].map((attribute) => svg.getAttribute(attribute))).toEqual([null, null, null]);
    expect(svg.querySelector('style')).toBeNull();
  });

  it('keeps its words inside the picture, away from the text around it', () => {
    const outside = textBoxes(svg).filter(
      ({ left, right, top, bottom }) => left < 0 || right > figure.width || top < 0 || bottom > figure.height,
    );
    expect(outside).toEqual([]);
  });

  it('has only real numbers, with two decimals at most', () => {
    for (const attribute of attributes(svg).filter(({ name: key }) => !key.startsWith('aria') && key !== 'id')) {
      expect(attribute.value, attribute.name).not.toMatch(/NaN|undefined|Infinity|null|\d\.\d{3}/);
    }
  });

  it('takes its colors from the page', () => {
    const paints = attributes(svg).filter((attribute) => ['fill', 'stroke', 'color'].includes(attribute.name));
    expect(paints.length).toBeGreaterThan(2);
    for (const { value } of paints) expect(value).toMatch(/^(none|currentColor|var\(--color-[a-z-]+\))$/);
  });

  it('is readable on a phone, small, and not too tall', () => {
    const sizes = attributes(svg).filter((attribute) => attribute.name === 'font-size');
    expect(Math.min(...sizes.map(({ value }) => (Number(value) * 284) / figure.width))).toBeGreaterThan(9.5);
    expect(Buffer.byteLength(svg.outerHTML)).toBeLessThan(30_000);
    expect(figure.height).toBeLessThan(figure.width * 1.1);
  });

  it('is the same when drawn again', () => {
    expect(render(figures[name]?.() ?? figure).outerHTML).toBe(svg.outerHTML);
  });
});

test('there is a golden file for each figure and no other but the recorded ones', () => {
  const all = readdirSync(new URL('../golden', import.meta.url)).map((file) => file.replace('.svg', ''));
  const files = all.filter((name) => !name.startsWith('recorded-'));
  expect(files.sort()).toEqual(Object.keys(figures).sort());
});

test('options that make Plot wrap the drawing are refused', () => {
  const plot = { caption: 'no', marks: [frame()] };
  const figure: Figure = { name: 'x', title: 't', description: 'd', width: 10, height: 10, plot };
  expect(() => render(figure)).toThrow('figure x has a title, a caption or a legend; leave them to the page');
});
