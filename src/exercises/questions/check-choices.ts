import type { BlockContent, Parent, RootContent } from 'mdast';
import { attributeOf, type Element, isElement } from '../../examples/lesson-elements.ts';
import type { ReportAt } from './report-at.ts';

interface ChoiceRule {
  /** Whether a choice begins with its label, a block of its own; otherwise it is all answer. */
  readonly needsLabel: boolean;
  /** How many wrong choices there are at least. */
  readonly leastWrong: number;
}

export interface Choices {
  readonly all: readonly Element[];
  /** The right one, if there is exactly one. */
  readonly right: Element | undefined;
}

/** Checks the `<Choice>` elements of a prediction or a question: exactly one is right, and each has an answer of its own. */
export function checkChoices(element: Element, { needsLabel, leastWrong }: ChoiceRule, report: ReportAt): Choices {
  const all = childrenNamed(element, 'Choice');
  const right = all.filter((choice) => attributeOf(choice, 'right') !== undefined);
  if (right.length !== 1) {
    const count = right.length === 0 ? 'No choice is right' : `${right.length} choices are right`;
    report(right[1] ?? element, `${count}; exactly one must be.`, 'Write `<Choice right>` once.');
  }
  if (all.length - right.length < leastWrong) {
    const least = leastWrong === 1 ? 'one wrong choice' : `${leastWrong} wrong choices`;
    report(element, `There must be at least ${least}.`, 'Write a `<Choice>` for each mistake that readers make.');
  }
  for (const choice of all) checkAnswer(choice, needsLabel, report);
  return { all, right: right.length === 1 ? right[0] : undefined };
}

function checkAnswer(choice: Element, needsLabel: boolean, report: ReportAt): void {
  const least = needsLabel ? 2 : 1;
  if (choice.children.length >= least) return;
  const hint = needsLabel
    ? 'Write the choice as the first paragraph, an empty line, and then the answer to a reader who takes it.'
    : 'Write between the tags what a reader who chooses it is told.';
  report(choice, 'This choice has no answer.', hint);
}

/** The first block of a choice: its label. */
export function labelOf(choice: Element): Parent | undefined {
  const [first] = choice.children;
  return first && 'children' in first ? (first as Parent) : undefined;
}

/** The elements with a name directly in another one. */
export function childrenNamed(element: Parent, name: string): Element[] {
  return (element.children as (RootContent | BlockContent)[]).filter(
    (child): child is Element => isElement(child) && child.name === name,
  );
}
