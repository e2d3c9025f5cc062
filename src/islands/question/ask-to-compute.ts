import { meantNumber, readAnswer } from '../../exercises/questions/judge-number.ts';
import { makeElement } from '../dom/make-element.ts';
import type { QuestionPanel } from './question-panel.ts';

/** A question that is answered with a number. A wrong number with a known cause has its own answer. */
export function askToCompute(panel: QuestionPanel): void {
  const known = panel.answers.map((answer) => {
    const { number, within } = answer.element.dataset;
    return { ...answer, number: Number(number), within: within === undefined ? undefined : Number(within) };
  });
  const field = makeElement('input', { type: 'text', inputMode: 'text', autocomplete: 'off', spellcheck: false });
  const label = makeElement('label', { className: 'question-field' }, makeElement('span', {}, 'Your number'), field);
  const check = () => {
    const number = readAnswer(field.value);
    if (number === undefined) {
      panel.ask('Type one number, such as 0.5, 5/2 or -3e-4.');
      return;
    }
    const meant = meantNumber(number, known);
    if (meant?.isRight) {
      panel.show('Right.', 'right', meant.element);
      panel.settle('passed');
      return;
    }
    if (meant) panel.show('Not quite.', 'wrong', meant.element);
    else panel.show('Not this number. Try another, or look at the answer.', 'wrong');
    panel.settle('missed');
  };
  field.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter') check();
  });
  panel.offer(label);
  panel.button('Check', check);
  panel.button('Show the answer', () => {
    const { right } = panel;
    if (right) panel.show(`It is ${right.label}.`, 'neutral', right.element);
    panel.settle('looked-at');
  });
}
