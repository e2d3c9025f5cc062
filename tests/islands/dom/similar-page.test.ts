import { describe, expect, it } from 'vitest';
import { similarPage } from '../../../src/islands/dom/similar-page.ts';

const pages = [
  '/base/',
  '/base/guide/derivatives/',
  '/base/guide/linear-regression/',
  '/base/reference/quick-reference/',
];

describe('similarPage', () => {
  it.each([
    ['/base/guide/derivative/', '/base/guide/derivatives/'],
    ['/base/lessons/02-Derivatives.html', '/base/guide/derivatives/'],
    ['/guide/linear_regression', '/base/guide/linear-regression/'],
    ['/guide/linear-regression-2/', '/base/guide/linear-regression/'],
    ['/quick%20reference', '/base/reference/quick-reference/'],
    ['/base/nothing-like-it/', undefined],
    ['/%E0%A4%A', undefined],
    ['/', undefined],
  ])('%s is %s', (address, page) => {
    expect(similarPage(address, pages)).toBe(page);
  });
});
