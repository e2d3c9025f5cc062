import { bringRest } from '../dom/bring-rest.ts';
import { askToChoose } from './ask-to-choose.ts';
import { askToCompute } from './ask-to-compute.ts';
import { askToExplain } from './ask-to-explain.ts';
import { QuestionPanel } from './question-panel.ts';

/**
 * Makes a question one that can be answered, once its answers have come.
 *
 * @throws {MissingPartError}
 */
export async function answerWhole(root: HTMLElement, reveal: () => void): Promise<void> {
  await bringRest(root.ownerDocument);
  answerQuestion(root, reveal);
}

/**
 * Makes a question of the page one that can be answered, in the way of its kind.
 *
 * @param reveal shows the output that a prediction is about
 */
export function answerQuestion(root: HTMLElement, reveal: () => void): void {
  if (root.dataset['live'] !== undefined) return;
  const { height } = root.getBoundingClientRect();
  root.dataset['live'] = '';
  const panel = new QuestionPanel(root, reveal);
  const { kind } = root.dataset;
  if (kind === 'compute') askToCompute(panel);
  else if (kind === 'explain') askToExplain(panel);
  else askToChoose(panel);
  // The text below keeps its place, although buttons are less high than the fold that they replace.
  root.style.minBlockSize = `${height}px`;
}
