import type { Code, Nodes, Paragraph, Parent, Root, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement } from 'mdast-util-mdx';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attributeOf, type Element, isElement } from '../examples/lesson-elements.ts';
import { numberOf } from '../exercises/questions/check-kind.ts';
import { linesOf } from '../exercises/questions/lines-of.ts';
import type { Card } from '../exercises/questions/question.ts';
import { plainText } from './plain-text.ts';

/**
 * Gives each `<Predict>` and `<Question>` the shape in which it is read without a script: the question, the list of its
 * choices, and a fold with the answer to each. Takes the cards out, and passes them to the page as `cards` of
 * `remarkPluginFrontmatter`, with the names of all that it asks as `tasks`, and the exercises. Runs after `remarkExamples`.
 */
export function remarkQuestions() {
  return (tree: Root, file: VFile): void => {
    const cards: Card[] = [];
    const tasks: string[] = [];
    const exercises: ExerciseName[] = [];
    visit(tree, 'mdxJsxFlowElement', (node) => {
      const name = attributeOf(node, 'name');
      const kind = taskKinds[node.name ?? ''];
      if (kind !== undefined && name !== undefined) tasks.push(`${kind}/${name}`);
      if (kind === 'exercise' && name !== undefined) {
        exercises.push({ name, number: attributeOf(node, 'number') ?? '', title: attributeOf(node, 'title') ?? '' });
        for (const step of node.children.filter(isHelp).slice(1)) {
          step.attributes.push({ type: 'mdxJsxAttribute', name: 'later', value: '' });
        }
      }
      if (node.name !== 'Predict' && node.name !== 'Question') return;
      cards.push(...cardsOf(node));
      const shape = shapes[attributeOf(node, 'kind') ?? (node.name === 'Predict' ? 'choose' : 'fold')];
      if (shape) node.children = shape(node) as MdxJsxFlowElement['children'];
    });
    const data = file.data as { astro?: { frontmatter?: Record<string, unknown> } };
    if (data.astro?.frontmatter) Object.assign(data.astro.frontmatter, { cards, tasks, exercises });
  };
}

/** An exercise of which progress is kept. */
export interface ExerciseName {
  readonly name: string;
  readonly number: string;
  readonly title: string;
}

/** The kinds of things of which progress is kept, by their elements. */
const taskKinds: Readonly<Record<string, string>> = {
  Predict: 'prediction',
  Question: 'question',
  Exercise: 'exercise',
};

type Shape = (element: MdxJsxFlowElement) => RootContent[];

const shapes: Readonly<Record<string, Shape>> = {
  choose: withChoices,
  curve: withChoices,
  compute: (element) => [...askOf(element), fold(choicesOf(element).map(numberAnswer))],
  bug: withLines,
  explain: (element) => [...askOf(element), fold([box('div', { class: 'model-answer' }, answerOf(element))])],
};

function withChoices(element: MdxJsxFlowElement): RootContent[] {
  const choices = choicesOf(element);
  const labels = choices.map((choice, i) =>
    box(
      'li',
      { 'data-choice': `${i}` },
      choice.children.slice(0, 1).map((label) => untied(asPicture(label))),
    ),
  );
  const answers = choices.map((choice, i) => {
    const letter = String.fromCharCode(65 + i);
    return answerBox(choice, { 'data-choice': `${i}`, 'data-label': letter }, choice.children.slice(1));
  });
  return [...askOf(element), box('ol', { class: 'choices', role: 'list' }, labels), fold(answers)];
}

/** The program of the question becomes the list of its choices, one for each line. It may be wide, and scrolls by keyboard. */
function withLines(element: MdxJsxFlowElement): RootContent[] {
  const choices = choicesOf(element);
  const ask = askOf(element);
  const example = ask.find(holdsProgram);
  const [program, ...output] = example && 'children' in example ? (example.children as Code[]) : [];
  const lines = (program?.value ?? '').split('\n').map((line, i) => {
    const choice = choices.findIndex((one) => linesOf(attributeOf(one, 'line') ?? '').includes(i + 1));
    const attributes = choice < 0 ? { class: 'blank-line' } : { 'data-choice': `${choice}` };
    return box('li', attributes, [{ type: 'paragraph', children: [{ type: 'inlineCode', value: line || ' ' }] }]);
  });
  const answers = choices.map((choice, i) => {
    const label = `Line ${linesOf(attributeOf(choice, 'line') ?? '').join(', ')}`;
    return answerBox(choice, { 'data-choice': `${i}`, 'data-label': label }, choice.children);
  });
  const listing = box('ol', { class: 'choices program', role: 'list', tabindex: '0' }, lines);
  const before = ask.flatMap((node): RootContent[] => (node === example ? [listing, ...output] : [node]));
  return [...before, fold(answers)];
}

