import { didYouMean } from '../core/nearest-word.ts';
import type { Place } from '../core/place.ts';
import type { DifferenceKind } from '../examples/classify-difference.ts';
import { compareOutput, type Tolerate } from '../examples/compare.ts';
import type { DerivativeRule } from '../examples/derivative-rules.ts';
import { doctestAccepts } from '../examples/doctest-flags.ts';
import type { Example, Fence, ProseValue, Verdict } from '../examples/example.ts';
import { numberGap, sayGap } from '../examples/number-gap.ts';
import { parseTolerance, sameWithin } from '../examples/tolerance.ts';
import type { BlockResult, EngineIdentity, RaisedException, ValueResult } from '../python/engine.ts';
import { lastExpression } from '../python/explain/last-expression.ts';
import { exceptionName, readTraceback } from './expected-traceback.ts';
import type { Finding, Outcome } from './finding.ts';
import { readPrinted } from './printed.ts';

/**
 * Judges one example by the result of its run.
 *
 * @param run the engine that ran it, and what an interactive session would show of its last expression
 */
export function judgeExample(example: Example, result: BlockResult, run: RunFacts = {}): Outcome {
  const { end } = result;
  const { kind, shown = '' } = run;
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
      if (wanted !== undefined && wanted === end.exception.types[0]) return judgeEnd(example, result, end.exception);
      return wanted === undefined && isQuietExit(end.exception)
        ? judgeText(example, result, {})
        : { verdict: 'raised', finding: judgeRaised(example, end.exception, { wanted, kind }) };
    case 'returned': {
      if (wanted === undefined) return judgeText(example, result, { shown });
      const message = `It should raise ${wanted}, but it ended without an exception.`;
      const what = example.options.raises === undefined ? 'the traceback' : '`raises`';
      const hint = `Remove ${what} if that is correct now.`;
      return { verdict: 'raised', finding: { ...about, kind: 'raised', message, hint } };
    }
  }
}

/** The exception that an example must raise according to the page. */
export function expectedException({ options, output, error }: Example): string | undefined {
  if (error && options.raises === undefined) return /^(?:\w+\.)*(\w+)/.exec(lastLine(error.text))?.[1];
  const traceback = output && readTraceback(output.text);
  return options.raises ?? (traceback && exceptionName(traceback));
}

/** Whether the exception is `sys.exit()` or `sys.exit(0)`, with which a script ends without an error. */
function isQuietExit({ types, summary }: RaisedException): boolean {
  return types[0] === 'SystemExit' && /^SystemExit(?:: (?:0|None|False))?$/.test(summary);
}

/** Judges an example that ended with the expected exception, by its output and the last lines of the traceback. */
function judgeEnd(example: Example, result: BlockResult, { summary }: RaisedException): Outcome {
  if (example.error) return judgeError(example, result, { summary, error: example.error });
  const traceback = example.output && readTraceback(example.output.text);
  const flags = example.prompt?.flags ?? [];
  const said = traceback && flags.includes('IGNORE_EXCEPTION_DETAIL') ? traceback.last.trimEnd() : summary;
  return judgeText(example, result, { lastLines: traceback ? `${traceback.where}\n${said}\n` : `${said}\n` });
}

interface ShownError {
  readonly summary: string;
  readonly error: Fence;
}

/** Judges an example that ended with the exception of an `error` fence, whose last line counts. */
function judgeError(example: Example, result: BlockResult, { summary, error }: ShownError): Outcome {
  const outcome = judgeText(example, result, {});
  const wanted = lastLine(error.text);
  if (outcome.verdict !== 'verified' || wanted === lastLine(summary)) return outcome;
  const line = error.text.trimEnd().split('\n').length;
  const place = { file: error.place.file, line: error.firstLine + line - 1, column: error.prefix.length + 1 };
  const message = `It ended with \`${lastLine(summary)}\`: another version of Python, or another mistake.`;
  const hint = `Write the last line of the \`error\` fence so, if that is the mistake meant.`;
  return { verdict: 'stale', finding: { kind: 'version', place, example: example.id, message, hint } };
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1)?.trim() ?? '';
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
  const known: Readonly<Record<string, string>> = {
    NameError: "A lesson's example runs alone unless it shares a `session`; in a guide, it sees the blocks before it.",
    EOFError: 'An example has no input: replace `input()` by a value.',
    SystemExit: 'Let the example run to its end.',
    ModuleNotFoundError: missingModule[kind ?? 'native'],
    SyntaxError: newer ?? 'It cannot be parsed, so nothing of it was run.',
  };
  const name = exception.types[0] ?? 'Exception';
  const hint =
    kind === 'embedded' && isRefusal.test(exception.summary)
      ? 'The Python that readers run cannot do this. Follow the message, or prove it with `--engine native`.'
      : (known[name] ?? `If it should, add \`raises=${name}\`.`);
  return {
    kind: 'raised',
    place: placeInCode(example.code, exception),
    example: example.id,
    message: `It ended with ${exception.summary}${wanted}`,
    hint,
  };
}

