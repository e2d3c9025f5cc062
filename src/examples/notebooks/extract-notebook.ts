import type { Node } from 'jsonc-parser';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { type SourceText, sourceText } from '../../core/source-text.ts';
import type { CellOptions } from '../cell-options.ts';
import type { Example, Fence, Unchecked } from '../example.ts';
import { readMagics } from '../extract/read-cell.ts';
import { skipMark } from '../extract/skip-mark.ts';
import { documentSession, type ExtractedExamples, nothingExtracted } from '../extracted-examples.ts';
import { defaultReading, type GuideReading } from '../guide-reading.ts';
import { type JsonText, member, type NotebookCell, parseNotebook, readJsonText, scalar } from './notebook-json.ts';

/**
 * Finds the examples of a Jupyter notebook: its cells of code, with the outputs that were saved with them. All cells share
 * a session, as in Jupyter. A picture, HTML and the error stream are not compared, which is said.
 */
export function extractNotebook(file: string, text: string, reading: GuideReading = defaultReading): ExtractedExamples {
  const source = sourceText(file, text);
  const notebook = parseNotebook(source);
  if ('diagnostic' in notebook) return { ...nothingExtracted, diagnostics: [notebook.diagnostic] };
  const { cells, language } = notebook;
  const code = cells.filter(({ kind }) => kind === 'code');
  if (!/^i?python/.test(language)) {
    const reason = `the kernel of its notebook runs ${language}`;
    return { ...nothingExtracted, unchecked: code.map((cell) => uncheckedCell(cell, source, reason)) };
  }
  const examples: Example[] = [];
  const unchecked: Unchecked[] = [];
  for (const cell of code) {
    const options = optionsOf(cell, readJsonText(cell.source, source).text, reading);
    if (options.reason !== undefined) unchecked.push(uncheckedCell(cell, source, options.reason));
    else
      examples.push(exampleOf(cell, source, { options, reading, announcement: announcementOf(cells, cell, source) }));
    if (options.reason === undefined) unchecked.push(...uncomparedOutputs(cell, source));
  }
  const inText = cells.filter(({ kind }) => kind === 'markdown').flatMap((cell) => pythonInText(cell, source));
  const all = [...unchecked, ...inText].sort((a, b) => a.place.line - b.place.line);
  return { ...nothingExtracted, examples, unchecked: all, warnings: runInAnotherOrder(code, source) };
}

function uncheckedCell({ node }: NotebookCell, source: SourceText, reason: string): Unchecked {
  return { place: source.placeAt(node.offset), reason, isFence: true };
}

/** The options of a cell, from its tags and its magics. */
function optionsOf({ tags }: NotebookCell, code: string, { skip }: GuideReading): CellOptions {
  const has = (...names: string[]) => tags.find((tag) => names.includes(tag));
  const skipped = has('skip-execution', 'nbval-skip', ...skip) ?? skipMark({ info: '', before: undefined, code }, skip);
  return {
    ...readMagics(code.split('\n')),
    ...(skipped !== undefined && { reason: `it is marked \`${skipped}\`` }),
    ...(has('raises-exception', 'nbval-raises-exception') && { mayRaise: true as const }),
    ...(has('remove-output', 'remove-stdout', 'remove-cell', 'nbval-ignore-output') && { hidesOutput: true as const }),
  };
}

interface CellReading {
  readonly options: CellOptions;
  readonly reading: GuideReading;
  readonly announcement: string;
}

/** The last paragraph of the cell of text above a cell. */
function announcementOf(cells: readonly NotebookCell[], cell: NotebookCell, source: SourceText): string {
  const above = cells.slice(0, cells.indexOf(cell)).findLast(({ kind }) => kind === 'markdown');
  const paragraphs = above
    ? readJsonText(above.source, source)
        .text.trim()
        .split(/\n\s*\n/)
    : [];
  return paragraphs.at(-1) ?? '';
}

function exampleOf(cell: NotebookCell, source: SourceText, { options, reading, announcement }: CellReading): Example {
  const id = `cell-${cell.number}`;
  const lines = readJsonText(cell.source, source);
  // Jupyter takes the lines of magics out of the code; without them no line has another number.
  const code = asInput(lines.text).split('\n');
  readMagics(code);
  const isShown = !options.hidesOutput && reading.conventions['cell output'] === 'always';
  const shown = isShown ? shownBy(cell, source) : { output: undefined };
  return {
    id,
    options: {},
    code: fenceOf(cell.source ?? cell.node, source, { ...lines, text: `${code.join('\n')}\n` }),
    ...shown,
    ...(Object.keys(options).length > 0 && { cell: options }),
    notebook: { cell: cell.number, announcement, ...partsOf(cell, source) },
    session: reading.session === 'fence' ? `alone ${id}` : documentSession,
  };
}

