import type { Fence } from '../example.ts';
import { isLiteral, type ShownInComment } from './comment-outputs.ts';
import { placeInFence } from './place-in-fence.ts';

/** The values that comments with a sign (`# =>`, `#>`, `# Out:`) behind statements show. */
export interface ValueComments {
  /** The one behind the last statement. */
  readonly last?: ShownInComment;
  /** How many stand behind other statements. */
  readonly others: number;
}

const behind = /^([^\s#@].*?)\s*#\s*(?:=?>|->|→|==>|(?:outputs?|returns?|result|out(?:\s*\[\d+\])?)\s*:)\s*(.*?)\s*$/i;

/**
 * Reads the values that comments behind statements show, other than calls of `print`. Without a sign, or where it shows no
 * literal, a comment is a remark.
 */
export function readValueComments(code: Fence): ValueComments {
  const texts = code.text.split('\n').slice(0, -1);
  const end = texts.findLastIndex((text) => !/^\s*(?:#.*)?$/.test(text));
  const shown = texts.flatMap((text, i) => {
    const [, statement = '', value = ''] = behind.exec(text) ?? [];
    const isValue = isLiteral(value) && value !== 'None' && isOutsideStrings(texts, i, statement);
    return isValue && !/^print\(|:$/.test(statement) ? [{ text, i, of: value }] : [];
  });
  const last = shown.find(({ i }) => i === end);
  if (!last) return { others: shown.length };
  const place = placeInFence(code, last.i + 1, last.text.lastIndexOf(last.of) + 1);
  return { last: { text: last.of, place, isInner: false, isMarked: true }, others: shown.length - 1 };
}

/** Whether a sign begins a comment: neither its line nor the statement before it is within quotes. */
function isOutsideStrings(texts: readonly string[], line: number, statement: string): boolean {
  const above =
    texts
      .slice(0, line)
      .join('\n')
      .match(/"{3}|'{3}/g) ?? [];
  const quotes = [...statement.replace(/\\./g, '').matchAll(/["']/g)];
  return above.length % 2 === 0 && quotes.length % 2 === 0;
}
