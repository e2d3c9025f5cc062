import { sameLines, showsSome } from '../../examples/compare/alike.ts';
import { compareOutput, lineComparison, linesOf, type Tolerate } from '../../examples/compare/compare.ts';
import { sameWithin } from '../../examples/compare/tolerance.ts';
import type { Example } from '../../examples/example.ts';
import {
  type CommentOutputs,
  isLiteral,
  readCommentOutputs,
  showsLine,
} from '../../examples/extract/comment-outputs.ts';
import { readValueComments } from '../../examples/extract/value-comments.ts';
import type { Convention, Counts } from '../../examples/guide-reading.ts';
import type { Outcome } from '../findings/finding.ts';

/**
 * Judges an example without an output fence by what seems to show its output: the plain fence after it, or comments of its
 * code. What agrees pins the output. What differs may be something else, so that only comments that are meant as the whole
 * output make it stale, and so does a number or another literal with an arrow before it below a `print`; one behind `print`, or
 * one that is rounded, is a warning.
 *
 * @param seen what a reader may see: the printed text, and the same with the value of the last expression
 * @returns `undefined` if nothing shows the output
 */
export function judgeInferred(example: Example, seen: Seen, tolerate?: Tolerate): Outcome | undefined {
  const outcome = judgeShown(example, seen, tolerate);
  if (outcome?.finding || seen.conventions['comment lines'] === 'never') return outcome;
  return judgeBehind(example, seen.texts, tolerate) ?? outcome;
}

/** Judges the values that comments behind statements show: that of the last expression is known. */
function judgeBehind(example: Example, [printed = '', echoed = '']: Seen['texts'], tolerate?: Tolerate) {
  const { last, others } = readValueComments(example.code);
  const value = echoed.startsWith(printed)
    ? echoed
        .slice(printed.length)
        .trim()
        .replace(/\s*\n\s*/g, ' ')
    : '';
  const uncompared = others + (last && value === '' ? 1 : 0);
  if (last && value !== '') {
    const shown = { kind: 'explicit', shownBy: 'comment lines', lines: [last], counts: 'always', tolerate } as const;
    const outcome = judgeComments(example, `${value}\n`, shown);
    const rounds = sameWithin({ kind: 'digits shown', reason: '' }, [last.text], [value]);
    if (outcome?.finding && rounds(last.text, value))
      return { ...outcome, finding: { ...outcome.finding, severity: 'warning' as const } };
    if (outcome?.finding || (uncompared === 0 && printed === '')) return outcome;
  }
  return uncompared > 0
    ? warnOf(example, 'Some of its comments show values, which are not compared: it does not print them.')
    : undefined;
}

function judgeShown(example: Example, { texts, conventions }: Seen, tolerate?: Tolerate): Outcome | undefined {
  const unmarked = conventions['fence after the code'] === 'never' ? undefined : example.unmarked;
  const same =
    unmarked?.fence && texts.find((text) => text !== '' && !compareOutput(unmarked.fence?.text ?? '', text, tolerate));
  if (same !== undefined) return { verdict: 'verified', text: same, shownBy: 'fence after the code' };
  const [printed = '', echoed = ''] = texts;
  const shown = readCommentOutputs(example.code);
  const shownBy = shown?.kind === 'explicit' ? 'comment lines' : 'comments after print';
  const counts = conventions[shownBy];
  if (printed === '') {
    const lines = shownBy === 'comment lines' && counts !== 'never' ? (shown?.lines ?? []) : [];
    return judgeValues(example, echoed, { lines, counts, tolerate }) ?? differingValue(example, echoed, unmarked);
  }
  if (!shown || counts === 'never') return undefined;
  return judgeComments(example, printed, { ...shown, shownBy, counts, tolerate });
}

/** The texts that a run leaves, and the ways in which the page may show them. */
export interface Seen {
  readonly texts: readonly string[];
  readonly conventions: Readonly<Record<Convention, Counts>>;
}

interface ShownComments extends CommentOutputs {
  readonly shownBy: Convention;
  readonly counts: Counts;
  readonly tolerate: Tolerate | undefined;
}

