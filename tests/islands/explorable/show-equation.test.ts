import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explorables } from '../../../src/explorables/explorables.ts';
import { setEquation } from '../../../src/explorables/kit/set-equation.ts';
import { settleEquation, showEquation } from '../../../src/islands/explorable/show-equation.ts';
import { cases } from '../../depth.ts';
import { arbitraryState } from '../../explorables/arbitrary-state.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const all = await Promise.all(Object.values(explorables).map((load) => load()));

function setAnew(tex: string): string {
  const element = document.createElement('div');
  element.innerHTML = setEquation(tex);
  return htmlOf(element);
}

/** The HTML in an element, with the attributes in one order. */
function htmlOf({ innerHTML }: Element): string {
  const attribute = / [\w-]+="[^"]*"/g;
  return innerHTML.replace(/(?<=<\w+)(?: [\w-]+="[^"]*")+/g, (all) => all.match(attribute)?.sort().join('') ?? '');
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is seen of an equation as HTML, without what is read aloud. */
const seenIn = (html: string) => html.slice(html.indexOf('class="katex-html"'));

/** The place of an equation, as the build has set one there. */
function placeWith(tex: string): Element {
  const element = document.createElement('div');
  element.innerHTML = setEquation(tex);
  return element;
}

/** Shows an equation that has been in motion, and lets it rest. */
function show(element: Element, tex: string): void {
  showEquation(element, tex, () => {});
  settleEquation(element);
}

describe('an equation whose numbers are replaced is the one that is set anew', () => {
  it.each(all)('$id', ({ controls, scene }) => {
    const element = placeWith('1');
    fc.assert(
      fc.property(arbitraryState(controls), fc.nat(), fc.boolean(), (state, any, asks) => {
        const { view, lastStep, prediction } = scene(state);
        const asked = asks && prediction ? { guess: prediction.guess.initial } : undefined;
        const { equation } = view(any % (lastStep + 1), asked);
        const [formula] = element.children;
        showEquation(element, equation, () => {});
        vi.runAllTimers();
        expect(seenIn(htmlOf(element))).toBe(seenIn(setAnew(equation)));
        expect(element.querySelector('annotation')?.textContent).toBe(equation);
        settleEquation(element);
        expect(htmlOf(element)).toBe(setAnew(equation));
        expect(formula ?? element.children[0]).toBe(element.children[0]);
      }),
      { numRuns: cases(6, 60) },
    );
  });

  it.each([
    [String.raw`x^2 = \frac{1}{-20} \cdot 3.5`, String.raw`x^2 = \frac{145}{-2} \cdot 3.75`],
    [String.raw`\htmlData{term=a}{1.5} - (-2)`, String.raw`\htmlData{term=a}{12} - (-0.25)`],
    [String.raw`2.4 \times 10^{-3} + x_{1}`, String.raw`1.25 \times 10^{-12} + x_{22}`],
    [String.raw`\text{after } 3 = \sqrt{4}`, String.raw`\text{after } 10 = \sqrt{0.5}`],
  ])('keeps its elements while only numbers change: %s', (before, after) => {
    const element = placeWith(before);
    show(element, before);
    const elements = [...element.querySelectorAll('*')];
    show(element, after);
    expect([...element.querySelectorAll('*')].every((one, i) => one === elements[i])).toBe(true);
    expect(htmlOf(element)).toBe(setAnew(after));
  });

  it.each([String.raw`\frac12 + 1`, '1.5^2 + 1', String.raw`\text{step } 3 \kern1em 4`, 'x_1 + 2{,}000'])(
    'or is set anew: %s',
    (tex) => {
      const element = placeWith(tex);
      show(element, tex.replace('1', '5'));
      expect(htmlOf(element)).toBe(setAnew(tex.replace('1', '5')));
    },
  );

  it.each([
    [String.raw`\htmlData{term=a}{3.5} \cdot 2 = 7`, String.raw`\htmlData{term=a}{-3.5} \cdot 2 \approx -7`],
    [
      String.raw`\begin{aligned} x &= 1 + 2 \\ y &= 3 \cdot (-4) \end{aligned}`,
      String.raw`\begin{aligned} x &= 1 + (-2) \\ y &= 3 \cdot 4 \end{aligned}`,
    ],
  ])('keeps most elements from one form to another, and what is read aloud until it rests: %s', (before, after) => {
    const element = placeWith(before);
    const aloud = [...element.querySelectorAll('.katex-mathml *')].map((one) => one.outerHTML);
    const elements = new Set(element.querySelectorAll('*'));
    showEquation(element, after, () => {});
    vi.runAllTimers();
    const spoken = [...element.querySelectorAll('.katex-mathml mrow *')].map((one) => one.outerHTML);
    expect(aloud).toEqual(expect.arrayContaining(spoken));
    const others = [...element.querySelectorAll('*')].filter((one) => !elements.has(one));
    expect(others.length).toBeLessThan(elements.size / 10);
    settleEquation(element);
    expect(htmlOf(element)).toBe(setAnew(after));
  });

  it('is set after the frame if its form is new, and only the last one of those that came meanwhile; else at once', () => {
    const element = placeWith('1 + 2');
    const shown = () => element.querySelector('annotation')?.textContent;
    const whenLate = vi.fn(() => expect(shown()).toBe('y + 3'));
    showEquation(element, 'x + 3', whenLate);
    showEquation(element, 'y + 3', whenLate);
    expect([shown(), element.getAttribute('aria-busy')]).toEqual(['1 + 2', 'true']);
    vi.runAllTimers();
    expect([shown(), element.getAttribute('aria-busy'), vi.getTimerCount()]).toEqual(['y + 3', null, 0]);
    expect(whenLate).toHaveBeenCalledOnce();
    showEquation(element, 'y + 4', () => {});
    expect(shown()).toBe('y + 4');
    showEquation(element, 'x + 4', () => {});
    showEquation(element, 'y + 5', () => {});
    expect(shown()).toBe('y + 5');
    vi.runAllTimers();
    expect(htmlOf(element).match(/annotation[^>]*>[^<]*/)?.[0]).toContain('y + 5');
  });
});