/** The text of a cell as IPython reads it: without prompts before its lines, or blanks before all of them. */
function asInput(text: string): string {
  if (/^\s*>>> /.test(text)) return text.replace(/^[ \t]*(?:>>>|\.\.\.)(?: |$)/gm, '');
  const width = /^\n*( *)\S/.exec(text)?.[1]?.length ?? 0;
  return width === 0 ? text : text.replace(new RegExp(`^ {1,${width}}`, 'gm'), '');
}

/** The outputs of a cell by their type. */
function outputsOf({ outputs }: NotebookCell, type: string, name?: string): Node[] {
  const all = outputs?.children ?? [];
  return all.filter(
    (one) => scalar(one, 'output_type') === type && (name === undefined || scalar(one, 'name') === name),
  );
}

/** The printed text that is saved with a cell, and the value of its last expression. */
function partsOf(cell: NotebookCell, source: SourceText) {
  const [result] = outputsOf(cell, 'execute_result');
  const plain = member(member(result, 'data'), 'text/plain');
  return {
    stdout: outputsOf(cell, 'stream', 'stdout')
      .map((one) => readJsonText(member(one, 'text'), source).text)
      .join(''),
    ...(plain && { result: readJsonText(plain, source).text }),
    ...(outputsOf(cell, 'stream', 'stderr').length > 0 && { hasErrors: true as const }),
    ...(outputsOf(cell, 'display_data').length > 0 && { hasPictures: true as const }),
  };
}

function shownBy(cell: NotebookCell, source: SourceText): Pick<Example, 'output' | 'error' | 'shownBy'> {
  const streams = outputsOf(cell, 'stream', 'stdout').map((one) => member(one, 'text'));
  const results = outputsOf(cell, 'execute_result').map((one) => member(member(one, 'data'), 'text/plain'));
  const nodes = [...streams, ...results].filter((node) => node !== undefined);
  const [first] = nodes;
  const texts = nodes.map((node) => readJsonText(node, source));
  const whole = { text: joined(texts.map(({ text }) => text)), written: texts.flatMap(({ written }) => written) };
  const [error] = outputsOf(cell, 'error');
  return {
    output: first && fenceOf(first, source, whole),
    ...(error && { error: errorOf(error, source) }),
    ...((first || error) && { shownBy: 'cell output' as const }),
  };
}

/** Texts under each other, each from the start of a line. */
function joined(texts: readonly string[]): string {
  return texts.map((text) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)).join('');
}

/** The last line of a traceback, which says what was raised. IPython adds to a `SyntaxError` where it was. */
function errorOf(node: Node, source: SourceText): Fence {
  const name = String(scalar(node, 'ename'));
  const value = readJsonText(member(node, 'evalue'), source).text.replace(/ \([^()]+, line \d+\)$/, '');
  const { written } = readJsonText(member(node, 'evalue') ?? node, source);
  const text = value === '' ? name : `${name}: ${value}`;
  return fenceOf(member(node, 'evalue') ?? node, source, { text: `${text}\n`, written });
}

function fenceOf(node: Node, source: SourceText, { text, written }: JsonText): Fence {
  const place = source.placeAt(node.offset);
  const span = { start: node.offset, end: node.offset + node.length };
  return { place, span, content: span, firstLine: place.line, text, indents: [], prefix: '', written };
}

function uncomparedOutputs(cell: NotebookCell, source: SourceText): Unchecked[] {
  const because = (node: Node, reason: string) => ({ place: source.placeAt(node.offset), reason, isFence: false });
  return [
    ...outputsOf(cell, 'stream', 'stderr').map((one) => because(one, 'the error stream of a notebook is not compared')),
    ...outputsOf(cell, 'display_data').map((one) => because(one, 'a picture or HTML of a notebook is not compared')),
  ];
}

/** Python in a cell of text, which Jupyter does not run. */
function pythonInText({ source: node }: NotebookCell, source: SourceText): Unchecked[] {
  const { text, written } = readJsonText(node, source);
  return text.split('\n').flatMap((line, i) => {
    const one = written[i];
    if (!one || !/^\s*(?:```+|~~~+)\s*\{?\.?(?:i?python3?|py|pycon)\b/i.test(line)) return [];
    const place = { file: source.file, line: one.line, column: one.column };
    return [{ place, reason: 'it is in a cell of text, which Jupyter does not run', isFence: true }];
  });
}

/** The saved outputs may depend on the order in which the cells were run. */
function runInAnotherOrder(cells: readonly NotebookCell[], source: SourceText): Diagnostic[] {
  const ran = cells.filter(({ executed }) => executed !== undefined);
  const late = ran.find(({ executed = 0 }, i) => executed < (ran[i - 1]?.executed ?? 0));
  if (!late) return [];
  const message = `The cells were run in another order: number ${late.executed} after number ${ran[ran.indexOf(late) - 1]?.executed}.`;
  const hint = 'Run all cells from the top in Jupyter, and save the notebook.';
  return [{ rule: 'notebook/order', place: source.placeAt(late.node.offset), message, hint }];
}
