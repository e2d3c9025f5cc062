import '../../styles/components/cell/error.css';
import '../../styles/components/cell/result.css';
import '../../styles/components/cell/loading.css';
import { explainEnd } from '../../python/explain/explain-end.ts';
import { explainError } from '../../python/explain/explain-error.ts';
import { explainOutput } from '../../python/explain/explain-output.ts';
import type { PageBlockResult } from '../../python/page/python-client.ts';
import { fetchPart } from '../dom/fetch-part.ts';
import { makeElement } from '../dom/make-element.ts';
import type { Cell } from './cell.ts';
import type { BlockCode } from './cell-state.ts';
import { diffPane } from './diff-pane.ts';
import { errorPane, remarkPane } from './error-pane.ts';
import { judgeRun, printedText, type RunContext, type RunJudgement } from './judge-run.ts';
import { LoadingPanel } from './loading-panel.ts';
import { OutputPane } from './output-pane.ts';
import { viewSwitch } from './view-switch.ts';

/** The result area of a cell. */
export class RunView {
  readonly loading = new LoadingPanel();
  readonly #cell: Cell;
  readonly #result = makeElement('div', { className: 'cell-result' });
  readonly #ran = makeElement('p', { className: 'cell-ran', hidden: true });
  #output = new OutputPane();
  /** The code of the current or the last run. */
  #blocks: readonly BlockCode[] = [];

  constructor(cell: Cell) {
    this.#cell = cell;
    cell.bar.element.after(this.loading.element, this.#result);
  }

  /** Starts a run. The old result stays until there is output, and its height until the end. */
  begin(blocks: readonly BlockCode[]): void {
    this.#blocks = blocks;
    this.#cell.markLine(null);
    this.#output = new OutputPane();
    const { output } = this.#cell.lesson;
    this.#result.style.minBlockSize = `${Math.max(this.#result.offsetHeight, output?.offsetHeight ?? 0)}px`;
  }

  print(stream: 'stdout' | 'stderr', text: string): void {
    if (this.#output.length === 0) {
      this.#showParts(this.#output.element);
      this.#cell.tell({ kind: 'printed', blocks: this.#blocks });
    }
    this.#output.print(stream, text);
  }

  /**
   * Shows the result of a run, and returns its judgement.
   *
   * @param blocks all code of the run, the cell's own last
   */
  finish(result: PageBlockResult, context: RunContext, blocks: readonly BlockCode[]): RunJudgement {
    this.#blocks = blocks;
    const judgement = judgeRun(result, context);
    const { kind, words } = judgement;
    const own = this.#ownParts(result, judgement, context);
    this.#result.style.minBlockSize = '';
    if (own.length === 0 && kind === 'ended') {
      this.#cell.tell({ kind: 'ended empty', judged: kind });
      this.#cell.status.say(words);
    } else {
      this.#showResult(own, judgement);
      this.#cell.tell({ kind: 'ended', blocks, judged: kind, words });
    }
    return judgement;
  }

  /** Shows which cells had to run first. */
  sayRan(...words: (Node | string)[]): void {
    this.#ran.replaceChildren(...words);
    this.#ran.hidden = words.length === 0;
  }

  /** The output, with the remarks about it. */
  #ownParts(
    { end, stdout, stderr, figures, ...rest }: PageBlockResult,
    { kind }: RunJudgement,
    { raises, changed }: RunContext,
  ): HTMLElement[] {
    const code = this.#blocks.at(-1)?.code ?? '';
    const failed = end.how === 'raised' && end.exception.types[0] !== raises ? end.exception : undefined;
    const printed = failed ? stdout : printedText({ end, stdout, stderr, figures, ...rest });
    this.#output.finish(printed, stderr);
    const parts = this.#output.length > 0 ? [this.#output.element] : [];
    if (failed) {
      // After a change of the code the line number would be wrong.
      if (code === this.#cell.code) this.#cell.markLine(failed.line);
      const earlier = this.#blocks.slice(0, -1).map((block) => block.code);
      parts.push(errorPane(failed, explainError(failed, code, earlier.join('\n'))));
    } else if (kind !== 'same' || changed === 'this') {
      const words = explainEnd(end) ?? explainOutput({ stdout, stderr, code });
      if (words !== undefined) parts.push(remarkPane(words));
    }
    if (figures.length > 0) parts.push(this.#figuresPane(figures));
    return parts;
  }

  /** Shows the result. If it differs from the lesson's, buttons switch to the lesson's and to the differences. */
  #showResult(own: readonly HTMLElement[], { kind, rows }: RunJudgement): void {
    const mine = makeElement('div', {}, ...own);
    const { output } = this.#cell.lesson;
    if (kind === 'same' || kind === 'finished' || (!output && rows.length === 0)) {
      this.#showParts(mine);
      return;
    }
    const diff = rows.length > 0 ? [diffPane(rows, { expected: 'lesson', actual: 'yours' })] : [];
    const views = [
      { name: 'Your output', value: 'yours', panes: [mine] },
      ...(output ? [{ name: 'The lesson’s', value: 'lesson', panes: [] }] : []),
      ...(rows.length > 0 ? [{ name: 'Differences', value: 'differences', panes: diff }] : []),
    ];
    this.#showParts(
      viewSwitch(views, (value) => this.#cell.setAttribute('data-view', value)),
      mine,
      ...diff,
    );
  }

  #showParts(...parts: HTMLElement[]): void {
    this.#result.replaceChildren(this.#ran, ...parts);
    if (!parts.some(({ className }) => className === 'cell-views')) this.#cell.setAttribute('data-view', 'yours');
  }

  #figuresPane(figures: readonly unknown[]): HTMLElement {
    const pane = makeElement('div', { className: 'cell-figures' });
    void fetchPart(() => import('./draw-figures.ts'))
      .then(({ drawFigures }) => drawFigures(figures, this.#cell.exampleId))
      .catch((error) => [
        remarkPane(`The picture could not be drawn: ${error instanceof Error ? error.message : error}`),
      ])
      .then((pictures) => pane.replaceChildren(...pictures));
    return pane;
  }
}
