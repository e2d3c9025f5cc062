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

const names = { expected: 'lesson', actual: 'yours' };

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
    this.result.style.minBlockSize = `${Math.max(this.result.offsetHeight, this.cell.lesson.output?.offsetHeight ?? 0)}px`;
    this.result.classList.add('cell-pending');
  }

  print(stream: 'stdout' | 'stderr', text: string): void {
    if (this.output.length === 0) this.showParts(this.output.element);
    this.output.print(stream, text);
  }

  /** Shows how it came out. Returns what was made of it. */
  finish(result: PageBlockResult, context: RunContext, code: string, earlier: string): RunJudgement {
    this.code = code;
    const judgement = judgeRun(result, context);
    const { end } = result;
    const meant = end.how === 'raised' && end.exception.types[0] === context.raises;
    this.output.finish(meant ? printedText(result) : result.stdout, result.stderr);
    const parts = this.parts(result, judgement, meant, earlier);
    if (parts.length > 0 || judgement.kind !== 'ended') this.showParts(...parts);
    else this.showLesson();
    this.result.style.minBlockSize = '';
    this.result.classList.remove('cell-pending');
    this.compareCode();
    if (end.how === 'raised' && !meant) this.cell.markLine(end.exception.line);
    void this.drawFigures(result.figures);
    return judgement;
  }

  /** Says what had to run first. */
  sayRan(...words: (Node | string)[]): void {
    this.ran.replaceChildren(...words);
    this.ran.hidden = words.length === 0;
  }

  private parts(result: PageBlockResult, { kind, rows }: RunJudgement, meant: boolean, earlier: string): HTMLElement[] {
    const { end, stdout, stderr } = result;
    const output = this.output.length > 0 ? [this.output.element] : [];
    if (end.how === 'raised' && !meant) {
      return [...output, errorPane(end.exception, explainError(end.exception, this.code ?? '', earlier))];
    }
    const unlike = kind !== 'same';
    const words = explainEnd(end) ?? (unlike ? explainOutput({ stdout, stderr, code: this.code ?? '' }) : undefined);
    const remark = words === undefined ? [] : [remarkPane(words)];
    if (kind !== 'differs') return [...output, ...remark];
    return [this.compareButtons(rows), ...output, ...remark];
  }

  /** Buttons that show, in place of what came out, what the lesson says, or the differences of the two. */
  private compareButtons(rows: RunJudgement['rows']): HTMLElement {
    const lesson = this.cell.lesson.output?.cloneNode(true) as HTMLElement | undefined;
    const views: [name: string, pane: HTMLElement][] = [
      ['Your output', this.output.element],
      ...(lesson ? [['The lesson’s', lesson] as [string, HTMLElement]] : []),
      ...(rows.length > 0 ? [['Differences', diffPane(rows, names)] as [string, HTMLElement]] : []),
    ];
    const buttons = views.map(([name]) =>
      makeElement('button', { type: 'button', className: 'cell-view', ariaPressed: 'false' }, name),
    );
    const choose = (chosen: number) => {
      for (const [i, [, pane]] of views.entries()) {
        pane.hidden = i !== chosen;
        buttons[i]?.setAttribute('aria-pressed', String(i === chosen));
      }
    };
    for (const [i, one] of buttons.entries()) one.addEventListener('click', () => choose(i));
    choose(0);
    const switcher = makeElement('div', { className: 'cell-views', role: 'group', ariaLabel: 'Show' }, ...buttons);
    return makeElement('div', {}, switcher, ...views.slice(1).map(([, pane]) => pane));
  }

  private showParts(...parts: HTMLElement[]): void {
    this.result.replaceChildren(this.ran, ...parts);
    this.result.hidden = false;
    this.cell.toggleAttribute('data-ran', true);
  }

  /** Nothing came out: what the lesson says stands there again. */
  private showLesson(): void {
    this.result.hidden = true;
    this.cell.removeAttribute('data-ran');
  }

  private async drawFigures(figures: readonly unknown[]): Promise<void> {
    if (figures.length === 0) return;
    const { drawFigures } = await import('./draw-figures.ts');
    this.result.append(...drawFigures(figures, this.cell.exampleId));
  }

  /** A result stays when the code is changed, and says that it is of other code. */
  private compareCode(): void {
    const stale = this.code !== undefined && this.code !== this.cell.code;
    this.result.classList.toggle('cell-stale', stale);
  }
}
