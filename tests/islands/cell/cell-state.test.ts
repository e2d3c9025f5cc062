import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellFace, changedInRun, faceOf } from '../../../src/islands/cell/cell-face.ts';
import {
  afterEvent,
  type BlockCode,
  type CellEvent,
  type CellState,
  newCell,
} from '../../../src/islands/cell/cell-state.ts';
import { judgeRun } from '../../../src/islands/cell/judge-run.ts';

const ids = ['loss', 'slope', 'descent'];
const lessons: readonly BlockCode[] = ids.map((id) => ({ id, code: `${id}()\n` }));

/** A stand-in for Python: what a block prints depends on its code and on all code before it, but not on `#`. */
function outputOf(blocks: readonly BlockCode[]): string {
  const own = blocks.at(-1)?.code ?? '';
  const before = blocks.slice(0, -1).map(({ code }) => code.replaceAll('#', ''));
  return `${[...before, own.replaceAll('#', '')].join('|')}\n`;
}

type Step =
  | { readonly does: 'write'; readonly cell: number; readonly code: string }
  | { readonly does: 'restore'; readonly cell: number; readonly code: string; readonly fromLastTime: boolean }
  | { readonly does: 'reset' | 'undo'; readonly cell: number }
  | { readonly does: 'begin'; readonly cell: number }
  | { readonly does: 'print' }
  | { readonly does: 'end'; readonly how: 'returned' | 'stopped' | 'stopped early' };

/** A page: cells, the output that stands under each, and the run that goes on. */
class PageModel {
  cells: CellState[] = lessons.map(({ id, code }) => newCell(id, code));
  readonly outputs: (string | undefined)[] = ids.map(() => undefined);
  private running: { readonly cell: number; readonly blocks: readonly BlockCode[] } | undefined;

  take(step: Step): void {
    if (step.does === 'write') this.tell(step.cell, { kind: 'edited', code: step.code });
    if (step.does === 'restore')
      this.tell(step.cell, { kind: 'restored', code: step.code, fromLastTime: step.fromLastTime });
    if (step.does === 'reset') this.tell(step.cell, { kind: 'reset' });
    if (step.does === 'undo') this.undo(step.cell);
    if (step.does === 'begin') this.begin(step.cell);
    if (step.does === 'print') this.print();
    if (step.does === 'end') this.end(step.how);
  }

  face(cell: number): CellFace {
    return faceOf(this.cells.slice(0, cell + 1));
  }

  codes(cell: number): BlockCode[] {
    return this.cells.slice(0, cell + 1).map(({ id, code }) => ({ id, code }));
  }

  /** The output that a reader sees, or `undefined` while a run has only begun to print. */
  shownOutput(cell: number): string | undefined {
    return this.face(cell).shows === 'lesson' ? outputOf(lessons.slice(0, cell + 1)) : this.outputs[cell];
  }

  private undo(cell: number): void {
    const code = this.cells[cell]?.dropped;
    if (code !== undefined) this.tell(cell, { kind: 'edited', code });
  }

  private begin(cell: number): void {
    if (this.running) return;
    this.running = { cell, blocks: this.codes(cell) };
    this.tell(cell, { kind: 'run asked' });
  }

  private print(): void {
    if (!this.running) return;
    const { cell, blocks } = this.running;
    this.outputs[cell] = undefined;
    this.tell(cell, { kind: 'printed', blocks });
  }

  private end(how: 'returned' | 'stopped' | 'stopped early'): void {
    if (!this.running) return;
    const { cell, blocks } = this.running;
    this.running = undefined;
    this.tell(cell, { kind: 'run over' });
    const stdout = how === 'returned' ? outputOf(blocks) : 'partly';
    this.outputs[cell] = stdout;
    if (how === 'stopped early') {
      this.tell(cell, { kind: 'ended empty', judged: 'ended' });
      return;
    }
    const end = { how } as const;
    const expected = outputOf(lessons.slice(0, cell + 1));
    const { kind, words } = judgeRun(
      { id: ids[cell] ?? '', end, stdout, stderr: '', figures: [], seconds: 0.1, kept: false },
      { expected, raises: undefined, changed: changedInRun(blocks, lessons) },
    );
    this.tell(cell, { kind: 'ended', blocks, judged: kind, words });
  }

