import { describe, expect, it } from 'vitest';
import type { ReportedExample } from '../../src/examples/report.ts';
import { rehypeCodeBlocks } from '../../src/markdown/rehype-code-blocks.ts';
import { rehypeVarying } from '../../src/markdown/rehype-varying.ts';
import { type RemarkExamplesOptions, remarkExamples } from '../../src/markdown/remark-examples.ts';
import { elements, processLesson, textOf } from './process-lesson.ts';

const file = 'content/guide/00-test.mdx';
const expected = 'Python ⟪version⟫ and NumPy ⟪version⟫\nready\n⟪float⟫ s\n';
const lesson = `\`\`\`python name=versions\nprint()\n\`\`\`\n\n\`\`\`output\n${expected}\`\`\`\n`;
const digest = JSON.stringify([[], 'print()\n', expected, null]);

function show(report: Partial<ReportedExample>) {
  const whole: ReportedExample = {
    file,
    id: 'versions',
    digest,
    verdict: 'verified',
    output: 'Python 3.11.2 and NumPy 2.1.0rc1\nready\n0.5 s\n',
    figures: [],
    engines: [],
    ranAt: '',
    ...report,
  };
  const options: RemarkExamplesOptions = {
    report: { example: () => whole, claim: () => undefined },
    hash: (text) => text,
    fileName: () => file,
  };
  return processLesson(lesson, { remark: [[remarkExamples, options]], rehype: [rehypeVarying, rehypeCodeBlocks] });
}

describe('rehypeVarying', () => {
  it('shows the output and marks the parts that differ on other machines', async () => {
    const { tree } = await show({});
    const [output] = elements(tree, 'samp');
    expect(output && textOf(output)).toBe('Python 3.11.2 and NumPy 2.1.0rc1\nready\n0.5 s');
    expect(elements(tree, 'span').map((span) => [textOf(span), span.properties['title']])).toEqual(
      ['3.11.2', '2.1.0rc1', '0.5'].map((text) => [text, 'differs from machine to machine']),
    );
    expect(output?.properties).not.toHaveProperty('dataCameOut');
  });

  it.each([
    ['the example is stale', { verdict: 'stale' }],
    ['the report is on other code', { digest: 'another' }],
    ['engines printed different things', { output: '' }],
  ] as const)('says what kind of thing stands there when %s', async (_name, report) => {
    const { tree } = await show(report);
    const [output] = elements(tree, 'samp');
    expect(output && textOf(output)).toBe('Python version and NumPy version\nready\nfloat s');
    expect(elements(tree, 'span')).toHaveLength(3);
  });

  it('leaves other code alone', async () => {
    const { tree } = await processLesson('```text\n⟪version⟫\n```', { rehype: [rehypeVarying, rehypeCodeBlocks] });
    expect(elements(tree, 'code').map((code) => textOf(code))).toEqual(['⟪version⟫']);
  });
});
