import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkitten';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import rehypeKatex from 'rehype-katex';
import { describe, expect, it } from 'vitest';
import { leanFormula, line, plainClasses } from '../../../src/markdown/typeset/lean-formula.ts';
import { elements, processLesson } from '../process-lesson.ts';

const { resolve } = createRequire(import.meta.url);
const isFormula = ({ properties }: Element) => String(properties['className']).startsWith('katex');

/** A formula as KaTeX has set it. */
async function setFormula(tex: string): Promise<Element> {
  const { tree } = await processLesson(`$${tex}$`, { rehype: [[rehypeKatex, { strict: 'error' }]] });
  const formula = elements(tree, 'span').find(isFormula);
  if (!formula) throw new Error(`\`${tex}\` was not set.`);
  return formula;
}

const formulas = [
  'x',
  'f(x, y) = x^2 + 3y^2',
  String.raw`\frac{df}{dx} = \lim_{h \to 0} \frac{f(x + h) - f(x)}{h}`,
  String.raw`\nabla f = \left(\frac{\partial f}{\partial x}, \mathbf{w}^\mathsf{T}\right)`,
  String.raw`\sum_{i=1}^n \text{loss of } i \approx \sqrt[3]{1.5}`,
  String.raw`\begin{aligned} a &= b \\ &= \underbrace{c + d}_{\text{both}} \end{aligned}`,
];

describe('a lean formula', () => {
  it.each(formulas)('has all that is seen and read of %s', async (tex) => {
    const formula = await setFormula(tex);
    const lean = leanFormula(formula);
    expect(textOf(lean)).toBe(textOf(formula));
    expect(toHtml(lean).length).toBeLessThan(0.95 * toHtml(formula).length);
  });

  it('has no attribute of MathML that the standard does not allow where KaTeX writes it', async () => {
    const formula = await setFormula(String.raw`\lvert x \rvert \le \left(\overline{y}\right), f'`);
    expect(toHtml(formula)).toMatch(/ (?:stretchy|fence|separator)="/);
    expect(toHtml(leanFormula(formula))).not.toMatch(/ (?:stretchy|fence|separator)="/);
  });

  it('has no attribute that lays out a table, since KaTeX leaves one empty, which the standard does not allow', async () => {
    const formula = await setFormula(String.raw`\begin{aligned} a \\ b \end{aligned}`);
    expect(toHtml(formula)).toMatch(/<mtable[^>]* columnspacing=""/);
    expect(toHtml(leanFormula(formula))).toContain('<mtable>');
  });

  it('has no boxes without a style, and no strut that is no taller than its line', async () => {
    expect(toHtml(leanFormula(await setFormula('2x'))).replace(/<annotation.*?<\/annotation>/, '')).toBe(
      '<span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mn>2</mn><mi>x</mi></mrow></semantics></math></span>' +
        '<span class="katex-html" aria-hidden="true"><span class="katex-base">2<span class="mathnormal">x</span></span></span></span>',
    );
    expect(toHtml(leanFormula(await setFormula(String.raw`\dfrac{1}{2}`)))).toContain(
      '<span class="katex-strut" style="height:2.007em;vertical-align:-.686em">',
    );
  });

  it('leaves out only classes that no rule of KaTeX names', () => {
    const css = readFileSync(resolve('katex/dist/katex.min.css'), 'utf8');
    const named = new Set([...css.matchAll(/\.([a-z][\w-]*)(?=[^{}]*\{)/g)].map(([, name = '']) => name));
    expect(named.has('mathnormal')).toBe(true);
    expect([...plainClasses].filter((name) => named.has(name))).toEqual([]);
  });

  it('takes no line to be taller than any font of KaTeX makes it', () => {
    const lineHeight = 1.2;
    for (const name of [
      'Main-Regular',
      'Main-Bold',
      'Math-Italic',
      'SansSerif-Regular',
      'Size1-Regular',
      'Size2-Regular',
    ]) {
      const font = create(readFileSync(resolve(`katex/dist/fonts/KaTeX_${name}.woff2`)));
      if (!('ascent' in font)) throw new Error(`KaTeX_${name} is several fonts.`);
      const [above, below] = [font.ascent / font.unitsPerEm, -font.descent / font.unitsPerEm];
      const leading = (lineHeight - above - below) / 2;
      expect(line.above, name).toBeLessThanOrEqual(above + leading);
      expect(line.below, name).toBeLessThanOrEqual(below + leading);
    }
  });
});
