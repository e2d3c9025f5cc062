import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { at } from '../../../src/core/at.ts';
import { figureFrame } from '../../../src/figures/parts/figure-frame.ts';
import { dot } from '../../../src/figures/parts/marks.ts';
import { type PanelFrame, panel } from '../../../src/figures/parts/panel.ts';
import { marks, place, render, words } from '../render.ts';

const options: PanelFrame = {
  name: 'sample',
  title: 'A sample',
  description: 'It has one point.',
  height: 300,
  view: { x: [0, 10], y: [-1, 1] },
  margins: { left: 40, right: 10, top: 30, bottom: 50 },
  ticks: { x: [0, 5], y: [-1, 1], yFormat: (value) => `${value} m` },
  xTitle: { text: 'time', dy: 40 },
  yTitle: { text: 'height', dx: -30, dy: -16 },
};
const moves = [dot([[5, 0]], { fill: 'black', r: 3 })];

test('a panel has its marks where its view and its margins say', () => {
  const figure = panel({ ...options, marks: moves });
  expect(figureFrame(figure).toDrawing([5, 0])).toEqual([40 + 390 / 2, 30 + 220 / 2]);
  const circle = at(marks(render(figure), 'dot'), 0);
  expect([circle.getAttribute('cx'), circle.getAttribute('cy')].map(Number)).toEqual([235, 140]);
});

test('a panel names its axes: numbers in the format of each, titles below the middle and at the upper left corner', () => {
  const svg = render(panel({ ...options, marks: moves }));
  expect(words(svg)).toEqual(['0', '5', '-1 m', '1 m', 'height', 'time']);
  const [yTitle, xTitle] = marks(svg, 'text').map(place);
  expect(yTitle).toEqual({ x: 40, y: 30 });
  expect(xTitle).toEqual({ x: 235, y: 250 });
});

test('of a panel with a ground, axes, titles and fixed marks belong to the ground', () => {
  const figure = panel({
    ...options,
    marks: moves,
    ground: { key: 'still', marks: () => [dot([[1, 0]], { fill: 'black', r: 1 })] },
  });
  const svg = render(figure);
  const moving = svg.querySelector('.figure-moving');
  expect(moving?.querySelectorAll('circle').length).toBe(1);
  expect(moving?.querySelectorAll('text').length).toBe(0);
  expect(svg.querySelectorAll('circle').length).toBe(2);
  expect(words(svg)).toEqual(words(render(panel({ ...options, marks: moves }))));
});

const figureFiles = ['lesson', 'explorable'].flatMap((room) => {
  const folder = fileURLToPath(new URL(`../../../src/figures/${room}/`, import.meta.url));
  return readdirSync(folder).map((file) => ({ file: `${room}/${file}`, text: readFileSync(folder + file, 'utf8') }));
});

test.each(figureFiles)('$file leaves margins, scales and the type of its words to the chart kit', ({ text }) => {
  expect(text).not.toMatch(/\bmargin(Left|Right|Top|Bottom)?:|\b[xy]: \{ domain\b|Pick<Figure\b/);
});
