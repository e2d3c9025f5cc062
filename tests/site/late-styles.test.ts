import { expect, it } from 'vitest';
import { stylesOf, withoutLateStyles } from '../../src/site/late-styles.ts';

it('a page links its own styles, and not those that come with a program', () => {
  const late = stylesOf(['const d=["_astro/cell.Ab1-.js","_astro/cell.Cd2_.css"]', 'import("./other.js")']);
  expect([...late]).toEqual(['cell.Cd2_.css']);
  const page = (links: string) => `<head>${links}<title>t</title></head>`;
  const own = '<link rel="stylesheet" href="/base/_astro/page.Ef3.css">';
  const cell = '<link rel="stylesheet" href="/base/_astro/cell.Cd2_.css">';
  expect(withoutLateStyles(page(cell + own), late)).toBe(page(own));
});
