import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { surfaces } from '../../src/site/site-facts.ts';

const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8');
const [lightCss = '', darkCss = '', chosenCss = ''] = css.split(
  /@media \(prefers-color-scheme: dark\)|:root:where\(\[data-theme="dark"\]\)/,
);
const themes = {
  light: colorsIn(lightCss),
  dark: { ...colorsIn(lightCss), ...colorsIn(darkCss) },
};

const meanings = ['function', 'tangent', 'gradient', 'step', 'loss'];
const texts = ['ink', 'ink-soft', 'code-keyword', 'code-string', 'code-comment', 'code-number', ...meanings];
const grounds = ['surface', 'surface-raised'];

type Vector = readonly [number, number, number];

function colorsIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/--color-([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

function linear(hex: string): Vector {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function transform(rows: readonly Vector[], [a, b, c]: Vector): Vector {
  const row = (index: number) => {
    const [x, y, z] = rows[index] ?? [0, 0, 0];
    return x * a + y * b + z * c;
  };
  return [row(0), row(1), row(2)];
}

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) =>
    transform(
      [
        [0.2126, 0.7152, 0.0722],
        [0, 0, 0],
        [0, 0, 0],
      ],
      linear(hex),
    )[0];
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Linear sRGB to OKLab (Björn Ottosson, 2020). */
function okLab(rgb: Vector): Vector {
  const cones: readonly Vector[] = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ];
  const lab: readonly Vector[] = [
    [0.2104542553, 0.793617785, -0.0040720468],
    [1.9779984951, -2.428592205, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.808675766],
  ];
  const [l, m, s] = transform(cones, rgb);
  return transform(lab, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
}

/** How colors look to eyes that lack one kind of cone: Machado, Oliveira and Fernandes (2009), severity 1, on linear sRGB. */
const eyes: Readonly<Record<string, readonly Vector[]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function difference(one: string, other: string, eye: readonly Vector[]): number {
  const [a, b] = [one, other].map((hex) => {
    const [red, green, blue] = transform(eye, linear(hex));
    return okLab([Math.max(0, red), Math.max(0, green), Math.max(0, blue)]);
  });
  return a && b ? 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) : 0;
}

it('the dark palette is the same by the system and by choice', () => {
  const dark = colorsIn(darkCss);
  expect(Object.keys(dark).length).toBeGreaterThan(15);
  expect(colorsIn(chosenCss.split('@media')[0] ?? '')).toEqual(dark);
});

it('what browsers are told of the background is the background', () => {
  expect(surfaces).toEqual({ light: themes.light['surface'], dark: themes.dark['surface'] });
});

describe.each(Object.entries(themes))('the %s palette', (_theme, colors) => {
  const color = (name: string) => colors[name] ?? '';

  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground])))(
    'sets %s readably on %s',
    (text, ground) => {
      expect(contrast(color(text ?? ''), color(ground ?? ''))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('draws outlines that can be seen', () => {
    expect(contrast(color('rule-strong'), color('surface'))).toBeGreaterThanOrEqual(3);
    expect(contrast(color('focus'), color('surface'))).toBeGreaterThanOrEqual(3);
  });

  // 8 is about four times what side-by-side patches need to be told apart, since lines are thin.
  it.each(Object.entries(eyes))('keeps its five meanings apart for %s', (_name, eye) => {
    const pairs = meanings.flatMap((one, index) => meanings.slice(index + 1).map((other) => [one, other] as const));
    const close = pairs.filter(([one, other]) => difference(color(one), color(other), eye) < 8);
    expect(close).toEqual([]);
  });
});