  private tell(cell: number, event: CellEvent): void {
    this.cells = this.cells.map((state, i) => (i === cell ? afterEvent(state, event) : state));
  }
}

function blocksOf(cell: CellState | undefined): readonly BlockCode[] {
  return cell && cell.output.kind !== 'lesson' ? cell.output.blocks : [];
}

const anyCell = fc.nat({ max: ids.length - 1 });
// The lesson's code, with a comment that changes nothing, and others.
const anyCode = fc.constantFrom('loss()\n', 'slope()\n', 'descent()\n', '#loss()\n', '#slope()\n', 'x\n', '');
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('write' as const), cell: anyCell, code: anyCode }),
  fc.record({ does: fc.constant('restore' as const), cell: anyCell, code: anyCode, fromLastTime: fc.boolean() }),
  fc.record({ does: fc.constantFrom('reset' as const, 'undo' as const), cell: anyCell }),
  fc.record({ does: fc.constant('begin' as const), cell: anyCell }),
  fc.constant({ does: 'print' as const }),
  fc.record({
    does: fc.constant('end' as const),
    how: fc.constantFrom('returned', 'returned', 'returned', 'stopped', 'stopped early'),
  }),
);

function inEveryState(check: (page: PageModel, cell: number, face: CellFace) => void): void {
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
      const page = new PageModel();
      for (const step of steps) {
        page.take(step);
        for (const cell of ids.keys()) check(page, cell, page.face(cell));
      }
    }),
    { numRuns: 500 },
  );
}

describe('whatever is edited, run, stopped, reloaded and reset, in whatever order', () => {
  it('the lesson’s mark stands for no other code and no other output', () => {
    inEveryState((page, cell, face) => {
      if (face.mark !== 'of this') return;
      expect(page.codes(cell)).toEqual(lessons.slice(0, cell + 1));
      expect(page.shownOutput(cell)).toBe(outputOf(lessons.slice(0, cell + 1)));
      expect(face.isDimmed).toBe(false);
    });
  });

  it('“same as the lesson” is said of no other code, and “same output” of no other output', () => {
    inEveryState((page, cell, { says }) => {
      const words = says && 'words' in says ? says.words : '';
      if (words.includes('same')) expect(page.shownOutput(cell)).toBe(outputOf(lessons.slice(0, cell + 1)));
      if (words.includes('same as')) expect(page.codes(cell)).toEqual(lessons.slice(0, cell + 1));
      if (words.includes('same')) expect(outputOf(page.codes(cell))).toBe(outputOf(lessons.slice(0, cell + 1)));
    });
  });

  it('an output that is not that of the code beside it is dimmed, or is the lesson’s and marked as such', () => {
    inEveryState((page, cell, face) => {
      const shown = page.shownOutput(cell);
      if (shown === undefined || shown === 'partly' || shown === outputOf(page.codes(cell))) return;
      expect(face.isDimmed || (face.shows === 'lesson' && face.mark === 'of the lesson')).toBe(true);
      if (face.shows === 'run') expect(face.says).toHaveProperty('changedSince');
    });
  });

  it('with the lesson’s code everywhere, and no run of it that came out otherwise, the page is as it was', () => {
    inEveryState((page, cell, face) => {
      if (!page.cells.slice(0, cell + 1).every(({ code, lesson }) => code === lesson)) return;
      if (face.shows === 'run') {
        expect(blocksOf(page.cells[cell])).toEqual(page.codes(cell));
      } else {
        const { canUndo, isRunning, judged } = face;
        const fresh = faceOf(lessons.slice(0, cell + 1).map(({ id, code }) => newCell(id, code)));
        expect(face).toEqual({ ...fresh, canUndo, isRunning, judged });
      }
    });
  });

  it('a run is stale exactly while its code or that of one before it is another, and names those', () => {
    inEveryState((page, cell, face) => {
      if (face.shows !== 'run') return;
      const ran = blocksOf(page.cells[cell]);
      const changed = page.codes(cell).filter(({ code }, i) => ran[i]?.code !== code);
      const named = face.says && 'changedSince' in face.says ? face.says.changedSince : [];
      expect(named).toEqual(changed.map(({ id }) => id));
    });
  });
});

