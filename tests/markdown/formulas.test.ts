import rehypeKatex from 'rehype-katex';
import { describe, expect, it } from 'vitest';
import { rehypeFormulaBoxes } from '../../src/markdown/rehype-formula-boxes.ts';
import { rehypeFormulaErrors } from '../../src/markdown/rehype-formula-errors.ts';
import { elements, processLesson, textOf } from './process-lesson.ts';

const fileName = (path: string) => path.replace('/site/', '');
const process = (text: string) =>
  processLesson(text, {
    rehype: [[rehypeKatex, { strict: 'error' }], [rehypeFormulaErrors, { fileName }], rehypeFormulaBoxes],
  });

describe('formulas', () => {
  it('sets a formula in a sentence, for the eye and for a screen reader', async () => {
    const { tree } = await process('The slope is $2x$ here.');
    const [formula] = elements(tree, 'span');
    expect(formula?.properties['className']).toEqual(['formula', 'formula-inline', 'formula-whole']);
    expect(String(formula?.properties['set:html'])).toMatch(/<math.*<mn>2<\/mn><mi>x<\/mi>.*class="katex-html"/s);
    expect(textOf(tree)).toBe('The slope is  here.');
  });

  it('lets a long formula in a sentence break', async () => {
    const { tree } = await process('So $5 + 3 \\cdot (-0.03) + (-4) \\cdot 0.04 = 4.75$.');
    expect(elements(tree, 'span')[0]?.properties['className']).toEqual(['formula', 'formula-inline']);
  });

  it('sets a display as a block of its own that is not preformatted text', async () => {
    const { tree } = await process('$$\nx^2\n$$');
    expect(elements(tree, 'pre')).toEqual([]);
    const [box] = elements(tree, 'div');
    expect(box?.properties['className']).toEqual(['display']);
    expect(box && elements(box, 'span')[0]?.properties['className']).toEqual(['formula', 'formula-display']);
  });

  it('lets the keyboard reach a display that may be too wide, and no other', async () => {
    const { tree } = await process(
      '$$\nx^2\n$$\n\n$$\n(a + b + c + d)^2 = (a + b)^2 + 2(a + b)(c + d) + (c + d)^2\n$$',
    );
    expect(elements(tree, 'span').map(({ properties }) => properties['tabIndex'])).toEqual([undefined, 0]);
  });

  it('counts the space between two formulas of one display', async () => {
    const { tree } = await process(
      '$$\na + b = c + d + e + f + g \\qquad h + i = j + k + l + m\n$$\n\n$$\na + b = c + d + e + f + g h + i = j + k + l + m\n$$',
    );
    expect(elements(tree, 'span').map(({ properties }) => properties['tabIndex'])).toEqual([0, undefined]);
  });

  it('counts a sign that HTML writes as a reference as one character', async () => {
    const { tree } = await process('If $a < b < c < d < e$ then.');
    expect(elements(tree, 'span')[0]?.properties['className']).toContain('formula-whole');
  });

  it('names the place, the reason and the source of every formula that cannot be set', async () => {
    const page = [
      'A good $x$ and a bad $\\frac{1}$.',
      '',
      '$$',
      '\\notacommand x',
      '$$',
      '',
      '- In a list, $a_$.',
      '',
      '  $$',
      '  \\left( x',
      '  $$',
      '',
      '| in a table |',
      '| ---------- |',
      '| $x^2^2$    |',
      '',
      '<Note title="In a component">',
      '',
      'Refused by LaTeX: $é$.',
      '',
      '</Note>',
      '',
    ];
    const error = await process(page.join('\n')).catch((thrown: unknown) => thrown);
    expect((error as Error).message.replace(/(?<=: ).*(?=\n {4})/gm, '…').split('\n')).toEqual([
      '6 formulas cannot be set.',
      'content/guide/02-test.mdx:1:22: …',
      '    \\frac{1}',
      'content/guide/02-test.mdx:3:1: …',
      '    \\notacommand x',
      'content/guide/02-test.mdx:7:14: …',
      '    a_',
      'content/guide/02-test.mdx:9:3: …',
      '    \\left( x',
      'content/guide/02-test.mdx:15:3: …',
      '    x^2^2',
      'content/guide/02-test.mdx:19:19: …',
      '    é',
      expect.stringMatching(/^Correct the LaTeX/),
    ]);
    // Astro shows the place of the first one, and no stack trace.
    expect(error).toMatchObject({ line: 1, column: 22, stack: '' });
    expect((error as Error).message).toContain('3:1: Undefined control sequence: \\notacommand');
  });
});