/** The messages of the page's Python about features that it lacks: from `plain_refusals.py`, its NumPy and Matplotlib. */
const isRefusal =
  /is not part of the (?:NumPy|Matplotlib)|Python has one (?:thread|process) here|no (?:network|window|terminal)s? here|no C functions to call|can be (?:run|installed) here|comes from outside here|in a browser from here|can answer it here|Python here is sealed off|that is closed here/;

const missingModule = {
  native: 'Install the package for this Python, or name one that has it with `--python PATH`.',
  embedded: 'The Python that readers run has NumPy and Matplotlib only: prove it with `--engine native`.',
} as const;

function placeInCode({ place, indents, firstLine }: Fence, { line, column }: RaisedException): Place {
  if (line === null) return place;
  return { file: place.file, line: firstLine + line - 1, column: (indents[line - 1] ?? 0) + (column ?? 0) + 1 };
}

/** Facts about a run besides its result. */
export interface RunFacts {
  /** Of the engine that ran it: the hint for a missing package depends on it. */
  readonly kind?: EngineIdentity['kind'];
  /** What an interactive session shows of its last expression; empty for a statement or `None`. */
  readonly shown?: string;
}

/** What comes after the printed text: the lines of an exception, or the value of the last expression. */
interface After {
  readonly lastLines?: string;
  readonly shown?: string;
}

function judgeText(example: Example, result: BlockResult, { lastLines = '', shown = '' }: After): Outcome {
  const errors = readPrinted(result.stderr).text;
  if (errors !== '') {
    const message = `It wrote to the error stream, which the page does not show: ${firstLine(errors)}`;
    return {
      verdict: 'unpinned',
      finding: findingFor(example, { kind: 'unpinned', message, hint: 'Fix the warning.' }),
    };
  }
  const printed = readPrinted(result.stdout);
  if (printed.problem) {
    const hint = 'Print something that a Markdown file can hold.';
    return { verdict: 'stale', finding: findingFor(example, { kind: 'layout', message: printed.problem, hint }) };
  }
  const between = printed.text !== '' && !printed.text.endsWith('\n') ? '\n' : '';
  const whole = lastLines === '' ? printed.text : `${printed.text}${between}${lastLines}`;
  const echoed = shown === '' ? undefined : `${printed.text}${between}${shown}\n`;
  return besideThreads(judgePrinted(example, whole, echoed), result);
}

/** Adds to a finding that the output may be another block's. */
function besideThreads(outcome: Outcome, { beside }: BlockResult): Outcome {
  const { finding } = outcome;
  if (beside === undefined || finding === undefined) return outcome;
  const said = 'A thread that an earlier block left running may have printed some of it.';
  return { ...outcome, finding: { ...finding, hint: finding.hint === undefined ? said : `${said} ${finding.hint}` } };
}

/** @param echoed the printed text with the value of the last expression, if there is one */
function judgePrinted(example: Example, printed: string, echoed?: string): Outcome {
  const { output, prompt } = example;
  const accepted = [...(prompt ? [] : [printed]), echoed ?? printed].find((text) => output && accepts(example, text));
  if (accepted !== undefined) return { verdict: 'verified', text: accepted };
  const isEchoed = output !== undefined && (prompt !== undefined || printed === '');
  return judgeDifference(example, isEchoed ? (echoed ?? printed) : printed);
}

