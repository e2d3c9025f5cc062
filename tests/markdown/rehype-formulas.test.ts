import { describe, expect, it } from 'vitest';
import { rehypeFormulas } from '../../src/markdown/rehype-formulas.ts';
import { elements, processLesson, textOf } from './process-lesson.ts';

const process = (text: string) => processLesson(text, { rehype: [rehypeFormulas] });

describe('rehypeFormulas', () => {
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

  it('names the place of every formula that cannot be set', async () => {
    const broken = ['A good $x$ and a bad $\\frac{1}$.', '', '$$', '\\notacommand x', '$$', ''].join('\n');
    const error = await process(broken).catch((thrown: unknown) => thrown);
    const message = error instanceof Error ? error.message : '';
    expect(message).toMatch(/02-test\.mdx:1:22: .*\n {4}\\frac\{1\}/);
    expect(message).toMatch(/02-test\.mdx:3:1: Undefined control sequence: \\notacommand/);
  });

  it('refuses what LaTeX would not take', async () => {
    await expect(process('$é$')).rejects.toThrow(/02-test\.mdx:1:1/);
  });
});