function holdsProgram(node: RootContent): boolean {
  return isElement(node) && node.name === 'Example';
}

function numberAnswer(choice: Element): MdxJsxFlowElement {
  const number = `${numberOf(choice)}`;
  const label = plainText(choice.children[0] as RootContent);
  const within = attributeOf(choice, 'within');
  const attributes = { 'data-number': number, 'data-label': label, ...(within ? { 'data-within': within } : {}) };
  return answerBox(choice, attributes, choice.children.slice(1));
}

/** A program in place of a label is there for its picture, which is shown without the code that drew it. */
function asPicture<Node>(label: Node): Node {
  if (isElement(label as RootContent) && (label as Element).name === 'Example') {
    (label as Element).attributes.push({ type: 'mdxJsxAttribute', name: 'only', value: 'picture' });
  }
  return label;
}

/**
 * Of the choices only the right one is computed, as a rule. So the mark of a computed value would tell it: in a label a value
 * is plain text.
 */
function untied(label: Element['children'][number]): Element['children'][number] | Paragraph {
  if (isValue(label)) return { type: 'paragraph', children: label.children as Paragraph['children'] };
  visit(label, (node, index, parent) => {
    if (!isValue(node) || index === undefined || parent === undefined) return;
    (parent as Parent).children.splice(index, 1, ...(node.children as RootContent[]));
    return [SKIP, index];
  });
  return label;
}

function isValue(node: Nodes): node is Element {
  return isElement(node) && node.name === 'Value';
}

function answerBox(choice: Element, attributes: Attributes, children: readonly unknown[]): MdxJsxFlowElement {
  const isRight = attributeOf(choice, 'right') !== undefined;
  const label = box('p', { class: 'choice-label' }, [
    { type: 'text', value: `${attributes['data-label']}${isRight ? ', right' : ''}` },
  ]);
  const all = { class: 'choice-answer', ...attributes, ...(isRight ? { 'data-right': '' } : {}) };
  return box('div', all, [label, ...children]);
}

/** The right answer first: a reader without a script opens the fold to read it. */
function fold(answers: readonly MdxJsxFlowElement[]): MdxJsxFlowElement {
  const isRight = (answer: MdxJsxFlowElement) => attributeOf(answer, 'data-right') !== undefined;
  const sorted = [...answers.filter(isRight), ...answers.filter((answer) => !isRight(answer))];
  const summary = box('summary', {}, [
    box('span', { class: 'fold-title' }, [{ type: 'text', value: 'Show the answer' }]),
  ]);
  return box('details', { class: 'fold answers' }, [summary, box('div', { class: 'fold-body' }, sorted)]);
}

function askOf(element: MdxJsxFlowElement): RootContent[] {
  return (element.children as RootContent[]).filter((child) => !isPart(child));
}

/** Help of an exercise comes in steps: only the first shows at once. */
function isHelp(node: RootContent): node is MdxJsxFlowElement {
  return node.type === 'mdxJsxFlowElement' && ['Hint', 'Solution'].includes(node.name ?? '');
}

function isPart(node: RootContent): boolean {
  return isElement(node) && ['Choice', 'Answer', 'Card'].includes(node.name ?? '');
}

function choicesOf(element: MdxJsxFlowElement): Element[] {
  return (element.children as RootContent[]).filter(
    (child): child is MdxJsxFlowElement => isElement(child) && child.name === 'Choice',
  );
}

function answerOf(element: Parent): RootContent[] {
  const answer = element.children.find((child) => isElement(child) && child.name === 'Answer');
  return answer && 'children' in answer ? (answer.children as RootContent[]) : [];
}

function cardsOf(element: MdxJsxFlowElement): Card[] {
  const card = (element.children as RootContent[]).find((child) => isElement(child) && child.name === 'Card');
  const name = attributeOf(element, 'name');
  if (!card || !('children' in card) || name === undefined) return [];
  const [prompt = '', reply = ''] = (card.children as RootContent[]).map((child) => plainText(child));
  return [{ name, prompt, reply }];
}

type Attributes = Readonly<Record<string, string>>;

function box(name: string, attributes: Attributes, children: readonly unknown[]): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(
      ([key, value]): MdxJsxAttribute => ({ type: 'mdxJsxAttribute', name: key, value }),
    ),
    children: children as MdxJsxFlowElement['children'],
  };
}