/** Whether the page shows this text: a reader sees the value of a last expression in a notebook, and not in a script. */
function accepts(example: Example, text: string): boolean {
  const { output, prompt } = example;
  if (!output) return false;
  if (prompt && doctestAccepts(output.text, text, prompt.flags)) return true;
  return !compareOutput(output.text, text, tolerateOf(example));
}

function judgeDifference(example: Example, text: string): Outcome {
  const { output, prompt } = example;
  if (output === undefined) {
    if (text === '') return { verdict: 'verified', text };
    const message = `It prints, but the page shows no output: ${firstLine(text)}`;
    const { unmarked } = example;
    const hint = unmarked
      ? `If line ${unmarked.line} shows its output, write \`output\` after the backticks there. \`--update\` adds no second one.`
      : 'Add an `output` fence after it, or run with `--update`.';
    return { verdict: 'unpinned', finding: findingFor(example, { kind: 'unpinned', message, hint }), text };
  }
  const difference = compareOutput(output.text, text, tolerateOf(example));
  if (!difference) return { verdict: 'verified', text };
  const { kind, line, column, rows } = difference;
  const shownAt = {
    file: output.place.file,
    line: output.firstLine + line - 1,
    column: (output.indents[line - 1] ?? output.prefix.length) + column,
  };
  // Under a prompt with no output there is no line of it.
  const place = prompt && output.text === '' ? example.code.place : shownAt;
  const hint = hintFor(example, text);
  const found = describeDifference(kind, output.text, text);
  return { verdict: 'stale', finding: { ...found, place, example: example.id, rows, ...(hint && { hint }) }, text };
}

/** The comparison of lines that the fence asks for. */
function tolerateOf({ options }: Example): Tolerate | undefined {
  const tolerance = options.tolerance === undefined ? undefined : parseTolerance(options.tolerance);
  return tolerance && ((expected, actual) => sameWithin(tolerance, expected, actual));
}

/** The kind of a difference, in words, and how far the numbers are apart. */
function describeDifference(kind: DifferenceKind, expected: string, actual: string) {
  const gap = kind === 'value' || kind === 'last digit' ? numberGap(expected, actual) : undefined;
  const message = gap ? `${messages[kind].replace(/\.$/, '')}: ${sayGap(gap)}.` : messages[kind];
  return { kind, message, ...(gap && { gap }) };
}

/** Notebooks and prompts show the value of a last expression; a script does not. */
function hintFor({ code }: Example, printed: string): string | undefined {
  const last = lastExpression(code.text);
  if (printed !== '' || !last || /^print\b/.test(last.text)) return undefined;
  return `The last line is an expression, whose value a script does not show: write \`print(${last.text})\`.`;
}

const messages = {
  value: 'It prints something else.',
  'last digit': 'The last printed digit differs.',
  'sign of a zero': 'The sign of a zero differs.',
  version: 'Only versions differ, or the way in which versions of NumPy print a type.',
  layout: 'The values are the same; the layout differs.',
} as const;

function findingFor({ id, code }: Example, what: Pick<Finding, 'kind' | 'message' | 'hint'>): Finding {
  return { ...what, place: code.place, example: id };
}

/** Judges a prose value by the result of its expression. */
export function judgeValue(value: ProseValue, result: ValueResult): Outcome {
  const { of, expr, format, place } = value;
  const about = `\`${format === '' ? expr : `${expr}:${format}`}\` after \`${of}\``;
  if ('error' in result) {
    const hint = 'The expression sees the names that the example has defined when it ends.';
    return {
      verdict: 'raised',
      finding: { kind: 'raised', place, example: of, message: `${about} gives ${result.error}`, hint },
    };
  }
  const difference = compareOutput(`${value.text}\n`, `${result.text}\n`);
  if (!difference) return { verdict: 'verified', text: result.text };
  const { kind, column, rows } = difference;
  const at = { ...place, column: place.column + column - 1 };
  const { gap } = describeDifference(kind, value.text, result.text);
  const message = `The sentence differs from ${about}${gap ? `: ${sayGap(gap)}` : ''}.`;
  const finding = { kind, place: at, example: of, message, rows, ...(gap && { gap }) };
  return { verdict: 'stale', finding, text: result.text };
}

