import type { CheckProblem, CheckRecord } from './check-record.ts';

/** The feedback on an answer. */
export interface Feedback {
  readonly outcome: 'passed' | 'failed' | 'broken';
  /** The mistake or remarks whose sentences of the lesson are shown. */
  readonly sentences: readonly { readonly name: string; readonly numbers: Readonly<Record<string, string>> }[];
  /** One sentence of ours, when no sentence of the lesson says it. */
  readonly text: string;
  /** The exception of the answer's function that is to be explained below it. */
  readonly exception: Extract<CheckProblem, { kind: 'raised' }>['exception'] | undefined;
}

/** Puts a record into words. `tries` is the sentence in which the exercise says what its check tries. */
export function feedbackOf(record: CheckRecord, tries: string): Feedback {
  const { verdict, mistake, numbers, problem, remarks, changed } = record;
  const exception = problem?.kind === 'raised' ? problem.exception : undefined;
  const note =
    changed === undefined
      ? ''
      : ` Besides, \`${changed}\` changes the data it is given, so a second call with them starts from other values. Let it work on a copy.`;
  if (verdict === 'passed')
    return { outcome: verdict, sentences: remarks, text: `It passes. ${tries}${note}`, exception };
  if (verdict === 'broken') return { outcome: verdict, sentences: [], text: brokenText, exception };
  if (mistake !== undefined) return { outcome: verdict, sentences: [{ name: mistake, numbers }], text: '', exception };
  const text = problem ? problemText(problem) : brokenText;
  return { outcome: verdict, sentences: [], text: problem?.kind === 'differs' ? `${text}${note}` : text, exception };
}

const brokenText = 'The check could not judge this answer: that is a fault of the page, not of your code.';

const kinds: Readonly<Record<string, string>> = {
  number: 'a number',
  numbers: 'a list of numbers',
  table: 'a table of numbers',
  text: 'a text',
  truth: 'True or False',
  any: 'a value',
};

/** A problem that is not in the catalogue, in one or two sentences. */
export function problemText(problem: CheckProblem): string {
  switch (problem.kind) {
    case 'missing': {
      const what =
        problem.signature === null
          ? `variable \`${problem.name}\``
          : `function \`${problem.name}(${problem.signature})\``;
      const near = problem.near === null ? '' : ` There is \`${problem.near}\`.`;
      return `There is no ${what} yet.${near}`;
    }
    case 'not callable':
      return `\`${problem.name}\` is not a function. Define it with \`def ${problem.name}(${problem.signature}):\`.`;
    case 'arguments':
      return `\`${problem.name}\` takes ${problem.takes} ${problem.takes === '1' ? 'argument' : 'arguments'}; it will be called with ${problem.needs}: \`${problem.name}(${problem.signature})\`.`;
    case 'wrong kind':
      return wrongKindText(problem);
    case 'raised':
      // Another sentence may follow, and Python ends none.
      return `\`${problem.call}\` ended with an error: ${problem.exception.summary.replace(/(?<![.!?])$/, '.')}`;
    case 'too long':
      return `${problem.call === null ? 'The code' : `\`${problem.call}\``} takes too many steps. Does its loop ever end?`;
    case 'stopped':
      return 'The code stopped with an error before its end.';
    case 'differs': {
      const what = problem.call === null ? (problem.of ?? 'the result') : `\`${problem.call}\``;
      return `For ${what}, ${problem.expected} was expected; your code gives ${problem.got}.`;
    }
    case 'check':
      return brokenText;
  }
}

function wrongKindText({ call, wanted, got }: Extract<CheckProblem, { kind: 'wrong kind' }>): string {
  const [kind = '', count] = wanted.split(':');
  const counted = kind === 'table' ? `a table with ${count} numbers in each row` : `a list of ${count} numbers`;
  const should = count === undefined ? (kinds[kind] ?? 'a value') : counted;
  const isCall = call.includes('(');
  const hint = got === 'None' && isCall ? ' Is there a `return`?' : '';
  return `\`${call}\` ${isCall ? 'gives' : 'is'} ${got}, and should ${isCall ? 'give' : 'be'} ${should}.${hint}`;
}
