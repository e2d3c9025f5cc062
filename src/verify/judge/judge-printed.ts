import { compareOutput, linesOf, type Tolerate } from '../../examples/compare/compare.ts';
import { meantLines, unknownPlaceholders } from '../../examples/compare/placeholders.ts';
import { parseTolerance, sameWithin } from '../../examples/compare/tolerance.ts';
import type { Example, Fence, Unmarked } from '../../examples/example.ts';
import { doctestAccepts } from '../../examples/extract/doctest-flags.ts';
import { placeInFence } from '../../examples/extract/place-in-fence.ts';
import type { GuideReading } from '../../examples/guide-reading.ts';
import type { BlockResult } from '../../python/engine.ts';
import { lastExpression } from '../../python/explain/last-expression.ts';
import { describeDifference } from '../findings/describe-difference.ts';
import type { Finding, Outcome } from '../findings/finding.ts';
import { besideErrors, showsErrors } from './error-stream.ts';
import { judgeInferred } from './judge-inferred.ts';
import { judgeNotebook } from './judge-notebook.ts';
import { readPrinted } from './printed.ts';

/** The text after the printed text: the lines of an exception, or the value of the last expression. */
export interface After {
  readonly lastLines?: string;
  readonly shown?: string;
  /** The ways in which the page may show the output besides fences that are one; none in a lesson. */
  readonly infers?: GuideReading['conventions'] | undefined;
}

/** Judges an example that ended as it should, by what it printed. */
export function judgeText(
  example: Example,
  result: BlockResult,
  { lastLines = '', shown = '', infers }: After,
): Outcome {
  const { notebook } = example;
  const errors = readPrinted(result.stderr).text;
  const printed = readPrinted(result.stdout).text;
  const whole = lastLines === '' ? printed : `${printed}${endOfLine(printed)}${lastLines}`;
  if (infers && showsErrors(example, whole, errors)) return { verdict: 'verified' };
  const outcome = judgeOwn(example, { result, whole, shown, infers });
  const isShown = errors === '' || notebook?.hasErrors;
  return isShown ? outcome : besideErrors(outcome, example, { printed: whole, errors });
}

/** The result of an example, all of it that is compared with the page, and the facts on which the comparison depends. */
interface Own extends Pick<After, 'infers'> {
  readonly result: BlockResult;
  readonly whole: string;
  readonly shown: string;
}

/** Judges an example by what it printed, whatever it wrote to the error stream. */
function judgeOwn(example: Example, { result, whole, shown, infers }: Own): Outcome {
  const { notebook } = example;
  const printed = readPrinted(result.stdout);
  if (notebook) return judgeNotebook(example, notebook, { stdout: printed.text, value: shown });
  if (printed.problem) {
    const hint = 'Print something that a Markdown file can hold.';
    return { verdict: 'stale', finding: findingFor(example, { kind: 'layout', message: printed.problem, hint }) };
  }
  const echoed = shown === '' ? undefined : `${printed.text}${endOfLine(printed.text)}${shown}\n`;
  const seen = [whole, ...(echoed === undefined ? [] : [echoed])];
  const inferred =
    infers && !example.output
      ? judgeInferred(example, { texts: seen, conventions: infers }, tolerateOf(example))
      : undefined;
  const outcome = inferred ?? judgePrinted(example, whole, echoed);
  return besideThreads(infers ? outcome : withHint(outcome, example), result);
}

/** The line end that a text lacks. */
function endOfLine(text: string): string {
  return text !== '' && !text.endsWith('\n') ? '\n' : '';
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
  return [output, shownFor(example, text)].some((one) => one && !compareOutput(one.text, text, tolerateOf(example)));
}

/** The output that the page shows for a printed text: at a prompt, blank lines belong to it only where some are printed. */
export function shownFor({ output, prompt }: Example, printed: string): Fence | undefined {
  const hasBlanks = prompt?.whole && /^[ \t]*\n/m.test(printed) && !/^\n/m.test(output?.text ?? '');
  return hasBlanks ? prompt.whole : output;
}

function judgeDifference(example: Example, text: string): Outcome {
  const { prompt } = example;
  const output = shownFor(example, text);
  if (output === undefined) {
    if (text === '' || example.cell?.hidesOutput) return { verdict: 'verified', text };
    const message = `It prints, but the page shows no output: ${firstLine(text)}`;
    const { unmarked } = example;
    const hint = unmarked
      ? `If line ${unmarked.place.line} shows its output, ${howToMark(unmarked)}. \`--update\` adds no second one.`
      : 'Add an `output` fence after it, or run with `--update`.';
    return { verdict: 'unpinned', finding: findingFor(example, { kind: 'unpinned', message, hint }), text };
  }
  const difference = compareOutput(meantOutput(output.text, text), text, tolerateOf(example));
  // Where no more than the name of a placeholder is wrong, that is said where the page is read.
  if (!difference) return { verdict: unknownPlaceholders(output.text).length > 0 ? 'stale' : 'verified', text };
  const { kind, line, column, rows } = difference;
  const shownAt = placeInFence(output, line, column);
  // Under a prompt with no output there is no line of it.
  const place = prompt && output.text === '' ? example.code.place : shownAt;
  const found = describeDifference(kind, output.text, text);
  return { verdict: 'stale', finding: { ...found, place, example: example.id, rows }, text };
}

function meantOutput(expected: string, text: string): string {
  return meantLines(linesOf(expected), linesOf(text))
    .map((line) => `${line}\n`)
    .join('');
}

/** How an author says that something on the page is the output of the code above it. */
export function howToMark({ fence }: Unmarked): string {
  return fence ? 'write `output` after the backticks there' : 'put it in an `output` fence';
}

/** The comparison of lines that the fence asks for. */
export function tolerateOf({ options, prompt }: Example): Tolerate | undefined {
  const asked =
    options.tolerance ?? (prompt?.flags.includes('NUMBER') ? 'digits shown: so says its directive' : undefined);
  const tolerance = asked === undefined ? undefined : parseTolerance(asked);
  return tolerance && ((expected, actual) => sameWithin(tolerance, expected, actual));
}

/** In a lesson, an expression at the end shows nothing; in a guide its value is known, and counts as shown. */
function withHint(outcome: Outcome, { code }: Example): Outcome {
  const { verdict, finding, text } = outcome;
  const last = verdict === 'stale' && finding && text === '' ? lastExpression(code.text) : undefined;
  if (!last || /^print\b/.test(last.text)) return outcome;
  const hint = `The last line is an expression, whose value a script does not show: write \`print(${last.text})\`.`;
  return { ...outcome, finding: { ...(finding as Finding), hint } };
}

function findingFor({ id, code }: Example, what: Pick<Finding, 'kind' | 'message' | 'hint'>): Finding {
  return { ...what, place: code.place, example: id };
}

function firstLine(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}