/** Judges the comments of some code that prints nothing: those at its end show the value of its last expression. */
function judgeValues(
  example: Example,
  echoed: string,
  { lines, counts, tolerate }: Omit<ShownComments, 'kind' | 'shownBy'>,
): Outcome | undefined {
  const [first] = lines;
  if (!first) return undefined;
  const codeBelow = example.code.text.split('\n').slice(first.place.line - example.code.firstLine);
  const areAtEnd = codeBelow.every((line) => /^(?:#.*)?$/.test(line));
  const isMeant = /^#>/m.test(example.code.text);
  if (areAtEnd && echoed !== '') {
    const comments = { kind: 'explicit', shownBy: 'comment lines', lines, counts, tolerate } as const;
    const outcome = judgeComments(example, echoed, comments);
    // Words under a heading may describe a value, as nothing is printed.
    const isSure = isMeant || lines.every(({ text }) => isLiteral(text));
    if (!outcome?.finding || isSure) return outcome;
    return { ...outcome, finding: { ...outcome.finding, severity: 'warning' } };
  }
  return isMeant ? warnOf(example, 'Its comments show values, which are not compared: it prints nothing.') : undefined;
}

/** A plain fence directly after some code that prints nothing shows another value than the code ends with. */
function differingValue(example: Example, echoed: string, unmarked: Example['unmarked']): Outcome | undefined {
  const { code, id } = example;
  const end = code.firstLine + linesOf(code.text).length;
  if (echoed === '' || !unmarked?.fence || unmarked.place.line - end > 2) return undefined;
  const [value = ''] = echoed.split('\n', 1);
  const message = `Its last expression has another value than the fence below it: ${value.slice(0, 100)}`;
  const hint = 'If that fence shows it, write `output` after the backticks there.';
  return { verdict: 'unpinned', finding: { kind: 'unpinned', place: code.place, example: id, message, hint } };
}

function judgeComments(example: Example, text: string, shown: ShownComments): Outcome | undefined {
  const { kind, lines, shownBy, counts, tolerate } = shown;
  const printed = linesOf(text);
  const texts = lines.map((line) => line.text);
  const same = lineComparison(tolerate?.(texts, printed));
  const shows = (line: string, found = '') => showsLine(line, found) || same(line, found.trim());
  const isSame = lines.length === printed.length && texts.every((line, i) => shows(line, printed[i]));
  if (isSame) return { verdict: 'verified', text, shownBy };
  if (kind === 'after print' && counts === 'if equal')
    return lines.length === printed.length ? differingLiteral(example, printed, { lines, shows }) : undefined;
  const shownLines = texts.join('\n');
  const difference = compareOutput(`${shownLines}\n`, text, tolerate);
  if (!difference) return { verdict: 'verified', text, shownBy };
  if (counts === 'if equal') return undefined;
  // A comment stands where something is printed, and a function prints when it is called.
  const order = lines.some(({ isInner }) => isInner) ? 'any' : 'as printed';
  if (sameLines(shownLines, text, order)) return otherwiseWritten(example);
  if (showsSome(shownLines, text, order)) return partlyShown(example, printed.length - lines.length);
  if (valueShown.test(example.code.text) && showsSome(text, shownLines, order))
    return warnOf(example, 'Some of its comments show values, which are not compared: it does not print them.');
  const place = (lines[difference.line - 1] ?? lines.at(-1))?.place ?? example.code.place;
  const message = 'A comment of the code shows another output.';
  const hint = 'Correct the comment: `--update` does not write into code.';
  return {
    verdict: 'stale',
    finding: { kind: difference.kind, place, example: example.id, message, hint, rows: difference.rows },
  };
}

/** An expression with a comment below it that shows its value, as a prompt does. */
const valueShown = /^(?!print\()(?:[^\s=#]|[=!<>]=)(?:[^\n=#]|[=!<>]=)*\n#>/m;

/** Blanks, line breaks, quotes and addresses are not what a reader looks for, nor the order of what functions print. */
function otherwiseWritten(example: Example): Outcome {
  return warnOf(example, 'Its comments show the same values, written otherwise.');
}

function warnOf({ id, code }: Example, message: string): Outcome {
  return {
    verdict: 'stale',
    finding: { kind: 'layout', severity: 'warning', place: code.place, example: id, message },
  };
}

/** Each comment shows a line that is printed: what none shows is not pinned. */
function partlyShown({ id, code }: Example, count: number): Outcome {
  const message = `It prints more than its comments show${count > 0 ? `: ${count} ${count === 1 ? 'line' : 'lines'}` : ''}.`;
  const hint = 'Add a comment for each line that is printed.';
  return { verdict: 'unpinned', finding: { kind: 'unpinned', place: code.place, example: id, message, hint } };
}

interface ComparedComments extends Pick<CommentOutputs, 'lines'> {
  /** Whether a comment shows a printed line. */
  readonly shows: (line: string, printed: string | undefined) => boolean;
}

function differingLiteral(
  example: Example,
  printed: readonly string[],
  { lines, shows }: ComparedComments,
): Outcome | undefined {
  const at = lines.findIndex((line, i) => isLiteral(line.text) && !shows(line.text, printed[i]));
  const line = lines[at];
  if (!line) return undefined;
  const difference = compareOutput(`${line.text}\n`, `${printed[at]}\n`);
  if (!difference) return undefined;
  const message = 'The comment about this `print` shows another value.';
  const rounds = sameWithin({ kind: 'digits shown', reason: '' }, [line.text], [printed[at] ?? '']);
  const isSure = line.isMarked && !rounds(line.text, printed[at] ?? '');
  const hint = isSure
    ? 'Correct the comment: `--update` does not write into code.'
    : 'Correct it, if it is meant as the printed value.';
  const about = { place: line.place, example: example.id, message, hint, rows: difference.rows };
  return { verdict: 'stale', finding: { kind: difference.kind, ...(!isSure && { severity: 'warning' }), ...about } };
}
