import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { spaced } from '../../src/figures/parts/curve.ts';
import { typesetNumber, typesetPower } from '../../src/figures/parts/typeset-number.ts';
import { setVariables } from '../../src/figures/render/set-variables.ts';
import { shortenNumbers } from '../../src/figures/render/shorten-numbers.ts';
import { shortenPath } from '../../src/figures/render/shorten-path.ts';

test.each([
  [-2, 0, '−2'],
  [-0.25, 2, '−0.25'],
  [-0.0001, 2, '0.00'],
  [-0, 0, '0'],
  [0.125, 2, '0.12'],
  [-10, 0, '−10'],
])('%s to %s places is set as %s', (value, decimals, text) => {
  expect(typesetNumber(value, decimals)).toBe(text);
});

test.each([
  ['M1.23456,-7.0001L2.5,-7.0001L2.46,.5', 'M1.2-7l1.3,0 0,7.5'],
  ['M-0.001,2.999L10.04,3Z', 'M0,3l10,0Z'],
  ['M1.04,0L1.08,0L1.12,0L1.16,0', 'M1,0l0.2,0'],
  ['M0,0L1,1ZM5,5L6,6Z', 'M0,0l1,1ZM5,5l1,1Z'],
  ['M12.345,6.78A4.5,4.5,0,0,1,9.99,1e-7', 'M12.3,6.8A4.5,4.5,0,0,1,10,0'],
])('the path %s is shortened to %s', (d, short) => {
  expect(shortenPath(d)).toBe(short);
});

test.each([
  ['cx', '1.23456', '1.2'],
  ['cy', '-0.001', '0'],
  ['transform', 'translate(100,20.999)', 'translate(100,21)'],
  ['transform', 'translate(7.123,1) rotate(-12.346)', 'translate(7.12,1) rotate(-12.35)'],
  ['y', '0.7123em', '0.71em'],
  ['opacity', '0.123', '0.123'],
])('the coordinate %s, %s, is shortened to %s', (name, long, short) => {
  const { document } = parseHTML(`<svg><text ${name}="${long}"></text></svg>`);
  const text = document.querySelector('text') as Element;
  shortenNumbers(text);
  expect(text.getAttribute(name)).toBe(short);
});

test('powers of ten are set with a raised exponent', () => {
  expect([-12, 0, 3].map(typesetPower)).toEqual(['10⁻¹²', '10⁰', '10³']);
});

test.each([
  ['*x*² − 4*x*', '<tspan class="variable">x</tspan>² − 4<tspan class="variable">x</tspan>'],
  ['2 * 3', '2 * 3'],
  ['plain', 'plain'],
])('%s is set as %s', (words, html) => {
  const { document } = parseHTML('<svg><text></text></svg>');
  const text = document.querySelector('text') as Element;
  text.textContent = words;
  setVariables(text, document);
  expect(text.innerHTML).toBe(html);
});

test('spaced numbers include both ends exactly', () => {
  expect(spaced(-1, 1, 5)).toEqual([-1, -0.5, 0, 0.5, 1]);
  expect(spaced(0, 0.3, 4).at(-1)).toBe(0.3);
});
