import { insteadOfInvalid } from '../../core/odd-character.ts';
import type { Place } from '../../core/place.ts';
import { compareOutput } from '../../examples/compare/compare.ts';
import type { Example, Fence } from '../../examples/example.ts';
import { placeInFence } from '../../examples/extract/place-in-fence.ts';
import { documentSession } from '../../examples/extracted-examples.ts';
import type { GuideReading } from '../../examples/guide-reading.ts';
import type { BlockResult, EngineIdentity, RaisedException } from '../../python/engine.ts';
import type { Finding, Outcome } from '../findings/finding.ts';
import { exceptionName, isShownException, readTraceback, shownException } from './expected-traceback.ts';
import { judgeText } from './judge-printed.ts';

/**
 * Judges one example by the result of its run.
 *
 * @param run the engine that ran it, and what an interactive session would show of its last expression
 */
export function judgeExample(example: Example, result: BlockResult, run: RunFacts = {}): Outcome {
  const { end } = result;
  const { kind, shown = '', infers } = run;
  const wanted = expectedException(example);
  const about = { place: example.code.place, example: example.id };
  switch (end.how) {
    case 'timed out': {
      const message = `It did not end within ${end.after} s and was stopped.`;
      return {
        verdict: 'timed out',
        finding: { ...about, kind: 'timed out', message, hint: 'Look for a loop that never ends.' },
      };
    }
    case 'flooded': {
      const what = { printed: 'It printed', values: 'Its values have', exception: 'Its exception has' };
      const message = `${what[end.by ?? 'printed']} more than ${end.limit >> 20} MB and was stopped.`;
      return { verdict: 'raised', finding: { ...about, kind: 'output cut', message, hint: 'Print less.' } };
    }
    case 'died': {
      const message = `The interpreter ended before the block did (${end.status}).`;
      const hint = 'Output that the block had not flushed is lost, as in a script.';
      return { verdict: 'raised', finding: { ...about, kind: 'raised', message, hint } };
    }
    case 'not run':
      return {
        verdict: 'not run',
        finding: { ...about, kind: 'not run', message: 'A block before it in its session ended Python.' },
      };
    case 'raised':
      if (wanted === undefined && example.cell?.mayRaise) return judgeText(example, result, {});
      if (wanted !== undefined && wanted === end.exception.types[0])
        return judgeEnd(example, result, { ...end.exception, infers });
      return wanted === undefined && isQuietExit(end.exception)
        ? judgeText(example, result, {})
        : { verdict: 'raised', finding: judgeRaised(example, end.exception, { wanted, kind }) };
    case 'returned': {
      if (wanted === undefined) return judgeText(example, result, { shown, infers });
      const message = `It should raise ${wanted}, but it ended without an exception.`;
      const what = example.options.raises === undefined ? 'the traceback' : '`raises`';
      const hint = `Remove ${what} if that is correct now.`;
      return { verdict: 'raised', finding: { ...about, kind: 'raised', message, hint } };
    }
  }
}

/** The exception that an example must raise according to the page. */
export function expectedException({ options, output, error }: Example): string | undefined {
  if (error && options.raises === undefined) return /^(?:\w+\.)*(\w+)/.exec(shownException(error.text))?.[1];
  const traceback = output && readTraceback(output.text);
  return options.raises ?? (traceback && exceptionName(traceback));
}

/** Whether the exception is `sys.exit()` or `sys.exit(0)`, with which a script ends without an error. */
function isQuietExit({ types, summary }: RaisedException): boolean {
  return types[0] === 'SystemExit' && /^SystemExit(?:: (?:0|None|False))?$/.test(summary);
}

/** Judges an example that ended with the expected exception, by its output and the last lines of the traceback. */
function judgeEnd(
  example: Example,
  result: BlockResult,
  { summary, infers }: Pick<RaisedException, 'summary'> & Pick<RunFacts, 'infers'>,
): Outcome {
  if (example.error) return judgeError(example, result, { summary, error: example.error });
  const traceback = example.output && readTraceback(example.output.text);
  const flags = example.prompt?.flags ?? [];
  const said = traceback && flags.includes('IGNORE_EXCEPTION_DETAIL') ? traceback.last.trimEnd() : summary;
  const lastLines = traceback ? `${traceback.where}\n${said}\n` : `${said}\n`;
  return judgeText(example, result, { lastLines, ...(traceback && { infers }) });
}

interface ShownError {
  readonly summary: string;
  readonly error: Fence;
}

