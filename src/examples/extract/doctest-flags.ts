import type { Diagnostic } from '../../core/diagnostic.ts';
import { didYouMean } from '../../core/nearest-word.ts';
import { type DoctestFlag, doctestFlags } from '../doctest-flag.ts';
import type { Fence } from '../example.ts';
import { placeInFence } from './place-in-fence.ts';

/** A blank line in the output of a session, which an empty line would end; not with `DONT_ACCEPT_BLANKLINE`. */
export const blankLineMark = '<BLANKLINE>';

/** The directives in the comments of a statement, `# doctest: +ELLIPSIS, -SKIP`, and those that do not exist. */
export function readDoctestFlags(code: Fence): {
  readonly on: readonly DoctestFlag[];
  readonly problems: readonly Diagnostic[];
} {
  const on = new Set<DoctestFlag>();
  const problems: Diagnostic[] = [];
  for (const [i, line] of code.text.split('\n').entries()) {
    for (const [, sign, name = ''] of (/#\s*doctest:(.*)$/.exec(line)?.[1] ?? '').matchAll(/([+-])(\w+)/g)) {
      const flag = doctestFlags.find((known) => known === name);
      if (flag && sign === '+') on.add(flag);
      else if (flag) on.delete(flag);
      else problems.push(unknownFlag(name, placeInFence(code, i + 1, line.indexOf(name) + 1)));
    }
  }
  return { on: [...on], problems };
}

function unknownFlag(name: string, place: Diagnostic['place']): Diagnostic {
  const message = `\`${name}\` is no directive of doctest.${didYouMean(name, doctestFlags)}`;
  return {
    rule: 'option/unknown',
    place,
    message,
    hint: `The directives are ${doctestFlags.map((one) => `\`+${one}\``).join(', ')}.`,
  };
}

/**
 * Whether doctest, with these directives, accepts `actual` where `expected` was written. Both end with a line end or are
 * empty. In `expected` the marks of blank lines are read already.
 */
export function doctestAccepts(expected: string, actual: string, on: readonly DoctestFlag[]): boolean {
  const has = (flag: DoctestFlag) => on.includes(flag);
  if (!has('DONT_ACCEPT_TRUE_FOR_1') && /^[01]\n$/.test(expected)) {
    if (actual === (expected === '1\n' ? 'True\n' : 'False\n')) return true;
  }
  const isMarked = !has('DONT_ACCEPT_BLANKLINE');
  // A program may print the mark itself.
  if (isMarked && expected.replace(/^$(?=\n)/gm, blankLineMark) === actual) return true;
  const printed = isMarked ? actual.replace(/^[^\S\n]+$/gm, '') : actual;
  const [wanted, found] = has('NORMALIZE_WHITESPACE') ? [expected, printed].map(oneSpaced) : [expected, printed];
  if (wanted === found) return true;
  return has('ELLIPSIS') && matchesEllipsis(wanted ?? '', found ?? '');
}

function oneSpaced(text: string): string {
  return text.trim().split(/\s+/).join(' ');
}

/** Whether the text is that of the pattern with something, or nothing, for each `...`. The time is proportional to the text. */
function matchesEllipsis(pattern: string, text: string): boolean {
  const pieces = pattern.split('...');
  const [start = '', ...rest] = pieces;
  const end = rest.pop();
  if (end === undefined || !text.startsWith(start) || !text.endsWith(end)) return false;
  let from = start.length;
  for (const piece of rest) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return from <= text.length - end.length;
}
