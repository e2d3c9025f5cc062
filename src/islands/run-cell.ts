import type { PageBlockResult, PythonClient } from '../python/python-client.ts';
import type { Cell } from './cell.ts';
import type { RunContext } from './judge-run.ts';
import { makeElement } from './make-element.ts';
import { pagePython } from './page-python.ts';
import { RunView } from './run-view.ts';

const views = new WeakMap<Cell, RunView>();

/** Seconds after which a run is said to take long. */
const long = 3;

/**
 * Runs a cell and, before it, the cells of its session that have not run as they are now; shows what comes out in each.
 */
export async function runCell(cell: Cell): Promise<void> {
  cell.isRunning = true;
  cell.bar.say('Waiting for Python');
  const view = viewOf(cell);
  try {
    const python = await pagePython();
    await runWith(python, cell, view);
  } catch (error) {
    const reason = error instanceof Error ? `${error.message}.` : '';
    cell.bar.say('');
    view.loading.showFailure(`A part of the page could not be fetched. ${reason}`, () => runCell(cell));
  } finally {
    cell.isRunning = false;
  }
}

/** Ends what runs in the page, or gives up loading. */
export async function stopCell(): Promise<void> {
  const python = await pagePython();
  if (python.state.kind === 'loading' || python.state.kind === 'failed') python.cancel();
  else python.stop();
}

async function runWith(python: PythonClient, cell: Cell, view: RunView): Promise<void> {
  const cells = cellsUpTo(cell);
  const byId = new Map(cells.map((one) => [one.exampleId, one]));
  const codes = new Map(cells.map((one) => [one.exampleId, one.code]));
  const timer = new RunTimer(cell);
  view.loading.show(python.state, python);
  const endWatch = python.watch((state) => view.loading.show(state, python));
  const blocks = [...codes].map(([id, code]) => ({ id, code: code.endsWith('\n') ? code : `${code}\n` }));
  const results = await python.run(
    { session: cell.session, blocks },
    {
      began(id) {
        const begun = byId.get(id);
        if (begun) viewOf(begun).begin(codes.get(id) ?? '');
        timer.begin(begun === cell ? 'Running' : `Running ${id} first`);
      },
      printed(id, stream, text) {
        const printing = byId.get(id);
        if (printing) viewOf(printing).print(stream, text);
      },
    },
  );
  endWatch();
  timer.end();
  view.loading.element.hidden = true;
  for (const result of results) showResult(result, cells, codes, cell);
  sayRan(view, results, cell);
}

function showResult(
  result: PageBlockResult,
  cells: readonly Cell[],
  codes: ReadonlyMap<string, string>,
  wanted: Cell,
): void {
  const cell = cells.find(({ exampleId }) => exampleId === result.id);
  if (!cell || (result.kept && cell !== wanted)) return;
  // What was never begun has nothing to show, but the cell that was asked for says so.
  const before = cells.slice(0, cells.indexOf(cell));
  const judgement = viewOf(cell).finish(
    result,
    contextOf(cell, before),
    codes.get(result.id) ?? '',
    before.map(({ exampleId }) => codes.get(exampleId) ?? '').join('\n'),
  );
  cell.bar.say(judgement.words);
  cell.dataset['judged'] = judgement.kind;
}

function contextOf(cell: Cell, before: readonly Cell[]): RunContext {
  const { lesson, raises } = cell;
  const changed = cell.isChanged ? 'this' : before.some((one) => one.isChanged) ? 'before' : 'none';
  return { expected: lesson.expected, raises, changed, alone: cell.isAlone };
}

/** “Ran price-data, then price-mse, then this one.” */
function sayRan(view: RunView, results: readonly PageBlockResult[], wanted: Cell): void {
  const first = results.filter(({ id, kept, end }) => id !== wanted.exampleId && !kept && end.how !== 'not run');
  const links = first.map(({ id }) => makeElement('a', { href: `#example-${id}` }, id));
  view.sayRan(...(links.length === 0 ? [] : ['Ran ', ...links.flatMap((link) => [link, ', then ']), 'this one.']));
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

/** Says that something runs; and, when it takes long, how long it has. */
class RunTimer {
  private readonly cell: Cell;
  private timer = 0;

  constructor(cell: Cell) {
    this.cell = cell;
  }

  begin(words: string): void {
    this.end();
    const since = performance.now();
    this.cell.bar.say(words);
    this.timer = window.setInterval(() => {
      const seconds = Math.round((performance.now() - since) / 1000);
      if (seconds === long) this.cell.bar.say('Still running. Stop ends it.');
      if (seconds >= long) this.cell.bar.note(`${seconds} s`);
    }, 1000);
  }

  end(): void {
    window.clearInterval(this.timer);
  }
}
