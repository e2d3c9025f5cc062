import type { Place } from '../../core/place.ts';
import type { Fence } from '../example.ts';
import { placeInFence } from './place-in-fence.ts';

/** A line of output that a comment of the code shows. */
export interface ShownInComment {
  readonly text: string;
  readonly place: Place;
  /** Whether its line is indented: what stands in a function or a loop is printed when that runs, perhaps more than once. */
  readonly isInner: boolean;
  /** Whether it has a line of its own, with a sign that says that it is an output. */
  readonly isMarked: boolean;
}

/** The output of an example as comments of its code show it. */
export interface CommentOutputs {
  /**
   * `explicit`: lines after `#>` or under `# Output:`, which are meant as the whole output. `after print`: comments behind
   * calls of `print` or, with an arrow, below them, each of which may be the printed line or a remark.
   */
  readonly kind: 'explicit' | 'after print';
  readonly lines: readonly ShownInComment[];
}

const marked = /^\s*#>(?: (.*)|)$/;
const heading = /^\s*#\s*(?:expected |sample )?(?:outputs?|prints|result|stdout)\s*:\s*(.*)$/i;
const title = /^\s*(?:expected |sample )?(?:outputs?|prints|result|stdout)\s*:\s*$/i;
const comment = /^\s*#(?: (.*)|)$/;
const afterPrint = /^\s*print\(.*\)\s*#\s*(?:=?>|->|→|==>|outputs?:|prints:?|out:)?\s*(.*?)\s*$/i;
const belowPrint = /^[ \t]*#\s*(?:=?>|->|→|==>)\s*(.*?)\s*$/;

/** Reads the outputs in the comments of some code; `undefined` if there are none. */
export function readCommentOutputs(code: Fence): CommentOutputs | undefined {
  const texts = code.text.split('\n').slice(0, -1);
  const lines = texts.map((text, i) => {
    const isInner = /^\s/.test(text);
    const show = (of: string, isMarked = true) => ({
      text: of,
      place: placeOf(code, { i, text, of }),
      isInner,
      isMarked,
    });
    return { text, show };
  });
  const quoted = quotedOutputs(texts);
  const underHeading = linesUnderHeading(texts);
  const explicit = lines.flatMap(({ text, show }, i) => {
    const inQuotes = quoted.get(i);
    if (inQuotes !== undefined) return [show(inQuotes)];
    const own = marked.exec(text) ?? (underHeading.has(i) ? comment.exec(text) : undefined);
    const beside = heading.exec(text)?.[1];
    if (beside) return [show(beside)];
    return own && !heading.test(text) ? [show(own[1] ?? '')] : [];
  });
  if (explicit.length > 0) return { kind: 'explicit', lines: explicit };
  const below = arrowsBelowPrint(texts);
  const values = lines.flatMap(({ text, show }, i) => {
    const value = (below.has(i) ? belowPrint : afterPrint).exec(text)?.[1];
    return value ? [show(value, below.has(i))] : [];
  });
  return values.length > 0 ? { kind: 'after print', lines: values } : undefined;
}

/** The lines of strings in three quotes, each a statement after a call of `print`, without their indentation, by line. */
function quotedOutputs(texts: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  for (let i = 1; i < texts.length; i++) {
    const [, indent = '', quotes] = /^([ \t]*)("{3}|'{3})$/.exec(texts[i] ?? '') ?? [];
    const end = quotes === undefined ? -1 : texts.indexOf(`${indent}${quotes}`, i + 1);
    if (end < 0) continue;
    if (printEndsAt(texts, i - 1, indent))
      for (let k = title.test(texts[i + 1] ?? '') ? i + 2 : i + 1; k < end; k++)
        found.set(k, (texts[k] ?? '').slice(indent.length));
    i = end;
  }
  return found;
}

/** Whether a call of `print` with this indentation ends in a line, perhaps after several lines. */
function printEndsAt(texts: readonly string[], line: number, indent: string): boolean {
  let i = line;
  while (i > 0 && /^[ \t]*[)\]}]|^\s/.test((texts[i] ?? '').slice(indent.length))) i -= 1;
  return (texts[i] ?? '').startsWith(`${indent}print(`) && /\)\s*(?:#.*)?$/.test(texts[line] ?? '');
}

/** The lines with an arrow that stand directly below a call of `print`, with its indentation. */
function arrowsBelowPrint(texts: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const [i, text] of texts.entries()) {
    const indent = /^[ \t]*/.exec(text)?.[0] ?? '';
    if (belowPrint.test(text) && i > 0 && (found.has(i - 1) || printEndsAt(texts, i - 1, indent))) found.add(i);
  }
  return found;
}

/** The lines with only comments between them and a heading `# Output:` that has nothing beside it. */
function linesUnderHeading(texts: readonly string[]): Set<number> {
  const found = new Set<number>();
  let isUnder = false;
  for (const [i, text] of texts.entries()) {
    if (isUnder) found.add(i);
    const beside = heading.exec(text)?.[1];
    isUnder = beside === undefined ? isUnder && comment.test(text) : beside === '';
  }
  return found;
}

function placeOf(code: Fence, line: { readonly i: number; readonly text: string; readonly of: string }): Place {
  return placeInFence(code, line.i + 1, line.text.lastIndexOf(line.of) + 1);
}

const literal =
  /^(?:[-+]?(?:\d[\d_,]*\.?\d*|\.\d+)(?:e[-+]?\d+)?j?|True|False|None|nan|-?inf|'[^']*'|"[^"]*"|\[.*\]|\(.*,.*\)|\{.*\}|array\(.*\)|np\.\w+\(.*\))$/i;

/** Whether a comment behind `print` can only be meant as the printed value: a number, a string in quotes, a list, … */
export function isLiteral(text: string): boolean {
  return literal.test(text);
}

/** Whether a comment shows a printed line: exactly, or as a string in quotes. */
export function showsLine(shown: string, printed: string): boolean {
  return shown === printed.trim() || shown === `'${printed}'` || shown === `"${printed}"`;
}
