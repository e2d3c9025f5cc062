import { at } from '../../core/at.ts';
import { makeElement } from '../dom/make-element.ts';
import type { ChoiceAnswer, QuestionPanel } from './question-panel.ts';

/** A question with one right choice among several: each choice gets a radio button, each wrong one its own answer. */
export function askToChoose(panel: QuestionPanel): void {
  const { root, isPrediction } = panel;
  const list = root.querySelector<HTMLElement>('.choices');
  if (!list) return;
  list.role = 'radiogroup';
  // Its radio buttons take the focus from now on.
  list.removeAttribute('tabindex');
  // Of a program, lines without a choice belong to the list as well.
  for (const item of list.children) item.role = 'presentation';
  list.ariaLabel = isPrediction ? 'Your prediction' : 'Your answer';
  const radios = [...list.querySelectorAll<HTMLElement>('[data-choice]')].map((item) => addRadio(root, item));
  const check = () => {
    const chosen = radios.find(({ checked }) => checked);
    if (chosen) judge(panel, answerOf(panel, chosen.value));
    else panel.ask('Choose one first.');
  };
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    check();
  });
  panel.button('Check', check);
  panel.button(isPrediction ? 'Skip' : 'Show the answer', () => {
    panel.settle(isPrediction ? 'skipped' : 'looked-at');
    showRight(panel);
  });
}

function judge(panel: QuestionPanel, chosen: ChoiceAnswer): void {
  if (chosen.isRight) {
    panel.show('Right.', 'right', chosen.element);
    panel.settle('passed');
    panel.openAll();
    return;
  }
  const { right, isPrediction } = panel;
  if (isPrediction && right) {
    const because = makeElement('p', { className: 'question-verdict' }, `It is ${right.label}.`);
    panel.show('Not quite.', 'wrong', chosen.element, because, right.element);
  } else panel.show('Not quite.', 'wrong', chosen.element);
  panel.settle('missed');
}

function showRight(panel: QuestionPanel): void {
  const { right } = panel;
  if (!right) return;
  panel.show(`It is ${right.label}.`, 'neutral', right.element);
  panel.openAll();
}

function answerOf({ answers }: QuestionPanel, choice: string): ChoiceAnswer {
  const index = answers.findIndex(({ element }) => element.dataset['choice'] === choice);
  return at(answers, index);
}

/** Puts a radio button into a choice, which a click on any part of the choice takes. */
function addRadio(root: HTMLElement, item: HTMLElement): HTMLInputElement {
  const { choice = '' } = item.dataset;
  const line = [...(item.parentElement?.children ?? [])].indexOf(item);
  const id = `${root.id}-${line}`;
  const words = makeElement('div', { id, className: 'choice-words' });
  words.append(...item.childNodes);
  const radio = makeElement('input', { type: 'radio', name: root.id, value: choice });
  radio.setAttribute('aria-labelledby', id);
  item.append(radio, words);
  item.addEventListener('click', ({ target }) => {
    if (target === radio) return;
    radio.checked = true;
    radio.focus();
  });
  return radio;
}
