import type { Nodes } from 'hast';
import { describe, expect, it } from 'vitest';
import { remarkQuestions } from '../../src/markdown/remark-questions.ts';
import { attributes, elements, processLesson, textOf } from './process-lesson.ts';

const process = (text: string) => processLesson(text, { remark: [remarkQuestions] });
const words = (node: Nodes) => textOf(node).replace(/\s+/g, ' ').trim();

const choose = `<Question kind="choose" name="slope" objectives="meaning">

Which way?

<Choice>

Up

It falls.

</Choice>

<Choice right>

Down, by $2h$

The slope is negative.

</Choice>

<Card>

What does \`f\` do at $x = 1$?

It falls by <Value of="a" expr="b">0.5</Value>.

</Card>

</Question>
`;

describe('remarkQuestions', () => {
  it('lists the choices and folds their answers, the right one first, under the letters of the list', async () => {
    const { tree } = await process(choose);
    expect(elements(tree, 'li').map(words)).toEqual(['Up', 'Down, by 2h']);
    const answers = elements(tree, 'div').filter((node) => attributes(node)['class'] === 'choice-answer');
    expect(answers.map(words)).toEqual(['B, rightThe slope is negative.', 'AIt falls.']);
    expect(answers.map((node) => attributes(node)['data-choice'])).toEqual(['1', '0']);
    expect(elements(tree, 'Choice')).toEqual([]);
  });

  it('shows the values of a choice as plain text, since only that of the right one is computed', async () => {
    const value = '<Value of="a" expr="b">0.5</Value>';
    const { tree } = await process(choose.replace('Up', value).replace('Down, by', `Down, by ${value} and`));
    const labels = elements(tree, 'li');
    expect(labels.map(words)).toEqual(['0.5', 'Down, by 0.5 and 2h']);
    expect(labels.flatMap((label) => elements(label, 'Value'))).toEqual([]);
  });

  it('takes the cards out, with formulas, code and values as text, and passes the names of all that is asked', async () => {
    const exercise = '\n<Exercise name="solve" number="1.1" title="Solve" />\n';
    const { tree, frontmatter } = await process(
      `${choose}\n<Predict name="look" of="a" objectives="b">\n\nWhat?\n\n</Predict>\n${exercise}`,
    );
    expect(elements(tree, 'Card')).toEqual([]);
    expect(frontmatter).toMatchObject({
      cards: [{ name: 'slope', prompt: 'What does `f` do at $x = 1$?', reply: 'It falls by 0.5.' }],
      tasks: ['question/slope', 'prediction/look', 'exercise/solve'],
      exercises: [{ name: 'solve', number: '1.1', title: 'Solve' }],
    });
  });

  it('keeps the numbers of a computation as data', async () => {
    const { tree } = await process(
      `<Question kind="compute" name="n" objectives="a">\n\nHow much?\n\n<Choice right within="0.01">\n\n<Value of="a" expr="b">−1.5</Value>\n\nSo.\n\n</Choice>\n\n</Question>`,
    );
    const [answer] = elements(tree, 'div').filter((node) => attributes(node)['class'] === 'choice-answer');
    expect(answer && attributes(answer)).toMatchObject({ 'data-number': '-1.5', 'data-within': '0.01' });
    expect(elements(tree, 'li')).toEqual([]);
  });

  it('makes each line of a program a choice, and keeps its output', async () => {
    const program = '<Example id="bug">\n\n```python\na = 1\n\nb = a\n```\n\n```output\n1\n```\n\n</Example>';
    const { tree } = await process(
      `<Question kind="bug" name="n" objectives="a">\n\nWhich line?\n\n${program}\n\n<Choice right line="3">\n\nThis.\n\n</Choice>\n\n<Choice line="1">\n\nNo.\n\n</Choice>\n\n</Question>`,
    );
    const lines = elements(tree, 'li');
    expect(lines.map((node) => attributes(node)['data-choice'])).toEqual(['1', undefined, '0']);
    expect(lines.map(textOf)).toEqual(['a = 1', ' ', 'b = a']);
    expect(elements(tree, 'Example')).toEqual([]);
    expect(elements(tree, 'pre').map(words)).toEqual(['1']);
  });

  it('leaves a question without a kind as it is', async () => {
    const { tree, frontmatter } = await process('<Question ask="Why?">\n\nBecause.\n\n</Question>');
    expect(elements(tree, 'details')).toEqual([]);
    expect(frontmatter).toMatchObject({ cards: [], tasks: [] });
  });
});
