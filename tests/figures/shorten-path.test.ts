import { expect, it } from 'vitest';
import { at } from '../../src/core/at.ts';
import type { Point } from '../../src/core/point.ts';
import { spaced } from '../../src/figures/parts/curve.ts';
import { cutToFrame } from '../../src/figures/parts/cut-to-frame.ts';
import { shortenPath } from '../../src/figures/render/shorten-path.ts';

/** A path of `M`, `l`, `c` and `a` as a line: a hundred points for a curve or an arc. */
function pointsOf(d: string): Point[] {
  let from: Point = [0, 0];
  const points: Point[] = [];
  for (const [, letter = '', rest = ''] of d.matchAll(/([Mlca])([^Mlca]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    if (letter === 'a') {
      points.push(...arc(from, numbers));
      from = at(points, points.length - 1);
      continue;
    }
    const each = letter === 'c' ? 6 : 2;
    for (let i = 0; i < numbers.length; i += each) {
      const [x0, y0] = letter === 'M' ? [0, 0] : from;
      const places = spaced(0, each - 2, each / 2).map(
        (j): Point => [x0 + at(numbers, i + j), y0 + at(numbers, i + j + 1)],
      );
      points.push(...(letter === 'c' ? spaced(0.01, 1, 100).map((t) => bezier([from, ...places], t)) : places));
      from = at(places, places.length - 1);
    }
  }
  return points;
}

/** An arc by its ends and its radii: on the circle to which it is stretched, the center is above the middle of the ends. */
function arc([x0, y0]: Point, [rx = 1, ry = 1, , large = 0, sweep = 0, dx = 0, dy = 0]: readonly number[]): Point[] {
  const [u, v] = [dx / rx / 2, dy / ry / 2];
  const half = Math.hypot(u, v);
  const radius = Math.max(1, half);
  const above = (large === sweep ? -1 : 1) * Math.sqrt(radius ** 2 - half ** 2);
  const [cu, cv] = [u - (above * v) / half, v + (above * u) / half];
  const start = Math.atan2(-cv, -cu);
  const turn = Math.atan2(2 * v - cv, 2 * u - cu) - start;
  const whole = turn + (sweep ? (turn < 0 ? 2 * Math.PI : 0) : turn > 0 ? -2 * Math.PI : 0);
  return spaced(0.01, 1, 100).map((t): Point => {
    const angle = start + t * whole;
    return [x0 + rx * (cu + radius * Math.cos(angle)), y0 + ry * (cv + radius * Math.sin(angle))];
  });
}

/** De Casteljau's construction. */
function bezier(points: readonly Point[], t: number): Point {
  if (points.length === 1) return at(points, 0);
  const between = points.slice(1).map(([x, y], i): Point => {
    const [px, py] = at(points, i);
    return [px + t * (x - px), py + t * (y - py)];
  });
  return bezier(between, t);
}

/** The greatest distance of one of the points from a line. */
function farthest(points: readonly Point[], line: readonly Point[]): number {
  const distance = ([x, y]: Point, i: number) => {
    const [[ax, ay], [bx, by]] = [at(line, i), at(line, i + 1)];
    const [dx, dy] = [bx - ax, by - ay];
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(x - ax - t * dx, y - ay - t * dy);
  };
  return Math.max(...points.map((point) => Math.min(...line.slice(1).map((_, i) => distance(point, i)))));
}

const circle = spaced(0, 2 * Math.PI, 121).map((t): Point => [200 + 90 * Math.cos(t), 150 + 90 * Math.sin(t)]);
const ellipse = circle.map(([x, y]): Point => [2 * x, y / 3]);
const wave = spaced(0, 400, 250).map((x): Point => [x, 100 * Math.sin(x / 40)]);
const zigzag = spaced(0, 300, 31).map((x, i): Point => [x, i % 2 === 0 ? 0 : 200 - x / 2]);
const cornered = [...wave.slice(0, 100), ...wave.slice(0, 100).map(([x, y]): Point => [x, y + 140])];

it.each([
  ['a circle', circle, 50],
  ['an ellipse', ellipse, 60],
  ['most of an ellipse', ellipse.slice(7, -5), 40],
  ['a part of an ellipse, the other way', ellipse.slice(70, 110).toReversed(), 40],
  ['a parabola', spaced(-100, 100, 60).map((x): Point => [x, (x * x) / 50]), 140],
  ['a wave', wave, 300],
  ['a zigzag', zigzag, 400],
  ['a curve with corners', cornered, 320],
  [
    'one place twice',
    [
      [3, 4],
      [3, 4],
    ] as const,
    8,
  ],
])('%s is short, and stays where it was', (_what, points, most) => {
  const short = shortenPath(`M${points.join('L')}`);
  expect(short.length).toBeLessThanOrEqual(most);
  // A tenth of a unit, and what rounding adds.
  expect(farthest(points, pointsOf(short))).toBeLessThan(0.18);
  expect(farthest(pointsOf(short), points)).toBeLessThan(0.28);
});

it('a zigzag keeps every corner, and nothing becomes a curve', () => {
  const short = shortenPath(`M${zigzag.join('L')}`);
  expect(short).not.toContain('c');
  expect(short.match(/[\d.]+/g)).toHaveLength(2 * zigzag.length);
});

it('lines are cut where the frame hides them, and lines within it stay whole', () => {
  const frame = { width: 100, height: 80, marginLeft: 10, marginRight: 10, marginTop: 10, marginBottom: 10 };
  const drawn = (d: string) => {
    const attributes = new Map([['d', d]]);
    const path = {
      getAttribute: (name: string) => attributes.get(name),
      setAttribute: (name: string, value: string) => attributes.set(name, value),
    };
    const mark = { querySelectorAll: () => [path] } as unknown as SVGElement;
    Reflect.apply(cutToFrame, undefined, [[], {}, {}, frame, {}, () => mark]);
    return attributes.get('d');
  };
  expect(drawn('M20,20L40,40L20,40Z')).toBe('M20,20L40,40L20,40Z');
  expect(drawn('M0,40L200,40')).toBe('M6,40L94,40');
  // A closed line that begins inside is one line, not two that meet where it begins.
  expect(drawn('M50,40L50,200L60,200L60,40Z')).toBe('M60,74L60,40L50,40L50,74');
  expect(drawn('M200,0L200,80L300,80Z')).toBe('');
});
