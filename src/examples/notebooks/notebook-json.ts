import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceText } from '../../core/source-text.ts';
import type { WrittenLine } from '../example.ts';

/** A cell of a notebook: its nodes in the JSON of the file. */
export interface NotebookCell {
  /** 1-based, of all cells. */
  readonly number: number;
  readonly kind: string;
  readonly node: Node;
  /** A string, or a list of strings. */
  readonly source: Node | undefined;
  readonly outputs: Node | undefined;
  readonly tags: readonly string[];
  /** The number of its last execution in Jupyter. */
  readonly executed: number | undefined;
}

/** A notebook: its cells and the language of its kernel. */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  /** In lower case; `python` if the file does not say. */
  readonly language: string;
}

/** Reads the JSON of a notebook of version 4, the format since 2015; otherwise says what is wrong. */
export function parseNotebook(source: SourceText): Notebook | { readonly diagnostic: Diagnostic } {
  const errors: ParseError[] = [];
  const tree = parseTree(source.text, errors, { disallowComments: true });
  const [error] = errors;
  const problem = (offset: number, message: string, hint: string) => ({
    diagnostic: { rule: 'notebook/format', place: source.placeAt(offset), message, hint },
  });
  if (error || tree?.type !== 'object') {
    const what = error ? ` (${printParseErrorCode(error.error)})` : '';
    return problem(
      error?.offset ?? 0,
      `The notebook is no JSON object${what}.`,
      'Open it in Jupyter, and save it again.',
    );
  }
  const cells = member(tree, 'cells');
  if (scalar(tree, 'nbformat') !== 4 || cells?.type !== 'array') {
    const hint = 'Convert it with `jupyter nbconvert --to notebook --nbformat 4 FILE`.';
    return problem(0, 'The notebook does not have the format 4.', hint);
  }
  const metadata = member(tree, 'metadata');
  const language =
    scalar(member(metadata, 'language_info'), 'name') ?? scalar(member(metadata, 'kernelspec'), 'language') ?? 'python';
  return { cells: (cells.children ?? []).map(cellOf), language: String(language).toLowerCase() };
}

function cellOf(node: Node, index: number): NotebookCell {
  const executed = scalar(node, 'execution_count');
  const tags = member(member(node, 'metadata'), 'tags')?.children ?? [];
  return {
    number: index + 1,
    kind: String(scalar(node, 'cell_type')),
    node,
    source: member(node, 'source'),
    outputs: member(node, 'outputs'),
    tags: tags.map(({ value }) => String(value)),
    executed: typeof executed === 'number' ? executed : undefined,
  };
}

/** The value of a key of an object, as a node; of a key that stands twice the last one, as programs read it. */
export function member(object: Node | undefined, key: string): Node | undefined {
  const property =
    object?.type === 'object' && object.children?.findLast(({ children }) => children?.[0]?.value === key);
  return property ? property.children?.[1] : undefined;
}

/** The value of a key of an object, if it is a string, a number or the like. */
export function scalar(object: Node | undefined, key: string): unknown {
  return member(object, key)?.value;
}

/** A text in JSON, and how its lines are written. */
export interface JsonText {
  readonly text: string;
  readonly written: readonly WrittenLine[];
}

/** The text of a string, or of a list of strings, which are its parts. */
export function readJsonText(node: Node | undefined, source: SourceText): JsonText {
  const parts = node?.type === 'array' ? (node.children ?? []) : node ? [node] : [];
  const written: WrittenLine[] = [];
  let open: WrittenLine | undefined;
  for (const part of parts) {
    let offset = part.offset + 1;
    for (const line of linesOfJson(source.text.slice(offset, part.offset + part.length - 1))) {
      const { line: number, column } = source.placeAt(offset);
      open = open ? { ...open, raw: open.raw + line } : { line: number, column, raw: line };
      offset += line.length;
      if (!line.endsWith(String.raw`\n`)) continue;
      written.push(open);
      open = undefined;
    }
  }
  return { text: parts.map(({ value }) => String(value)).join(''), written: open ? [...written, open] : written };
}

/** The lines of the inside of a JSON string, each with the `\n` that ends it. */
function linesOfJson(raw: string): string[] {
  return raw.match(/(?:\\[^n]|[^\\])*\\n|(?:\\[^n]|[^\\])+$/gs) ?? [];
}
