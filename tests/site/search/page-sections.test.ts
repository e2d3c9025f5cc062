import katex from 'katex';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { formulaText } from '../../../src/site/search/formula-text.ts';
import { pageSections } from '../../../src/site/search/page-sections.ts';

const set = (tex: string) => katex.renderToString(tex);

function textOf(tex: string): string {
  const math = parseHTML(`<html><body>${set(tex)}</body></html>`).document.querySelector('math');
  return math ? formulaText(math) : '';
}

describe('formulaText', () => {
  it.each([
    ['f(x, y) = x^2 + 3y^2', 'f(x, y) = x² + 3y²'],
    ['\\nabla f', '∇f'],
    ['\\dfrac{\\partial f}{\\partial x}', '∂f/∂x'],
    ['\\dfrac{f(x + h) - f(x)}{h}', '(f(x + h) − f(x))/h'],
    ["f''(x)", 'f′′(x)'],
    ['\\hat{y} = mx + b', 'ŷ = mx + b'],
    ['10^{-5}', '10⁻⁵'],
    ['p_{k+1}', 'pₖ₊₁'],
    ['x_{\\text{new}}', 'x_new'],
    ['\\sqrt{a + b}', '√(a + b)'],
    ['\\sqrt[3]{x}', '³√x'],
    ['\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}', '[[1, 2; 3, 4]]'],
    ['\\lim_{h \\to 0}', 'lim h → 0'],
  ])('%s is %s', (tex, text) => {
    expect(textOf(tex)).toBe(text);
  });
});

describe('pageSections', () => {
  const { document } =
    parseHTML(`<html><body><header>Site</header><main><h1>Slopes</h1><p>Begin with ${set('\\eta')}.</p>
<h2 id="a">A nudge &amp; more</h2><p>Before</p>
<div class="note"><p class="note-title" id="note">Aside</p><p>Inside</p></div><p>After <code>np.sum(x)</code></p>
<details class="solution"><p>The answer</p><pre><code>np.cos(1)</code></pre></details>
<pre class="code-output"><code>np.float64(1.0)</code></pre></main></body></html>`);
  const sections = pageSections(document);

  it('begin with headings, notes and terms, and a section goes on after a note in it', () => {
    expect(sections.map(({ anchor, heading, text }) => [anchor, heading, text])).toEqual([
      ['', 'Slopes', 'Begin with η.'],
      ['a', 'A nudge & more', 'Before After np.sum(x)'],
      ['note', 'Aside', 'Inside'],
    ]);
  });

  it('have each formula once, and the code of answers but not their text', () => {
    expect(sections[0]?.symbols).toEqual(['η']);
    expect(sections[0]?.formulas).toEqual(['η']);
    expect(sections[1]?.code).toEqual(['np.sum(x)', 'np.cos(1)']);
  });
});
