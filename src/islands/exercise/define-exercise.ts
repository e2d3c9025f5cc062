import { fetchPart, MissingPartError } from '../dom/fetch-part.ts';
import { NearElement } from '../dom/near-element.ts';

/**
 * `<checked-exercise>`: a task, a cell with the starter, hints and a solution, as the page was built. When it comes near
 * the view it gets what checks an answer. Where that cannot be fetched, it stays as it is.
 */
class CheckedExercise extends NearElement {
  async comeAlive(): Promise<void> {
    try {
      const [{ activateExercise }] = await Promise.all([
        fetchPart(() => import('./activate-exercise.ts')),
        customElements.whenDefined('python-cell'),
      ]);
      await activateExercise(this);
    } catch (error) {
      if (!(error instanceof MissingPartError)) throw error;
      for (const step of this.querySelectorAll(':scope > .fold')) step.removeAttribute('hidden');
    }
  }
}

if (!customElements.get('checked-exercise')) customElements.define('checked-exercise', CheckedExercise);
