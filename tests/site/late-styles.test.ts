import { expect, it } from 'vitest';
import { classesOf, stylesOf, unstyledClasses, withoutLateStyles } from '../../src/site/build/late-styles.ts';

it('a page links its own styles, and not those that come with a program', () => {
  const late = stylesOf(['const d=["_astro/cell.Ab1-.js","_astro/cell.Cd2_.css"]', 'import("./other.js")']);
  expect([...late]).toEqual(['cell.Cd2_.css']);
  const page = (links: string) => `<head>${links}<title>t</title></head>`;
  const own = '<link rel="stylesheet" href="/base/_astro/page.Ef3.css">';
  const cell = '<link rel="stylesheet" href="/base/_astro/cell.Cd2_.css">';
  expect(withoutLateStyles(page(cell + own), late)).toBe(page(own));
});

it('a page has no class whose rules it does not link', () => {
  const classes = new Map([
    ['page.css', classesOf('@layer a{.route>p,.b:not(.c){top:.5em}}')],
    ['map.css', classesOf('@media print{.route-map{top:0}}')],
  ]);
  expect([...classes.values()].map((names) => [...names])).toEqual([['route', 'b', 'c'], ['route-map']]);
  const link = '<link rel="stylesheet" href="/_astro/page.css">';
  expect(unstyledClasses(`${link}<p class="route free">`, classes)).toEqual([]);
  expect(unstyledClasses(`${link}<p class="b route-map">`, classes)).toEqual([
    'route-map, whose rules are in map.css, which it does not link.',
  ]);
});
