import type { PageBlockResult, PythonClient } from '../../python/page/python-client.ts';
import { MissingPartError } from '../dom/fetch-part.ts';
import { makeElement } from '../dom/make-element.ts';
import { storageKey, tabStorage } from '../dom/page-storage.ts';
import type { Cell, CellCheck } from './cell.ts';
import { changedInRun } from './cell-face.ts';
import type { BlockCode } from './cell-state.ts';
import { cellsUpTo } from './cells-of-session.ts';
import type { RunContext, RunJudgement } from './judge-run.ts';
import { keepRun, readKeptRun } from './kept-run.ts';
import { pagePython } from './page-python.ts';
import { RunTimer } from './run-timer.ts';
import { RunTurns } from './run-turns.ts';
import { RunView } from './run-view.ts';

const views = new WeakMap<Cell, RunView>();
/** The runs of the page: one at a time. */
export const turns = new RunTurns<Cell>();

/**
 * Runs a cell and, before it, the cells of its session that have not run with their current code; shows each result.
 *
 * @param signal ends the run, or the wait for it
 * @param check judges the answer that the cell holds
 */
export async function runCell(cell: Cell, signal: AbortSignal, check?: CellCheck): Promise<void> {
  if (turns.current) void waitForOther(cell);
  const isMine = await turns.take(cell, signal);
  if (isMine) await runNow({ cell, view: viewOf(cell), signal, check }).finally(() => turns.leave());
  else cell.status.say('Not run.');
}

/** Shows the result of the reader’s last run in this tab, labeled as such. */
export function restoreRun(cell: Cell): void {
  const cells = cellsUpTo(cell);
  const ids = cells.map(({ exampleId }) => exampleId);
  const run = readKeptRun(tabStorage, storageKey('run', location.pathname, cell.exampleId), ids);
  if (!run || cell.state.isRunning || cell.state.output.kind !== 'lesson') return;
  const context = contextOf(cell, run.blocks, cells);
  viewOf(cell).finish(run.result, { ...context, restored: true }, run.blocks);
}

/** Waits for the other run. If loading has failed, it is tried again. */
async function waitForOther(cell: Cell): Promise<void> {
  cell.status.say('Waiting for the other run');
  const python = await pagePython();
  if (python.state.kind === 'failed') python.retry();
}

async function runNow(wanted: Wanted): Promise<void> {
  const { cell, view, signal } = wanted;
  cell.status.say('Waiting for Python');
  try {
    const python = await pagePython();
    if (signal.aborted) cell.status.say('Not run.');
    else await runWith(python, wanted);
  } catch (error) {
    cell.status.say('');
    view.loading.showFailure(sayFailure(error), () => void cell.run());
  }
}

function sayFailure(error: unknown): string {
  if (error instanceof MissingPartError) return error.message;
  return `Python could not be loaded: ${error instanceof Error ? error.message : error}.`;
}

interface Wanted {
  readonly cell: Cell;
  readonly view: RunView;
  readonly signal: AbortSignal;
  readonly check: CellCheck | undefined;
}

async function runWith(python: PythonClient, { cell, view, signal, check }: Wanted): Promise<void> {
  const run = new SessionRun(cell, check);
  const stop = () => stopPython(python);
  signal.addEventListener('abort', stop);
  view.loading.show(python.state, python);
  const endWatch = python.watch((state) => view.loading.show(state, python));
  try {
    run.show(await python.run({ session: cell.session, blocks: run.blocks }, run));
  } finally {
    signal.removeEventListener('abort', stop);
    run.timer.end();
    endWatch();
    view.loading.hide();
  }
}

/** Ends the run, or the loading that it waits for. */
function stopPython(python: PythonClient): void {
  if (python.state.kind === 'loading' || python.state.kind === 'failed') python.cancel();
  else python.stop();
}

/** One run: the cells of a session up to the requested one, with their code at the start of the run. */
class SessionRun {
  readonly timer: RunTimer;
  readonly #wanted: Cell;
  readonly #check: CellCheck | undefined;
  readonly #cells: readonly Cell[];
  readonly #codes: readonly BlockCode[];
  readonly #begun = new Set<Cell>();

  constructor(wanted: Cell, check: CellCheck | undefined) {
    this.#wanted = wanted;
    this.#check = check;
    this.#cells = cellsUpTo(wanted);
    this.#codes = this.#cells.map(({ exampleId, code }) => ({ id: exampleId, code }));
    this.timer = new RunTimer(wanted.status);
  }

  get blocks() {
    return this.#codes.map(({ id, code }) => ({
      id,
      code: code.endsWith('\n') ? code : `${code}\n`,
      check: id === this.#wanted.exampleId ? this.#check?.code : undefined,
    }));
  }

  began = (id: string): void => {
    const cell = this.#cellOf(id);
    if (!cell) return;
    this.#begun.add(cell);
    viewOf(cell).begin(this.#codesUpTo(cell));
    this.timer.begin(cell === this.#wanted ? 'Running' : `Running ${id} first`);
  };

  printed = (id: string, stream: 'stdout' | 'stderr', text: string): void => {
    const cell = this.#cellOf(id);
    if (cell) viewOf(cell).print(stream, text);
  };

  show(results: readonly PageBlockResult[]): void {
    const judged = results.flatMap((result) => {
      const cell = this.#cellOf(result.id);
      return cell && (this.#begun.has(cell) || cell === this.#wanted) ? [this.#showResult(cell, result)] : [];
    });
    this.#sayRan(judged.filter(({ cell }) => cell !== this.#wanted));
    const own = results.find(({ id }) => id === this.#wanted.exampleId);
    if (own) this.#check?.ended(own);
  }

  #showResult(cell: Cell, result: PageBlockResult): { cell: Cell; kind: RunJudgement['kind'] } {
    const codes = this.#codesUpTo(cell);
    const { kind } = viewOf(cell).finish(result, contextOf(cell, codes, this.#cells), codes);
    keepRun(tabStorage, storageKey('run', location.pathname, cell.exampleId), { blocks: codes, result });
    return { cell, kind };
  }

  #codesUpTo(cell: Cell): readonly BlockCode[] {
    return this.#codes.slice(0, this.#cells.indexOf(cell) + 1);
  }

  /** “Ran price-data, then price-loss, then this one.” */
  #sayRan(first: readonly { cell: Cell; kind: RunJudgement['kind'] }[]): void {
    const words = first.flatMap(({ cell: { exampleId }, kind }) => [
      makeElement('a', { href: `#example-${exampleId}`, translate: false }, exampleId),
      kind === 'ended' ? ', which did not come to its end, then ' : ', then ',
    ]);
    viewOf(this.#wanted).sayRan(...(words.length === 0 ? [] : ['Ran ', ...words, 'this one.']));
  }

  #cellOf(id: string): Cell | undefined {
    return this.#cells.find(({ exampleId }) => exampleId === id);
  }
}

function contextOf(
  { lesson, raises, isAlone, isAnswer }: Cell,
  codes: readonly BlockCode[],
  cells: readonly Cell[],
): RunContext {
  const lessons = cells.map(({ exampleId, lesson: { code } }) => ({ id: exampleId, code }));
  return { expected: lesson.expected, raises, changed: changedInRun(codes, lessons), alone: isAlone || isAnswer };
}

function viewOf(cell: Cell): RunView {
  const view = views.get(cell) ?? new RunView(cell);
  views.set(cell, view);
  return view;
}
