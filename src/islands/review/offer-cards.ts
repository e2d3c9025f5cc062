import { ankiCards } from '../../exercises/review/anki-cards.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import { saveText } from '../dom/save-text.ts';

/** The cards of a page as a file for Anki. */
export function offerCards(root: ParentNode): HTMLElement {
  const cards = [...root.querySelectorAll<HTMLElement>('details[data-item]')].map(({ dataset }) => ({
    name: (dataset['item'] ?? '').replace('question/', ''),
    prompt: dataset['prompt'] ?? '',
    reply: dataset['reply'] ?? '',
  }));
  const save = makeButton('Save the cards for Anki', () =>
    saveText(ankiCards(cards), 'calculus-for-ml-cards.txt', 'text/tab-separated-values'),
  );
  save.className = 'question-button';
  const words = `All ${cards.length} questions as tab-separated text, which Anki imports: formulas are set, and each has its name as a tag.`;
  return makeElement(
    'section',
    { className: 'review-cards' },
    makeElement('p', {}, words),
    makeElement('div', { className: 'question-bar' }, save),
  );
}
