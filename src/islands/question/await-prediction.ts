import { lastingStorage } from '../dom/page-storage.ts';

/**
 * Hides the output of the example that a prediction is about, on the screen only and in its place, so that nothing moves.
 * It appears when it is predicted or skipped, or when the reader runs the example. A prediction that was answered at an
 * earlier visit hides nothing.
 *
 * @returns what makes the output appear
 */
export function awaitPrediction(question: HTMLElement): () => void {
  const { of, name } = question.dataset;
  const example = of === undefined ? null : document.getElementById(`example-${of}`);
  if (!example || lastingStorage.read(`progress prediction/${name}`) !== undefined) return () => {};
  example.dataset['awaits'] = 'prediction';
  const cell = example.querySelector('python-cell');
  const observer = new MutationObserver(() => reveal());
  const reveal = () => {
    observer.disconnect();
    delete example.dataset['awaits'];
  };
  if (cell) observer.observe(cell, { attributeFilter: ['data-running'] });
  return reveal;
}
