import type { Outcome } from '../../exercises/progress/progress-record.ts';
import { makeElement } from '../dom/make-element.ts';
import type { QuestionPanel } from './question-panel.ts';

const judgements: readonly (readonly [name: string, outcome: Outcome, says: string])[] = [
  ['I had it', 'passed', 'Noted. It comes back later.'],
  ['In part', 'hinted', 'Noted. It comes back sooner.'],
  ['Not yet', 'missed', 'Noted. It comes back soon.'],
];

/** A question in own words: write, compare with the model answer, and judge it oneself. */
export function askToExplain(panel: QuestionPanel): void {
  const model = panel.root.querySelector('.model-answer');
  if (!model) return;
  const text = makeElement('textarea', {});
  const label = makeElement('span', {}, 'Your words, which stay in this page');
  panel.offer(makeElement('label', { className: 'question-field question-words' }, label, text));
  const compare = panel.button('Compare', () => {
    panel.show('A model answer. Does yours say the same?', 'neutral', model);
    compare.remove();
    const buttons = judgements.map(([name, outcome, says]) =>
      panel.button(name, () => {
        panel.settle(outcome);
        for (const button of buttons) button.remove();
        panel.show(says, 'neutral', model);
      }),
    );
    buttons[0]?.focus();
  });
}
