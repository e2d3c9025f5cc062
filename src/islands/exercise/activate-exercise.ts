import '../../styles/components/exercise-feedback.css';
import { feedbackOf } from '../../exercises/feedback.ts';
import { readChecked } from '../../exercises/read-checked.ts';
import type { PageBlockResult } from '../../python/page/python-client.ts';
import type { Cell } from '../cell/cell.ts';
import { cellsUpTo } from '../cell/cells-of-session.ts';
import { bringRest } from '../dom/bring-rest.ts';
import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { makeButton } from '../dom/make-button.ts';
import { makeElement } from '../dom/make-element.ts';
import type { feedbackNodes } from './feedback-nodes.ts';
import { type Help, HelpSteps } from './help-steps.ts';
import { LinePuzzlePane } from './line-puzzle-pane.ts';
import { readPuzzle } from './read-puzzle.ts';

/** The detail of an `exercise-result` event, which bubbles from the exercise. */
export interface ExerciseResult {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'looked-at';
  /** The furthest help that was opened before. */
  readonly help: Help;
}

/**
 * Adds to an exercise the button that checks the answer, the place for feedback, and help in steps, once its check and its
 * help have come.
 *
 * @throws {MissingPartError}
 */
export async function activateExercise(root: HTMLElement): Promise<void> {
  await bringRest(root.ownerDocument);
  const cell = root.querySelector<Cell & HTMLElement>('python-cell[data-check]');
  if (!cell) throw new Error('A checked exercise needs a cell with its check.');
  const feedback = makeElement('div', { className: 'exercise-feedback', role: 'status' });
  addPuzzle(root, cell);
  const help = new HelpSteps(root, () => tell(root, 'looked-at', help.used));
  const check = makeButton('Check', () => void checkAnswer(), { className: 'cell-button exercise-check' });
  cell.bar.element.querySelector('.cell-run')?.after(check);
  cell.append(feedback);
  root.addEventListener('lines-in-order', () => help.showAll());
  cell.addEventListener('code-changed', () => {
    feedback.dataset['isOld'] = '';
  });

  async function checkAnswer(): Promise<void> {
    if (!cell || cell.state.isRunning) return;
    feedback.replaceChildren();
    const nodes = await fetchFeedback();
    // By now another run may have begun.
    if (!nodes || cell.state.isRunning) return;
    await cell.run({ code: cell.dataset['check'] ?? '', ended: (result) => show(result, nodes) });
  }

  /** Comes with the first check: the explanations of exceptions are large, and nobody else needs them. */
  async function fetchFeedback(): Promise<typeof feedbackNodes | undefined> {
    try {
      return (await fetchPart(() => import('./feedback-nodes.ts'))).feedbackNodes;
    } catch (error) {
      if (!(error instanceof MissingPartError)) throw error;
      feedback.replaceChildren(makeElement('p', {}, error.message));
      return undefined;
    }
  }

  function show(result: PageBlockResult, nodes: typeof feedbackNodes): void {
    // The cell itself explains a run that was stopped or that could not begin.
    if (result.checked === undefined) return;
    const found = feedbackOf(readChecked(result.checked).record, root.dataset['tries'] ?? '');
    delete feedback.dataset['isOld'];
    feedback.dataset['outcome'] = found.outcome;
    feedback.replaceChildren(...nodes(found, root, cell?.code ?? ''));
    if (found.outcome !== 'broken') tell(root, found.outcome, help.used);
    if (found.outcome === 'passed') help.showAll();
  }
}

/** Before the solution its lines can be put in order. */
function addPuzzle(root: HTMLElement, cell: Cell & HTMLElement): void {
  const solution = root.querySelector(':scope > .solution');
  const puzzle = readPuzzle(cell);
  if (!solution || puzzle.lines.length < 2) return;
  const title = makeElement('span', { className: 'fold-title' }, 'The lines of a solution, to be put in order');
  const summary = makeElement('summary', {}, makeElement('span', { className: 'fold-kind' }, 'Lines'), ' ', title);
  const { element } = new LinePuzzlePane(puzzle, {
    buildsOnOthers: () => cellsUpTo(cell).length > 1,
    solved: () => root.dispatchEvent(new Event('lines-in-order')),
    passes: (program) => passes(cell, program),
  });
  const body = makeElement('div', { className: 'fold-body' }, element);
  solution.before(makeElement('details', { className: 'fold parsons' }, summary, body));
}

async function passes(cell: Cell & HTMLElement, program: string): Promise<boolean | undefined> {
  try {
    const { checkProgram } = await fetchPart(() => import('./check-program.ts'));
    const found = await checkProgram(cell, program, cell.dataset['check'] ?? '');
    return found && found.verdict === 'passed';
  } catch (error) {
    if (error instanceof MissingPartError) return undefined;
    throw error;
  }
}

function tell(root: HTMLElement, outcome: ExerciseResult['outcome'], help: Help): void {
  const detail: ExerciseResult = { name: root.dataset['name'] ?? '', outcome, help };
  root.dispatchEvent(new CustomEvent('exercise-result', { bubbles: true, detail }));
}
