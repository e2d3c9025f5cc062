import rehypeKatex from 'rehype-katex';
import { describe, expect, it } from 'vitest';
import { rehypeCurlyQuotes } from '../../src/markdown/rehype-curly-quotes.ts';
import { rehypeFormulaBoxes } from '../../src/markdown/rehype-formula-boxes.ts';
import { curlyQuotes } from '../../src/markdown/typeset/curly-quotes.ts';
import { processLesson, textOf } from './process-lesson.ts';

describe('curlyQuotes', () => {
  it.each([
    ["it's", 'it’s'],
    ['"so"', '“so”'],
    ['say "so", then', 'say “so”, then'],
    ["to be 'on the safe side'.", 'to be ‘on the safe side’.'],
    ['("so")', '(“so”)'],
    ["the curves' slopes", 'the curves’ slopes'],
    ['no quotes', 'no quotes'],
  ])('%s', (written, set) => {
    expect(curlyQuotes(written)).toBe(set);
  });
});

describe('rehypeCurlyQuotes', () => {
  it.each([
    ['knows what stands before', `*x*'s and "*y*"`, 'x’s and “y”'],
    ['leaves code alone', `it's \`it's\``, "it’s it's"],
    ['leaves computed values alone', `it's <Value of="a" expr="b">'ok'</Value>`, "it’s 'ok'"],
    ['goes into components', `<Note title="t">\n\nit's\n\n</Note>`, 'it’s'],
    ['closes after a formula', `"of $f$ per $x$", it's`, '“of  per ”, it’s'],
    ['opens before a formula', `the "$x$ of it"`, 'the “ of it”'],
    ['keeps points whole', 'at (3, −1), as `(3, -1)`', 'at (3,\u00a0−1), as (3, -1)'],
    ['leaves other lists alone', 'the four (1, 2, or 3)', 'the four (1, 2, or 3)'],
    ['begins anew in each block', `- "a"\n- "b"`, '“a”“b”'],
  ])('%s', async (_name, written, set) => {
    const { tree } = await processLesson(written, { rehype: [rehypeKatex, rehypeFormulaBoxes, rehypeCurlyQuotes] });
    expect(textOf(tree).replaceAll('\n', '')).toBe(set);
  });
});
