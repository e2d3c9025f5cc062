import type { PageBlockResult, PythonClient } from '../python/python-client.ts';
import type { Cell } from './cell.ts';
import type { RunContext, RunJudgement } from './judge-run.ts';
import { makeElement } from './make-element.ts';
import { pagePython } from './page-python.ts';
import { RunTimer } from './run-timer.ts';
import { RunTurns } from './run-turns.ts';
import { RunView } from './run-view.ts';

const views = new WeakMap<Cell, RunView>();
const turns = new RunTurns<Cell>();

/**
 * Runs a cell and, before it, the cells of its session that have not run as they are now; shows what comes out in each.
 */
export async function runCell(cell: Cell): Promise<void> {
  cell.isRunning = true;
  if (turns.current) void waitForOther(cell);
  if (await turns.take(cell)) {
    await runNow(cell);
    turns.leave();
  } else {
    cell.bar.say('Not run.');
  }
  cell.isRunning = false;
}

/** Who asks while loading has failed asks for another try, too. */
async function waitForOther(cell: Cell): Promise<void> {
  cell.bar.say('Waiting for the other run');
  const python = await pagePython();
  if (python.state.kind === 'failed') python.retry();
}

/** Ends the run of a cell, or what it waits for. */
export async function stopCell(cell: Cell): Promise<void> {
  if (turns.current !== cell) return turns.withdraw(cell);
  const python = await pagePython();
  if (python.state.kind === 'loading' || python.state.kind === 'failed') python.cancel();
  else python.stop();
}

async function runNow(cell: Cell): Promise<void> {
  const view = viewOf(cell);
  cell.bar.say('Waiting for Python');
  try {
    await runWith(await pagePython(), cell, view);
  } catch (error) {
    cell.bar.say('');
    const reason = error instanceof Error ? error.message : String(error);
    view.loading.showFailure(`Python could not be loaded: ${reason}.`, () => void runCell(cell));
  }
}

async function runWith(python: PythonClient, cell: Cell, view: RunView): Promise<void> {
  const run = new SessionRun(cell);
  view.loading.show(python.state, python);
  const endWatch = python.watch((state) => view.loading.show(state, python));
  try {
    run.show(await python.run({ session: cell.session, blocks: run.blocks }, run));
  } finally {
    run.timer.end();
    endWatch();
    view.loading.hide();
  }
}

/** One run: the cells of a session up to the one that is wanted, with the code that they had when it began. */
class SessionRun {
  readonly timer: RunTimer;
  private readonly wanted: Cell;
  private readonly cells: readonly Cell[];
  private readonly codes: ReadonlyMap<string, string>;
  private readonly begun = new Set<Cell>();

  constructor(wanted: Cell) {
    this.wanted = wanted;
    this.cells = cellsUpTo(wanted);
    this.codes = new Map(this.cells.map(({ exampleId, code }) => [exampleId, code]));
    this.timer = new RunTimer(wanted.bar);
  }

  get blocks() {
    return [...this.codes].map(([id, code]) => ({ id, code: code.endsWith('\n') ? code : `${code}\n` }));
  }

  began = (id: string): void => {
    const cell = this.cellOf(id);
    if (!cell) return;
    this.begun.add(cell);
    viewOf(cell).begin(this.codes.get(id) ?? '');
    this.timer.begin(cell === this.wanted ? 'Running' : `Running ${id} first`);
  };

  printed = (id: string, stream: 'stdout' | 'stderr', text: string): void => {
    const cell = this.cellOf(id);
    if (cell) viewOf(cell).print(stream, text);
  };

  show(results: readonly PageBlockResult[]): void {
    const judged = results.flatMap((result) => {
      const cell = this.cellOf(result.id);
      return cell && (this.begun.has(cell) || cell === this.wanted) ? [this.showResult(cell, result)] : [];
    });
    this.sayRan(judged.filter(({ cell }) => cell !== this.wanted));
  }

  private showResult(cell: Cell, result: PageBlockResult): { cell: Cell; kind: RunJudgement['kind'] } {
    const before = this.cells.slice(0, this.cells.indexOf(cell));
    const code = this.codes.get(cell.exampleId) ?? '';
    const earlier = before.map(({ exampleId }) => this.codes.get(exampleId) ?? '').join('\n');
    const { words, kind } = viewOf(cell).finish(result, contextOf(cell, before), code, earlier);
    cell.bar.say(words);
    cell.dataset['judged'] = kind;
    return { cell, kind };
  }

  /** “Ran price-data, then price-loss, then this one.” */
  private sayRan(first: readonly { cell: Cell; kind: RunJudgement['kind'] }[]): void {
    const words = first.flatMap(({ cell: { exampleId }, kind }) => [
      makeElement('a', { href: `#example-${exampleId}` }, exampleId),
      kind === 'ended' ? ', which did not come to its end, then ' : ', then ',
    ]);
    viewOf(this.wanted).sayRan(...(words.length === 0 ? [] : ['Ran ', ...words, 'this one.']));
  }

  private cellOf(id: string): Cell | undefined {
    return this.cells.find(({ exampleId }) => exampleId === id);
  }
}

function contextOf(cell: Cell, before: readonly Cell[]): RunContext {
  const { lesson, raises, isAlone } = cell;
  const changed = cell.isChanged ? 'this' : before.some((one) => one.isChanged) ? 'before' : 'none';
  return { expected: lesson.expected, raises, changed, alone: isAlone };
}

/** The cells of the session of `cell`, up to and with it. */
function cellsUpTo(cell: Cell): Cell[] {
  const all = [...document.querySelectorAll('python-cell')];
  return all.slice(0, all.indexOf(cell) + 1).filter(({ session }) => session === cell.session);
}

function viewOf(cell: Cell): RunView {
  const view = views.get(cell) ?? new RunView(cell);
  views.set(cell, view);
  return view;
}
