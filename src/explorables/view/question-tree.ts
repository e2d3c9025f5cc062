import type { Element } from 'hast';
import { blankGuess } from '../kit/blank-guess.ts';
import type { Prediction } from '../kit/explorable.ts';
import { controlTree } from './control-tree.ts';
import { h } from './element.ts';
import { button, hiddenLegend, inputGroup } from './input-group.ts';
import { part } from './part-names.ts';

/** Where a question stands. */
export interface QuestionPlace {
  /** The explorable's id in the page. */
  readonly id: string;
  /** Sets the quotes of a sentence, as the page has them. */
  readonly typeset: (sentence: string) => string;
}

/** A question with the control for the guess, the place of its verdict, and its answer. */
export function questionTree({ ask, guess, answer }: Prediction, { id, typeset }: QuestionPlace): Element {
  const control = controlTree({ id: `${id}-guess`, name: 'guess', control: guess, setting: blankGuess(guess) });
  const bar = h('div', { class: 'ask-bar' }, button('check', 'Check'), button('answer', 'Show the answer'));
  return h(
    'div',
    { class: 'ask', ...part('ask') },
    h('p', { class: 'ask-question' }, h('span', { class: 'ask-kind' }, 'First, a guess.'), ` ${typeset(ask)}`),
    h(
      'div',
      { class: 'ask-row' },
      h('p', { class: 'ask-verdict', ...part('verdict'), role: 'status' }),
      inputGroup('ask-explore', 'explore', hiddenLegend('Go on'), button('explore', 'Now try it')),
    ),
    inputGroup('ask-guess', 'guess', hiddenLegend('Your guess'), control, bar),
    h(
      'details',
      { class: 'ask-answer', ...part('answer') },
      h('summary', {}, 'Show the answer'),
      h('p', {}, typeset(answer)),
    ),
  );
}
