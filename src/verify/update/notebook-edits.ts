import type { Node } from 'jsonc-parser';
import { type SourceText, sourceText } from '../../core/source-text.ts';
import {
  member,
  type Notebook,
  type NotebookCell,
  parseNotebook,
  readJsonText,
  scalar,
} from '../../examples/notebooks/notebook-json.ts';
import type { Edit } from './splice.ts';

/** The printed text of a cell, and the value of its last expression, if there is one. */
export interface NewOutput {
  readonly stdout: string;
  readonly result?: string;
}

/**
 * The edits that write the output of a cell into the text of its notebook: the texts of its outputs are replaced as they
 * are written there, and every other byte stays. An output that is missing is added, and one that is empty now removed.
 *
 * @param number of the cell, 1-based
 * @returns the edits, or the reason why the output can only be written by Jupyter
 */
export function notebookEdits(text: string, number: number, output: NewOutput): readonly Edit[] | string {
  const source = sourceText('', text);
  const cell = (parseNotebook(source) as Notebook).cells[number - 1];
  if (!cell?.outputs) return 'The cell has no list of outputs.';
  const all = cell.outputs.children ?? [];
  const streams = all.filter((one) => scalar(one, 'output_type') === 'stream' && scalar(one, 'name') === 'stdout');
  const results = all.filter((one) => scalar(one, 'output_type') === 'execute_result');
  if (streams.length > 1) return 'What it prints is saved in several parts, between other outputs.';
  const changes: Change[] = [
    { node: streams[0], text: streams[0] && member(streams[0], 'text'), now: output.stdout, isResult: false },
    { node: results[0], text: plainOf(results[0]), now: output.result ?? '', isResult: true },
  ];
  const changed = changes.filter(({ text: node, now }) => readJsonText(node, source).text !== now);
  const rich = changed.find(({ node, isResult }) => isResult && hasMore(node));
  if (rich) return 'Its value is also saved as HTML or as a picture, which only Jupyter can make.';
  const writer = new OutputWriter(cell, source);
  return changed.every(({ node, now }) => node && now !== '')
    ? changed.flatMap(({ text: node, now }) => (node ? [writer.rewrite(node, now)] : []))
    : [writer.rewriteAll(all, changed)];
}

/** The output of a cell that changes: its node and that of its text, if there is one, and its new text. */
interface Change {
  readonly node: Node | undefined;
  readonly text: Node | undefined;
  readonly now: string;
  readonly isResult: boolean;
}

function plainOf(result: Node | undefined): Node | undefined {
  return member(member(result, 'data'), 'text/plain');
}

function hasMore(result: Node | undefined): boolean {
  return (member(result, 'data')?.children ?? []).length > 1;
}

/** Writes outputs in the layout of a file: its indentation, its line ends, and its way to write texts. */
class OutputWriter {
  readonly #cell: NotebookCell;
  readonly #source: SourceText;
  readonly #unit: string;
  readonly #end: string;

  constructor(cell: NotebookCell, source: SourceText) {
    this.#cell = cell;
    this.#source = source;
    this.#unit = /^\{\r?\n([ \t]+)/.exec(source.text)?.[1] ?? '';
    this.#end = /\r?\n/.exec(source.text)?.[0] ?? '\n';
  }

  /** Replaces a text, which stays a list of lines or one string. */
  rewrite(node: Node, text: string): Edit {
    const value = node.type === 'array' ? linesOf(text) : text;
    return { span: spanOf(node), text: this.#json(value, this.#indentOf(node)) };
  }

  /** Replaces the list of outputs: those that do not change are copied. */
  rewriteAll(all: readonly Node[], changed: readonly Change[]): Edit {
    const list = this.#cell.outputs as Node;
    const inner = this.#indentOf(list) + this.#unit;
    const old = all.flatMap((node) => {
      const change = changed.find((one) => one.node === node);
      if (change?.now === '') return [];
      return [this.#copy(node, change)];
    });
    const [printed, value] = [false, true].map((isResult) =>
      changed
        .filter((one) => one.isResult === isResult && !one.node && one.now !== '')
        .map((one) => this.#json(this.#newOutput(one), inner)),
    );
    const outputs = [...(printed ?? []), ...old, ...(value ?? [])];
    const isInOneLine = this.#unit === '';
    const text = isInOneLine
      ? `[${outputs.join(',')}]`
      : `[${this.#end}${outputs.map((one) => inner + one).join(`,${this.#end}`)}${this.#end}${this.#indentOf(list)}]`;
    return { span: spanOf(list), text: outputs.length === 0 ? '[]' : text };
  }

  /** An output as it is written, with its new text if it has one. */
  #copy(node: Node, change: Change | undefined): string {
    const { start, end } = spanOf(node);
    if (!change?.text) return this.#source.text.slice(start, end);
    const { span, text } = this.rewrite(change.text, change.now);
    return this.#source.text.slice(start, span.start) + text + this.#source.text.slice(span.end, end);
  }

  #newOutput({ now, isResult }: Change): unknown {
    if (!isResult) return { name: 'stdout', output_type: 'stream', text: linesOf(now) };
    const count = this.#cell.executed ?? null;
    return {
      data: { 'text/plain': linesOf(now) },
      execution_count: count,
      metadata: {},
      output_type: 'execute_result',
    };
  }

  /** A value as JSON. @param indent of the line in which it begins */
  #json(value: unknown, indent: string): string {
    const text = JSON.stringify(value, null, this.#unit);
    return this.#escaped(text).replaceAll('\n', `${this.#end}${indent}`);
  }

  /** Some programs write only ASCII: then it stays so. */
  #escaped(text: string): string {
    const isAscii = /\\u[\da-f]{4}/.test(this.#source.text) && !/\P{ASCII}/u.test(this.#source.text);
    if (!isAscii) return text;
    const units = (character: string) => character.split('').map((unit) => unit.charCodeAt(0));
    const escaped = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`;
    return text.replace(/\P{ASCII}/gu, (character) => units(character).map(escaped).join(''));
  }

  #indentOf({ offset }: Node): string {
    return /^[ \t]*/.exec(this.#source.line(this.#source.placeAt(offset).line))?.[0] ?? '';
  }
}

/** The lines of a text, each with its end, as a notebook lists them. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function spanOf({ offset, length }: Node): Edit['span'] {
  return { start: offset, end: offset + length };
}
