import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { spaced } from '../../src/figures/curve.ts';
import { setVariables } from '../../src/figures/set-variables.ts';
import { shortenNumbers } from '../../src/figures/shorten-numbers.ts';
import { typesetNumber } from '../../src/figures/typeset-number.ts';

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
  ['M1.23456,-7.0001L1e-7,.5', 'M1.23,-7L1e-7,0.5'],
  ['M-0.001,2.999', 'M0,3'],
  ['M1.5e-7,12.345678', 'M0,12.35'],
  ['translate(100,20)', 'translate(100,20)'],
])('%s is shortened to %s', (d, short) => {
  const { document } = parseHTML('<svg><path></path></svg>');
  const path = document.querySelector('path') as Element;
  path.setAttribute('d', d);
  shortenNumbers(path);
  expect(path.getAttribute('d')).toBe(short);
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
