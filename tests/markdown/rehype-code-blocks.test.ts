import { describe, expect, it, vi } from 'vitest';
import { rehypeCodeBlocks } from '../../src/markdown/rehype-code-blocks.ts';
import { rehypeHighlight } from '../../src/markdown/rehype-highlight.ts';
import { elements, processLesson, textOf } from './process-lesson.ts';

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``;

describe('rehypeCodeBlocks', () => {
  it('distinguishes output from code, and ends neither with an empty line', async () => {
    const { tree } = await processLesson(`${fence('python', 'x = 1')}\n\n${fence('output', '1')}`, {
      rehype: [rehypeCodeBlocks],
    });
    expect(elements(tree, 'pre').map(({ properties }) => properties['className'])).toEqual([
      ['code', 'code-source'],
      ['code', 'code-output'],
    ]);
    expect(elements(tree, 'samp').map(textOf)).toEqual(['1']);
    expect(elements(tree, 'code').map(textOf)).toEqual(['x = 1']);
  });

  it.each([
    [30, undefined],
    [31, 0],
  ])('a line of %i columns has the tab index %s', async (columns, tabIndex) => {
    const { tree } = await processLesson(fence('python', `y = 2\n${'x'.repeat(columns)}`), {
      rehype: [rehypeCodeBlocks],
    });
    expect(elements(tree, 'pre').map(({ properties }) => properties['tabIndex'])).toEqual([tabIndex]);
  });
});

describe('rehypeHighlight', () => {
  it('marks words with classes, without a single style attribute', async () => {
    const code = 'def f(x):  # squares\n    return x * 2.0 if x else f"{x:.2f} \'"';
    const { tree } = await processLesson(fence('python', code), { rehype: [rehypeHighlight, rehypeCodeBlocks] });
    expect(textOf(tree)).toBe(code);
    expect(JSON.stringify(tree)).not.toContain('"style"');
    const classes = elements(tree, 'span').map((span) => [span.properties['class'], textOf(span).trim()]);
    expect(classes).toEqual(
      expect.arrayContaining([
        ['kw', 'def'],
        ['kw', 'return'],
        ['nu', '2.0'],
        ['co', '# squares'],
      ]),
    );
    expect(classes).not.toContainEqual(['kw', '*']);
  });

  it('does not depend on how fast the machine is', async () => {
    const code = 'values = [(1, 1), (2, 1), (1, 2)]  # on one line';
    const highlight = async () => {
      const { tree } = await processLesson(fence('python', code), { rehype: [rehypeHighlight] });
      return elements(tree, 'span').map((span) => [span.properties['class'], textOf(span)]);
    };
    const expected = await highlight();
    // Every look at the clock is a second after the last.
    let now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000));
    try {
      expect(await highlight()).toEqual(expected);
      expect(expected).toContainEqual(['co', expect.stringContaining('on one line')]);
    } finally {
      clock.mockRestore();
    }
  });
});
