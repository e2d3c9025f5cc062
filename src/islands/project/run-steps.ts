import { readChecked } from '../../exercises/read-checked.ts';
import type { PageBlockResult } from '../../python/page/python-client.ts';
import type { Cell } from '../cell/cell.ts';
import { bringRest } from '../dom/bring-rest.ts';

/** A step of the project with what the reader's code came to. */
export interface Step {
  /** `Exercise P.1 Generate data`. */
  readonly title: string;
  readonly code: string;
  readonly printed: string;
  /** Recorded figures, not drawn yet. */
  readonly figures: readonly unknown[];
  /** The last line of an exception's traceback. */
  readonly error: string | undefined;
  readonly hasPassed: boolean;
}

/**
 * Runs the cells of a session in order, each with its check.
 *
 * @param begins is called with the index of the cell that runs next
 * @throws {MissingPartError} if a check could not be fetched
 * @returns `undefined` if a cell could not run or was stopped: the cell has said why
 */
export async function runSteps(cells: readonly Cell[], begins: (i: number) => void): Promise<Step[] | undefined> {
  const steps: Step[] = [];
  await bringRest(document);
  for (const [i, cell] of cells.entries()) {
    begins(i);
    const { code } = cell;
    let result: PageBlockResult | undefined;
    const ended = (one: PageBlockResult) => {
      result = one;
    };
    await cell.run({ code: cell.dataset['check'] ?? '', ended });
    const step = result && stepOf(cell, code, result);
    if (!step) return undefined;
    steps.push(step);
  }
  return steps;
}

function stepOf(cell: Cell, code: string, { end, stdout, figures, checked }: PageBlockResult): Step | undefined {
  if (checked === undefined) return undefined;
  const title = cell.closest('.exercise')?.querySelector('h3')?.textContent.trim() ?? '';
  const error = end.how === 'raised' ? end.exception.summary : undefined;
  const hasPassed = readChecked(checked).record.verdict === 'passed';
  return { title, code: code.trimEnd(), printed: stdout.trimEnd(), figures, error, hasPassed };
}
