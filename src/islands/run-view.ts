import { explainEnd } from '../python/explain-end.ts';
import { explainError } from '../python/explain-error.ts';
import { explainOutput } from '../python/explain-output.ts';
import type { PageBlockResult } from '../python/python-client.ts';
import type { Cell } from './cell.ts';
import { diffPane } from './diff-pane.ts';
import { errorPane, remarkPane } from './error-pane.ts';
import { judgeRun, printedText, type RunContext, type RunJudgement } from './judge-run.ts';
import { LoadingPanel } from './loading-panel.ts';
import { makeElement } from './make-element.ts';
import { OutputPane } from './output-pane.ts';
import { viewSwitch } from './view-switch.ts';

/** What stands under a cell once it has been run. */
export class RunView {
  readonly loading = new LoadingPanel();
  private readonly cell: Cell;
  private readonly result = makeElement('div', { className: 'cell-result', hidden: true });
  private readonly ran = makeElement('p', { className: 'cell-ran', hidden: true });
  private output = new OutputPane();
  /** The code that the result shown belongs to. */
  private code: string | undefined;

  constructor(cell: Cell) {
    this.cell = cell;
    cell.bar.element.after(this.loading.element, this.result);
    cell.addEventListener('code-changed', () => this.compareCode());
  }

  /** The code runs from here on. What the lesson prints stays until something comes, and its room until the end. */
  begin(code: string): void {
    this.code = code;
    this.cell.markLine(null);
    this.compareCode();
    this.output = new OutputPane();
    const { output } = this.cell.lesson;
    this.result.style.minBlockSize = `${Math.max(this.result.offsetHeight, output?.offsetHeight ?? 0)}px`;
  }

  print(stream: 'stdout' | 'stderr', text: string): void {
    if (this.output.length === 0) this.showParts(this.output.element);
    this.output.print(stream, text);
  }

  /**
   * Shows how it came out. Returns what was made of it.
   *
   * @param earlier the code of the session before this cell
   */
  finish(result: PageBlockResult, context: RunContext, code: string, earlier: string): RunJudgement {
    this.code = code;
    const judgement = judgeRun(result, context);
    const own = this.ownParts(result, judgement, context.raises, earlier);
    if (own.length === 0 && judgement.kind === 'ended') this.showLesson();
    else this.showResult(own, judgement);
    this.result.style.minBlockSize = '';
    this.compareCode();
    return judgement;
  }

  /** Says what had to run first. */
  sayRan(...words: (Node | string)[]): void {
    this.ran.replaceChildren(...words);
    this.ran.hidden = words.length === 0;
  }

  /** What came out, and what is to be said of it. */
  private ownParts(
    { end, stdout, stderr, figures, ...rest }: PageBlockResult,
    { kind }: RunJudgement,
    raises: string | undefined,
    earlier: string,
  ): HTMLElement[] {
    const code = this.code ?? '';
    const failed = end.how === 'raised' && end.exception.types[0] !== raises ? end.exception : undefined;
    const printed = failed ? stdout : printedText({ end, stdout, stderr, figures, ...rest });
    this.output.finish(printed, stderr);
    const parts = this.output.length > 0 ? [this.output.element] : [];
    if (failed) {
      this.cell.markLine(failed.line);
      parts.push(errorPane(failed, explainError(failed, code, earlier)));
    } else if (kind !== 'same') {
      const words = explainEnd(end) ?? explainOutput({ stdout, stderr, code });
      if (words !== undefined) parts.push(remarkPane(words));
    }
    if (figures.length > 0) parts.push(this.figuresPane(figures));
    return parts;
  }

  /** Where it is not what the lesson has, the lesson's and the differences stay a button away. */
  private showResult(own: readonly HTMLElement[], { kind, rows }: RunJudgement): void {
    const mine = makeElement('div', {}, ...own);
    const { output } = this.cell.lesson;
    if (kind === 'same' || kind === 'finished' || (!output && rows.length === 0)) {
      this.showParts(mine);
      return;
    }
    const diff = rows.length > 0 ? [diffPane(rows, { expected: 'lesson', actual: 'yours' })] : [];
    const views = [
      { name: 'Your output', value: 'yours', panes: [mine] },
      ...(output ? [{ name: 'The lesson’s', value: 'lesson', panes: [] }] : []),
      ...(rows.length > 0 ? [{ name: 'Differences', value: 'differences', panes: diff }] : []),
    ];
    this.showParts(
      viewSwitch(views, (value) => this.cell.setAttribute('data-shows', value)),
      mine,
      ...diff,
    );
  }

  private showParts(...parts: HTMLElement[]): void {
    this.result.replaceChildren(this.ran, ...parts);
    this.result.hidden = false;
    this.cell.setAttribute('data-shows', 'yours');
  }

  /** Nothing came out: what the lesson says stands there again. */
  private showLesson(): void {
    this.result.hidden = true;
    this.cell.removeAttribute('data-shows');
  }

  private figuresPane(figures: readonly unknown[]): HTMLElement {
    const pane = makeElement('div', { className: 'cell-figures' });
    void import('./draw-figures.ts')
      .then(({ drawFigures }) => drawFigures(figures, this.cell.exampleId))
      .catch((error) => [
        remarkPane(`The picture could not be drawn: ${error instanceof Error ? error.message : error}`),
      ])
      .then((pictures) => pane.replaceChildren(...pictures));
    return pane;
  }

  /** A result stays when the code is changed, and shows that it is of other code. */
  private compareCode(): void {
    this.result.classList.toggle('cell-stale', this.code !== undefined && this.code !== this.cell.code);
  }
}
