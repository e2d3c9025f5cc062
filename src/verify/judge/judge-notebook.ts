import { compareOutput } from '../../examples/compare/compare.ts';
import { isShownValue } from '../../examples/compare/notebook-value.ts';
import type { Example, NotebookCellOutput } from '../../examples/example.ts';
import { placeInFence } from '../../examples/extract/place-in-fence.ts';
import { endsWithSemicolon } from '../../python/explain/last-expression.ts';
import { describeDifference } from '../findings/describe-difference.ts';
import type { Outcome } from '../findings/finding.ts';

/** The texts of a cell of a notebook, which `--update` writes. */
export interface CellText {
  readonly stdout: string;
  /** The value of the last expression; absent if a notebook shows none. */
  readonly result?: string;
}

/** The printed text of a cell, and the value of its last expression, which is empty for a statement or `None`. */
export interface CellRun {
  readonly stdout: string;
  readonly value: string;
}

/** Judges a cell of a notebook that ended as it should, by the output that is saved with it. */
export function judgeNotebook(example: Example, saved: NotebookCellOutput, { stdout, value }: CellRun): Outcome {
  const { code, output, cell, id, error } = example;
  // A semicolon at the end keeps IPython from showing the value.
  const hasValue = value !== '' && !endsWithSemicolon(code.text);
  const isSame = saved.result !== undefined && hasValue && isShownValue(saved.result, value);
  const text = cellText({ stdout, ...(hasValue && { result: isSame ? saved.result : value }) });
  if (cell?.hidesOutput) return { verdict: 'verified', text };
  if (!output || (output.text.trim() === '' && saved.stdout.trim() === '' && !hasValue)) {
    if (stdout === '') return { verdict: 'verified', text };
    const message = `It prints, but the notebook shows no output: ${stdout.split('\n')[0]?.slice(0, 100)}`;
    const hint = 'Run the notebook in Jupyter and save it, or run with `--update`.';
    const finding = { kind: 'unpinned' as const, place: code.place, example: id, message, hint };
    return { verdict: 'unpinned', finding, ...(error ? {} : { text }) };
  }
  // A widget, or an object that draws itself, is shown in place of its value.
  const isDrawn = saved.result === undefined && saved.hasPictures;
  const shown = hasValue && !isDrawn ? [isSame ? saved.result : value] : [];
  const came = lines([stdout, ...shown]);
  const difference = compareOutput(output.text, came) && compareOutput(output.text, overwritten(came));
  if (!difference) return { verdict: 'verified', text };
  const { kind, line, column, rows } = difference;
  const found = describeDifference(kind, output.text, came);
  const finding = { ...found, place: placeInFence(output, line, column), example: id, rows };
  return { verdict: 'stale', finding, text };
}

/** Lines after a carriage return stand over those before it, as Jupyter saves them. */
function overwritten(text: string): string {
  const over = (before: string, after: string) => after + before.slice(after.length);
  return text
    .split('\n')
    .map((line) => line.split('\r').reduce(over))
    .join('\n');
}

function lines(texts: readonly (string | undefined)[]): string {
  return texts.map((text = '') => (text === '' || text.endsWith('\n') ? text : `${text}\n`)).join('');
}

/** The text of an outcome is one string, as engines must agree on it. */
function cellText(text: CellText): string {
  return JSON.stringify(text);
}

/** Reads the text of the outcome of a cell. */
export function readCellText(text: string): CellText {
  return JSON.parse(text) as CellText;
}