/** The verdict of an example as the end of the sentence "On this engine it …". */
const became: Readonly<Record<Verdict, string>> = {
  verified: 'agrees with the page',
  stale: 'differs from the page',
  raised: 'ends with an error',
  'timed out': 'takes too long',
  'not run': 'is not reached',
  orphan: 'belongs to no example',
  unpinned: 'prints an output that the page does not show',
  illustrative: 'is not run',
};

/** An example that has run, or a value in a sentence after it. */
export interface About {
  readonly place: Place;
  /** The example's id. */
  readonly example: string;
}

/** The outcome of an example that exceeded its time on the embedded engine only. */
export function slowerEmbedded({ place, example }: About, embedded: Outcome, nativeSeconds: number): Outcome {
  const { message = '' } = embedded.finding ?? {};
  const took = nativeSeconds < 0.1 ? 'less than 0.1' : nativeSeconds.toFixed(1);
  const told = `It is slower on the embedded engine; the native one took ${took} s. ${message}`;
  const hint = 'Make it do less, since readers would wait as well, or raise the limit with `--timeout`.';
  return { verdict: 'timed out', finding: { kind: 'timed out', place, example, message: told, hint } };
}

/** The outcome of an example or a prose value whose results differ between the embedded and the native engine. */
export function enginesDiffer({ place, example }: About, native: Outcome, embedded: Outcome): Outcome {
  const rows =
    native.text === undefined || embedded.text === undefined
      ? undefined
      : compareOutput(native.text, embedded.text)?.rows;
  const told = embedded.finding?.message;
  const message = rows
    ? 'The outputs of the embedded and the native engine differ.'
    : `On the embedded engine it ${became[embedded.verdict]}; on the native one it ${became[native.verdict]}.${told === undefined ? '' : ` ${told}`}`;
  const hint = 'The expected output is that of the native engine. Print fewer digits, or fix src/python/packages.';
  const finding = { kind: 'engines differ', place, example, message, hint, ...(rows && { rows }) } as const;
  return { verdict: embedded.verdict === 'verified' ? 'stale' : embedded.verdict, finding };
}

/** The outcome of an example that is as on the page under one version of Python or NumPy, and not under this one. */
export function dependsOnVersion(outcome: Outcome, own: string, other: string): Outcome {
  if (outcome.verdict !== 'stale' || !outcome.finding) return outcome;
  const message = `Under ${other} it prints what the page shows; under ${own} it does not.`;
  const hint = 'Print it in a way that every version prints alike, for instance `print(float(x))` or a format.';
  return { ...outcome, finding: { ...outcome.finding, kind: 'version dependent', message, hint } };
}

/** Judges a rule by the result of `check`: the empty string if the rule is right. */
export function judgeRule({ function: of, derivative, place }: DerivativeRule, result: ValueResult): Outcome {
  const problem = 'error' in result ? `it gives ${result.error}` : result.text;
  if (problem === '') return { verdict: 'verified' };
  const message = `\`${derivative}\` is not the derivative of \`${of}\`: ${problem}.`;
  const hint = 'Fix the rule in the table: it is compared with a central difference at several points.';
  return { verdict: 'stale', finding: { kind: 'value', place, message, hint } };
}

/** The outcome of an example or a rule that no engine ran. */
export function runByNone(place: Place, what: 'example' | 'rule'): Outcome {
  const message = `No engine ran this ${what}.`;
  const hint = 'Run it with an engine that has the packages it imports.';
  return { verdict: 'not run', finding: { kind: 'not run', place, message, hint } };
}

/** The outcome of a prose value whose example is not in the file, or never runs. */
export function orphanValue({ of, place }: ProseValue, examples: readonly Example[]): Outcome {
  const known = examples.map(({ id }) => id);
  const message = known.includes(of)
    ? `\`${of}\` is never run.`
    : `There is no example \`${of}\`.${didYouMean(of, known)}`;
  return {
    verdict: 'orphan',
    finding: { kind: 'orphan', place, message, hint: 'Name an example of this file in `of`.' },
  };
}

/** The outcome of an expected output without an example. */
export function orphanOutput({ place }: Fence): Outcome {
  const hint = 'Put it directly after its Python fence, or remove it.';
  return { verdict: 'orphan', finding: { kind: 'orphan', place, message: 'This output belongs to no example.', hint } };
}

function firstLine(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}
