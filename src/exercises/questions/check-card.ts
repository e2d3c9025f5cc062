import type { Node, Parent } from 'mdast';
import { type Element, isElement } from '../../examples/lesson-elements.ts';
import { childrenNamed } from './check-choices.ts';
import type { ReportAt } from './report-at.ts';

const plain = new Set(['text', 'inlineMath', 'inlineCode']);

/** Checks that a question has one `<Card>`: a short prompt and its reply, in text, formulas, code and verified values. */
export function checkCard(element: Element, report: ReportAt): void {
  const [card, second] = childrenNamed(element, 'Card');
  const hint =
    'Write `<Card>`, the prompt, an empty line, the reply, `</Card>`: short enough to answer in six seconds.';
  if (!card) report(element, 'This question has no card, with which it returns.', hint);
  else if (second) report(second, 'This question has two cards.', 'Ask one thing with each question.');
  else if (card.children.length !== 2 || card.children.some(({ type }) => type !== 'paragraph')) {
    report(card, 'A card holds two paragraphs: the prompt and the reply.', hint);
  } else if ((card.children as Parent[]).some(({ children }) => !children.every(isPlain))) {
    const message = 'A card holds text, $formulas$, `code` and `<Value>` only: it is also shown elsewhere.';
    report(card, message, 'Leave links and other components out.');
  }
}

function isPlain(node: Node): boolean {
  return plain.has(node.type) || (isElement(node) && (node.name === 'Value' || node.name === 'Formula'));
}
