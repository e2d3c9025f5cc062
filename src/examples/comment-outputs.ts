import type { Place } from '../core/place.ts';
import type { Fence } from './example.ts';
import { placeInFence } from './place-in-fence.ts';

/** A line of output that a comment of the code shows. */
export interface ShownInComment {
  readonly text: string;
  readonly place: Place;
}

/** The output of an example as comments of its code show it. */
export interface CommentOutputs {
  /**
   * `explicit`: lines after `#>` or under `# Output:`, which are meant as the whole output. `after print`: comments behind
   * calls of `print`, each of which may be the printed line or a remark.
   */
  readonly kind: 'explicit' | 'after print';
  readonly lines: readonly ShownInComment[];
}

const marked = /^\s*#>(?: (.*)|)$/;
const heading = /^\s*#\s*(?:expected |sample )?(?:outputs?|prints|result|stdout)\s*:\s*(.*)$/i;
const comment = /^\s*#(?: (.*)|)$/;
const afterPrint = /^\s*print\(.*\)\s*#\s*(?:=>|->|→|==>|outputs?:|prints:?|out:)?\s*(.*?)\s*$/i;

/** Reads the outputs in the comments of some code; `undefined` if there are none. */
export function readCommentOutputs(code: Fence): CommentOutputs | undefined {
  const texts = code.text.split('\n').slice(0, -1);
  const lines = texts.map((text, i) => ({ text, at: (of: string) => placeOf(code, { i, text, of }) }));
  const quoted = quotedOutputs(texts);
  const explicit = lines.flatMap(({ text, at }, i) => {
    const inQuotes = quoted.get(i);
    if (inQuotes !== undefined) return [{ text: inQuotes, place: at(inQuotes) }];
    const own = marked.exec(text) ?? (isUnderHeading(texts, i) ? comment.exec(text) : undefined);
    const beside = heading.exec(text)?.[1];
    if (beside) return [{ text: beside, place: at(beside) }];
    return own && !heading.test(text) ? [{ text: own[1] ?? '', place: at(own[1] ?? '') }] : [];
  });
  if (explicit.length > 0) return { kind: 'explicit', lines: explicit };
  const values = lines.flatMap(({ text, at }) => {
    const value = afterPrint.exec(text)?.[1];
    return value ? [{ text: value, place: at(value) }] : [];
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
      for (let k = i + 1; k < end; k++) found.set(k, (texts[k] ?? '').slice(indent.length));
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

/** Whether only comments are between the line and a heading `# Output:` that has nothing beside it. */
function isUnderHeading(texts: readonly string[], line: number): boolean {
  let i = line - 1;
  while (i >= 0 && comment.test(texts[i] ?? '') && !heading.test(texts[i] ?? '')) i -= 1;
  return heading.exec(texts[i] ?? '')?.[1] === '';
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
