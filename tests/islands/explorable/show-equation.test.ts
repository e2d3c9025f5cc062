import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { explorables } from '../../../src/explorables/explorables.ts';
import { setEquation } from '../../../src/explorables/kit/set-equation.ts';
import { showEquation } from '../../../src/islands/explorable/show-equation.ts';
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
    fc.assert(
      fc.property(arbitraryState(controls), fc.nat(), fc.boolean(), (state, any, asks) => {
        const { view, lastStep, prediction } = scene(state);
        const asked = asks && prediction ? { guess: prediction.guess.initial } : undefined;
        const { equation } = view(any % (lastStep + 1), asked);
        showEquation(element, equation);
        expect(element.innerHTML).toBe(setAnew(equation));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps its elements while only numbers change', () => {
    const element = document.createElement('div');
    showEquation(element, String.raw`x^2 = \frac{1}{-20} \cdot 3.5`);
    const [formula] = element.children;
    showEquation(element, String.raw`x^2 = \frac{145}{-2} \cdot 3.75`);
    expect(element.children[0]).toBe(formula);
    expect(element.innerHTML).toBe(setAnew(String.raw`x^2 = \frac{145}{-2} \cdot 3.75`));
  });

  it.each([String.raw`\frac12 + 1`, String.raw`\text{step } 3 \kern1em 4`, 'x_1 + 2{,}000'])(
    'or is set anew: %s',
    (tex) => {
      const element = document.createElement('div');
      showEquation(element, tex);
      showEquation(element, tex.replace('1', '5'));
      expect(element.innerHTML).toBe(setAnew(tex.replace('1', '5')));
    },
  );
});
