import { compareOutput, type DiffRow } from '../../examples/compare.ts';
import type { PageBlockResult } from '../../python/page/python-client.ts';
import { saySeconds } from './say-seconds.ts';

/** What the lesson says of an example, and what the reader made of it. */
export interface RunContext {
  /** The lesson's output, with its placeholders; `undefined` when the lesson shows none. */
  readonly expected: string | undefined;
  /** The name of the exception with which the lesson's code is meant to end. */
  readonly raises: string | undefined;
  /** Whose code is not the lesson's: this example's, one before it in the session, nobody's. */
  readonly changed: 'this' | 'before' | 'none';
  /** Set where there is no lesson to compare with. */
  readonly alone?: boolean;
  /** Set for a run of before the reader left the page and came back. */
  readonly restored?: boolean;
}

/** What a run comes to. */
export interface RunJudgement {
  /** `ended`: with an exception that the lesson does not have, or by force. */
  readonly kind: 'same' | 'differs' | 'ended' | 'finished';
  /** One sentence for everybody, which is also read out. */
  readonly words: string;
  /** All lines of both texts, where they differ. */
  readonly rows: readonly DiffRow[];
}

/** Characters beyond which an output is not compared: no lesson has one as long, and comparing takes time. */
const comparedLength = 200_000;

/** Compares what came out with the lesson, as the verifier does, and finds the words. */
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

/** All that a run printed, as a lesson shows it: an exception that is meant stands in the last line. */
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
