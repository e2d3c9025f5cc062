import type { Feedback } from '../../exercises/feedback.ts';
import { explainError } from '../../python/explain/explain-error.ts';
import { makeElement, sentenceNodes } from '../dom/make-element.ts';

const headings: Readonly<Record<Feedback['outcome'], string>> = {
  passed: 'Right.',
  failed: 'Not yet.',
  broken: 'Not checked.',
};

/**
 * The feedback on an answer: whether it is right, in a word; then the sentences of the lesson with their values, or one of
 * ours, and what an exception of the answer means.
 *
 * @param root the exercise, with the sentences of its mistakes and remarks in templates
 * @param code of the answer
 */
export function feedbackNodes(feedback: Feedback, root: HTMLElement, code: string): HTMLElement[] {
  const { outcome, sentences, text, exception } = feedback;
  const kind = outcome === 'passed' ? 'remark' : 'mistake';
  const told = sentences.flatMap(({ name, numbers }) =>
    sentenceOf(root, `[data-${kind}="${CSS.escape(name)}"]`, numbers),
  );
  const meaning = exception && explainError(exception, code, '');
  return [
    makeElement('p', { className: 'exercise-verdict' }, headings[outcome]),
    ...(text === '' ? [] : [makeElement('p', {}, ...sentenceNodes(text))]),
    ...told,
    ...(meaning === undefined ? [] : [makeElement('p', {}, ...sentenceNodes(meaning))]),
  ];
}

/** A copy of a sentence of the lesson with the values that the check has found. */
function sentenceOf(root: HTMLElement, selector: string, numbers: Readonly<Record<string, string>>): HTMLElement[] {
  const template = root.querySelector<HTMLTemplateElement>(`template${selector}`);
  if (!template) return [];
  const box = makeElement('div', { className: 'exercise-sentence' });
  box.append(template.content.cloneNode(true));
  for (const value of box.querySelectorAll<HTMLElement>('[data-found]')) {
    value.textContent = numbers[value.dataset['found'] ?? ''] ?? '';
  }
  return [box];
}
