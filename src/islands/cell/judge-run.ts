import { compareOutput, type DiffRow } from '../../examples/compare/compare.ts';
import type { PageBlockResult } from '../../python/page/python-client.ts';
import { saySeconds } from './say-seconds.ts';

/** The lesson's expectations of an example, and the reader's changes. */
export interface RunContext {
  /** The lesson's output, with its placeholders; `undefined` when the lesson shows none. */
  readonly expected: string | undefined;
  /** The name of the exception that the lesson's code must raise. */
  readonly raises: string | undefined;
  /** The code that is not the lesson's: that of this example, of an earlier one in the session, or none. */
  readonly changed: 'this' | 'before' | 'none';
  /** Set if there is no lesson to compare with. */
  readonly alone?: boolean;
  /** Set for a restored run, from before the reader left the page and came back. */
  readonly restored?: boolean;
}

/** The judgement of a run. */
export interface RunJudgement {
  /** `ended`: with an exception that the lesson does not expect, or by force. */
  readonly kind: 'same' | 'differs' | 'ended' | 'finished';
  /** One sentence, which a screen reader announces as well. */
  readonly words: string;
  /** All lines of both texts, if they differ. */
  readonly rows: readonly DiffRow[];
}

/** Longer outputs, in characters, are not compared: no lesson has one, and the comparison takes time. */
const comparedLength = 200_000;

/** Compares a result with the lesson, as the verifier does, and describes it in words. */
export function judgeRun(result: PageBlockResult, context: RunContext): RunJudgement {
  const judgement = judge(result, context);
  return context.restored ? { ...judgement, words: `From your last run. ${judgement.words}` } : judgement;
}

function judge(result: PageBlockResult, { expected, raises, changed, alone }: RunContext): RunJudgement {
  const { end } = result;
  const time = saySeconds(result.seconds);
  const ended = (words: string): RunJudgement => ({ kind: 'ended', words, rows: [] });
  if (end.how === 'stopped') return ended(result.seconds > 0 ? `Stopped after ${time}.` : 'Stopped.');
  if (end.how === 'timed out') return ended(`Stopped: it did not end within ${saySeconds(end.after)}.`);
  if (end.how === 'flooded')
    return ended(end.by ? 'Stopped: its exception is too long.' : 'Stopped: it printed too much.');
  if (end.how === 'died') return ended('Python ended before the code did.');
  if (end.how === 'not run') return ended('Not run: an example before it ended Python.');
  if (end.how === 'raised' && end.exception.types[0] !== raises) {
    const [type = 'An error'] = end.exception.types;
    return ended(end.exception.line === null ? `${type}.` : `${type} on line ${end.exception.line}.`);
  }
  if (alone) return { kind: 'finished', words: `Finished in ${time}.`, rows: [] };
  const printed = printedText(result);
  if (printed.length > comparedLength) {
    return { kind: 'differs', words: `Finished in ${time}. ${sayDifference(changed)}`, rows: [] };
  }
  const difference = compareOutput(expected ?? '', printed);
  if (!difference) {
    const what = changed === 'none' ? 'same as the lesson' : 'same output as the lesson';
    return { kind: 'same', words: `Finished in ${time}, ${what}.`, rows: [] };
  }
  return { kind: 'differs', words: `Finished in ${time}. ${sayDifference(changed)}`, rows: difference.rows };
}

/** The output of a run in the form of a lesson, with an expected exception as the last line. */
export function printedText({ stdout, end }: PageBlockResult): string {
  if (end.how !== 'raised') return stdout;
  const between = stdout === '' || stdout.endsWith('\n') ? '' : '\n';
  return `${stdout}${between}${end.exception.summary}\n`;
}

function sayDifference(changed: RunContext['changed']): string {
  if (changed === 'this') return 'You changed the code; the lesson’s output differs.';
  if (changed === 'before') return 'You changed an example before it; the lesson’s output differs.';
  return 'It differs from the lesson.';
}
