/** Puts back what was changed for paper. */
export type PutBack = () => void;

/** Solutions of exercises, answers of questions, and answers of the guesses of explorables. */
const answers = '.exercise details.solution, calculus-question details.answers, .explorable details.ask-answer';

/**
 * Moves solutions and answers to the end, each below the title of its exercise or a number, so that nobody who reads on
 * paper sees one by chance.
 *
 * @param place an empty element at the end, which stays empty if there is none
 */
export function answersToEnd(root: Element, place: Element): PutBack {
  const document: Document = place.ownerDocument;
  const make = (tag: string, text: string, className = '') =>
    Object.assign(document.createElement(tag), { textContent: text, className });
  let questions = 0;
  const moved = [...root.querySelectorAll(answers)].map((answer) => {
    const exercise = answer.closest('.exercise');
    const title = exercise?.querySelector('h3')?.textContent.trim() ?? `Answer ${++questions}`;
    const words = exercise ? 'The solution is at the end.' : `At the end: Answer ${questions}.`;
    const mark = make('p', words, 'paper-note');
    answer.replaceWith(mark);
    const body = document.createElement('div');
    body.append(...[...answer.childNodes].filter(({ nodeName }) => nodeName.toLowerCase() !== 'summary'));
    place.append(make('h3', title), body);
    return { answer, mark, body };
  });
  return () => {
    for (const { answer, mark, body } of moved) {
      answer.append(...body.childNodes);
      mark.replaceWith(answer);
    }
    place.replaceChildren();
  };
}

/**
 * Numbers the links that lead out of the text, and lists their addresses at the end: on paper, nothing can be pressed.
 *
 * @param parts the text, in the order in which it is read
 * @param place an empty list at the end, which stays empty if there is no such link
 * @param addressOf the absolute address of a link; `undefined` for one that stays plain
 */
export function linksToFootnotes(
  parts: readonly Element[],
  place: Element,
  addressOf: (link: Element) => string | undefined,
): PutBack {
  const document: Document = place.ownerDocument;
  const numbers = new Map<string, number>();
  const links = parts.flatMap((part) => [...part.querySelectorAll('a[href]')]);
  const marks = links.flatMap((link) => {
    const address = addressOf(link);
    if (address === undefined) return [];
    const number = numbers.get(address) ?? numbers.size + 1;
    if (!numbers.has(address)) {
      numbers.set(address, number);
      const item = document.createElement('li');
      item.textContent = address;
      place.append(item);
    }
    const mark = document.createElement('sup');
    mark.className = 'paper-mark';
    mark.textContent = String(number);
    link.after(mark);
    return [mark];
  });
  return () => {
    for (const mark of marks) mark.remove();
    place.replaceChildren();
  };
}
