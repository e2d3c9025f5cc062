import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { explorables } from '../../../src/explorables/explorables.ts';
import { setEquation } from '../../../src/explorables/kit/set-equation.ts';
import { formOf, showEquation } from '../../../src/islands/explorable/show-equation.ts';
import { cases } from '../../depth.ts';
import { arbitraryState } from '../../explorables/arbitrary-state.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const all = await Promise.all(Object.values(explorables).map((load) => load()));

function setAnew(tex: string): string {
  const element = document.createElement('div');
  element.innerHTML = setEquation(tex);
  return element.innerHTML;
}

describe('an equation whose numbers are replaced is the one that is set anew', () => {
  it.each(all)('$id', ({ controls, scene }) => {
    const element = document.createElement('div');
    const formulas = new Map<string, Element | undefined>();
    fc.assert(
      fc.property(arbitraryState(controls), fc.nat(), fc.boolean(), (state, any, asks) => {
        const { view, lastStep, prediction } = scene(state);
        const asked = asks && prediction ? { guess: prediction.guess.initial } : undefined;
        const { equation } = view(any % (lastStep + 1), asked);
        showEquation(element, equation);
        expect(element.innerHTML).toBe(setAnew(equation));
        const [formula] = element.children;
        expect(formulas.get(formOf(equation)) ?? formula).toBe(formula);
        formulas.set(formOf(equation), formula);
      }),
      { numRuns: cases(20, 60) },
    );
  });

  it.each([
    [String.raw`x^2 = \frac{1}{-20} \cdot 3.5`, String.raw`x^2 = \frac{145}{-2} \cdot 3.75`],
    [String.raw`\htmlData{term=a}{1.5} - (-2)`, String.raw`\htmlData{term=a}{12} - (-0.25)`],
    [String.raw`2.4 \times 10^{-3} + x_{1}`, String.raw`1.25 \times 10^{-12} + x_{22}`],
    [String.raw`\text{after } 3 = \sqrt{4}`, String.raw`\text{after } 10 = \sqrt{0.5}`],
  ])('keeps its elements while only numbers change: %s', (before, after) => {
    const element = document.createElement('div');
    showEquation(element, before);
    const [formula] = element.children;
    showEquation(element, after);
    expect(element.children[0]).toBe(formula);
    expect(element.innerHTML).toBe(setAnew(after));
  });

  it.each([String.raw`\frac12 + 1`, '1.5^2 + 1', String.raw`\text{step } 3 \kern1em 4`, 'x_1 + 2{,}000'])(
    'or is set anew: %s',
    (tex) => {
      const element = document.createElement('div');
      showEquation(element, tex);
      showEquation(element, tex.replace('1', '5'));
      expect(element.innerHTML).toBe(setAnew(tex.replace('1', '5')));
    },
  );
});
