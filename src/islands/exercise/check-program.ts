import type { CheckRecord } from '../../exercises/check-record.ts';
import { solutionOf } from '../../exercises/line-puzzle.ts';
import { readChecked } from '../../exercises/read-checked.ts';
import type { PythonClient } from '../../python/page/python-client.ts';
import type { Cell } from '../cell/cell.ts';
import { cellsUpTo } from '../cell/cells-of-session.ts';
import { pagePython } from '../cell/page-python.ts';
import { turns } from '../cell/run-cell.ts';
import { readPuzzle } from './read-puzzle.ts';

/**
 * Runs a program in the place of an answer, after the solutions of the exercises before it in its session, and judges it
 * by the check of the exercise. The reader's earlier answers do not run: a mistake in one of them would be found in this
 * program. The cell itself does not change.
 *
 * @returns what the check has found; `undefined` where Python could not be loaded, or the program did not come to its end
 * @throws MissingPartError if a part of the page cannot be fetched
 */
export async function checkProgram(cell: Cell, program: string, check: string): Promise<CheckRecord | undefined> {
  if (!(await turns.take(cell, new AbortController().signal))) return undefined;
  try {
    return await runWithCheck(await pagePython(), cell, { program, check });
  } finally {
    turns.leave();
  }
}

async function runWithCheck(
  python: PythonClient,
  cell: Cell,
  { program, check }: { readonly program: string; readonly check: string },
): Promise<CheckRecord | undefined> {
  const before = cellsUpTo(cell)
    .slice(0, -1)
    .map((earlier) => ({ id: earlier.exampleId, code: solutionOf(readPuzzle(earlier)) }));
  // A failed start waits for another try, which nobody is offered here.
  const endWatch = python.watch(({ kind }) => {
    if (kind === 'failed') python.cancel();
  });
  try {
    const results = await python.run({
      session: cell.session,
      blocks: [...before, { id: cell.exampleId, code: program, check }],
    });
    const checked = results.find(({ id }) => id === cell.exampleId)?.checked;
    return checked === undefined ? undefined : readChecked(checked).record;
  } finally {
    endWatch();
  }
}