/** Judges an example that ended with the exception of an `error` fence: the stack above it does not count. */
function judgeError(example: Example, result: BlockResult, { summary, error }: ShownError): Outcome {
  const outcome = judgeText(example, result, {});
  const wanted = shownException(error.text);
  if (outcome.verdict !== 'verified' || isShownException(wanted, summary)) return outcome;
  const above = error.text.trimEnd().split('\n').length - wanted.split('\n').length;
  const line = compareOutput(`${wanted}\n`, `${summary.trimEnd()}\n`)?.line ?? 1;
  const place = placeInFence(error, above + Math.min(line, wanted.split('\n').length));
  const message = `It ended with \`${summary.trimEnd()}\`: another version of Python, or another mistake.`;
  const hint = example.notebook
    ? 'Run the notebook in Jupyter and save it, if that is the mistake meant.'
    : 'Write the last line of the `error` fence so, if that is the mistake meant.';
  return { verdict: 'stale', finding: { kind: 'version', place, example: example.id, message, hint } };
}

/** The exception that a run should end with, and its engine. */
interface Expected {
  /** The exception that ends the example according to the page. */
  readonly wanted: string | undefined;
  readonly kind: EngineIdentity['kind'] | undefined;
}

function judgeRaised(example: Example, exception: RaisedException, { wanted: raises, kind }: Expected): Finding {
  const wanted = raises === undefined ? '' : `, not with ${raises}`;
  const newer = /f-string/.test(exception.summary)
    ? 'Inside the braces of an f-string, Python before 3.12 takes no backslash and no quote of the same kind.'
    : undefined;
  const instead = insteadOfInvalid(exception.summary);
  const odd = instead === undefined ? '' : `${instead}. `;
  const known: Readonly<Record<string, string | undefined>> = {
    NameError: example.notebook
      ? 'A cell sees the cells above it. Jupyter also keeps the names of cells that were changed or removed.'
      : scopes[example.session.split(' ')[0] ?? ''],
    EOFError: 'An example has no input: replace `input()` by a value.',
    SystemExit: 'Let the example run to its end.',
    ModuleNotFoundError: missingModule[kind ?? 'native'],
    SyntaxError: newer ?? `${odd}It cannot be parsed, so nothing of it was run.`,
  };
  const name = exception.types[0] ?? 'Exception';
  const hint =
    kind === 'embedded' && isRefusal.test(exception.summary)
      ? 'The Python that readers run cannot do this. Follow the message, or prove it with `--engine native`.'
      : (known[name] ?? `If it should, ${howToRaise(example, name)}.`);
  return {
    kind: 'raised',
    place: placeInCode(example.code, exception),
    example: example.id,
    message: `It ended with ${exception.summary}${wanted}`,
    hint,
  };
}

/** How an author says that an example ends with an exception on purpose. */
function howToRaise({ prompt, notebook, cell, code }: Example, name: string): string {
  if (prompt) return 'show its traceback below it';
  if (cell && code.place.file.endsWith('.qmd')) return 'write `#| error: true` at its beginning';
  return notebook || cell ? 'give the cell the tag `raises-exception`' : `add \`raises=${name}\``;
}

/** The blocks whose names an example sees, by the kind of its session. */
const scopes: Readonly<Record<string, string>> = {
  alone: 'It runs alone: give it, and the block that it needs, the same `session`.',
  session: 'It sees the blocks before it that have the same `session`, and no others.',
  [documentSession]: 'It sees the blocks before it on its page.',
};

/** The messages of the page's Python about features that it lacks: from `plain_refusals.py`, its NumPy and Matplotlib. */
const isRefusal =
  /is not part of the (?:NumPy|Matplotlib)|Python has one (?:thread|process) here|no (?:network|window|terminal|list of time zone)s? here|no C functions to call|can be (?:run|installed) here|comes from outside here|in a browser from here|can answer it here|Python here is sealed off|that is closed here|part of Python, but not here/;

const missingModule = {
  native: 'Install the package for this Python, or name one that has it with `--python PATH`.',
  embedded: 'The Python that readers run has NumPy and Matplotlib only: prove it with `--engine native`.',
} as const;

function placeInCode(code: Fence, { line, column }: RaisedException): Place {
  return line === null ? code.place : placeInFence(code, line, (column ?? 0) + 1);
}

/** Facts about a run besides its result. */
export interface RunFacts {
  /** Of the engine that ran it: the hint for a missing package depends on it. */
  readonly kind?: EngineIdentity['kind'];
  /** The value of the last expression as an interactive session shows it; empty for a statement or `None`. */
  readonly shown?: string;
  /** The ways in which the page may show the output besides fences that are one; none in a lesson. */
  readonly infers?: GuideReading['conventions'] | undefined;
}
