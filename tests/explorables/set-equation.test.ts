import { expect, it } from 'vitest';
import { setEquation } from '../../src/explorables/kit/set-equation.ts';

it('has no attribute that MathML does not know: only an operator stretches', () => {
  const html = setEquation(String.raw`f(x) = \mathord{?}`);
  expect(html).toMatch(/<mi>\?<\/mi>/);
  expect(html).toMatch(/<mo [^>]*stretchy/);
  expect(html.match(/<(?!mo\b)\w+ [^>]*stretchy[^>]*>/g)).toBeNull();
});

it('has no attribute without a value: a single column has no spaces beside it', () => {
  const html = setEquation(String.raw`\begin{aligned} a \\ b \end{aligned}`);
  expect(html).toContain('<mtable');
  expect(html).not.toMatch(/ [a-z-]+=""/);
});