describe('a cell', () => {
  const start = lessons.map(({ id, code }) => newCell(id, code));
  const [loss, slope] = start as [CellState, CellState];

  it('that was left changed is labeled as such until it is changed or run', () => {
    const restored = afterEvent(loss, { kind: 'restored', code: 'x', fromLastTime: true });
    expect(faceOf([restored])).toMatchObject({ isFromLastTime: true, isDimmed: true, mark: 'of the lesson' });
    expect(faceOf([afterEvent(restored, { kind: 'edited', code: 'xy' })]).isFromLastTime).toBe(false);
    expect(faceOf([afterEvent(restored, { kind: 'printed', blocks: [restored] })]).isFromLastTime).toBe(false);
  });

  it('after a changed one that has not run keeps the lesson’s output, of the lesson', () => {
    const changed = afterEvent(loss, { kind: 'edited', code: 'x' });
    expect(faceOf([changed, slope])).toMatchObject({ shows: 'lesson', isDimmed: false, mark: 'of the lesson' });
  });
});

describe('every event', () => {
  const start = newCell('loss', 'loss()\n');
  const blocks = [{ id: 'loss', code: 'x\n' }];
  const ended = { kind: 'ended', blocks, judged: 'differs', words: 'It differs.' } as const;
  const edited = afterEvent(start, { kind: 'edited', code: 'x\n' });

  it.each<[CellEvent, CellState, Partial<CellState>]>([
    [
      { kind: 'edited', code: 'y' },
      { ...start, dropped: 'x' },
      { code: 'y', dropped: undefined },
    ],
    [{ kind: 'restored', code: 'y', fromLastTime: true }, start, { code: 'y', isFromLastTime: true }],
    [{ kind: 'restored', code: 'y', fromLastTime: false }, start, { code: 'y' }],
    [{ kind: 'reset' }, edited, { code: 'loss()\n', dropped: 'x\n' }],
    [{ kind: 'reset' }, { ...start, dropped: 'x' }, { dropped: 'x' }],
    [{ kind: 'replaced', before: 'z' }, edited, { dropped: 'z' }],
    [{ kind: 'editor opened' }, start, { isEditing: true }],
    [{ kind: 'editor closed' }, { ...start, isEditing: true }, { isEditing: false }],
    [{ kind: 'run asked' }, start, { isRunning: true }],
    [{ kind: 'run over' }, { ...start, isRunning: true }, { isRunning: false }],
    [
      { kind: 'printed', blocks },
      { ...edited, isFromLastTime: true },
      { isFromLastTime: false, output: { kind: 'printing', blocks } },
    ],
    [ended, edited, { output: ended, judged: 'differs' }],
    [
      { kind: 'ended empty', judged: 'ended' },
      { ...edited, output: ended },
      { output: { kind: 'lesson' }, judged: 'ended' },
    ],
  ])('%j changes what it names and nothing else', (event, before, change) => {
    expect(afterEvent(before, event)).toEqual({ ...before, ...change });
  });
});

describe('changedInRun', () => {
  const run = (...codes: string[]) => ids.map((id, i) => ({ id, code: codes[i] ?? lessons[i]?.code ?? '' }));
  it.each([
    [run(), 'none'],
    [run('x'), 'before'],
    [run('loss()\n', 'slope()\n', 'x'), 'this'],
    [run('x', 'slope()\n', 'x'), 'this'],
  ])('%j: %s', (blocks, whose) => expect(changedInRun(blocks, lessons)).toBe(whose));
});
