import type { LessonCell } from './lesson-cells.ts';

/**
 * A lesson as a Jupyter notebook with its verified outputs, in version 4.5 of the format.
 *
 * @see https://nbformat.readthedocs.io/en/latest/format_description.html
 */
export function lessonNotebook(cells: readonly LessonCell[]): string {
  const notebook = {
    cells: cells.map((cell, i) => (cell.kind === 'text' ? textCell(cell.text, i) : codeCell(cell, i))),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, undefined, 1)}\n`;
}

function textCell(text: string, i: number) {
  return { cell_type: 'markdown', id: `text-${i}`, metadata: {}, source: lines(text) };
}

function codeCell({ code, output, raises, isStarter }: Extract<LessonCell, { kind: 'code' }>, i: number) {
  // An unfinished answer may fail, and the notebook goes on.
  const metadata = raises !== undefined || isStarter ? { tags: ['raises-exception'] } : {};
  const printed = raises === undefined ? output : undefined;
  return {
    cell_type: 'code',
    execution_count: null,
    id: `code-${i}`,
    metadata,
    outputs: printed === undefined ? [] : [{ name: 'stdout', output_type: 'stream', text: lines(printed) }],
    source: lines(code),
  };
}

/** A text as the format has it: a list of lines, each but the last with its line end. */
function lines(text: string): string[] {
  return text.trimEnd() === '' ? [] : (text.replace(/\n$/, '').match(/[^\n]*\n|[^\n]+$/g) ?? []);
}
