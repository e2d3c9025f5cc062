import { compareOutput } from '../../examples/compare/compare.ts';

const header = 'Traceback (most recent call last):';

/** An expected output that ends with a traceback, in its parts. */
export interface ExpectedTraceback {
  /** The output before the traceback. */
  readonly before: string;
  /** The header and the lines of the stack; as in a doctest, they are not compared. */
  readonly where: string;
  /** The exception with its message. */
  readonly last: string;
}

/**
 * Reads an expected output such as
 *
 *     Traceback (most recent call last):
 *       ...
 *     ZeroDivisionError: division by zero
 *
 * The lines of the stack have file names and line numbers that differ between tools, so only the last lines count.
 */
export function readTraceback(expected: string): ExpectedTraceback | undefined {
  const start = expected.startsWith(header) ? 0 : expected.indexOf(`\n${header}`) + 1;
  if (!expected.startsWith(header, start)) return undefined;
  const lines = expected.slice(start).split('\n');
  const lastHeader = lines.lastIndexOf(header);
  const end = lines.findIndex((line, i) => i > lastHeader && !/^(?:\s|\.\.\.$|$|File ")/.test(line));
  if (end < 0) return undefined;
  return {
    before: expected.slice(0, start),
    where: lines.slice(0, end).join('\n'),
    last: lines.slice(end).join('\n'),
  };
}

/** The name of the exception: `ZeroDivisionError` of `ZeroDivisionError: division by zero`. */
export function exceptionName({ last }: ExpectedTraceback): string {
  return /^(?:[\w]+\.)*(\w+)/.exec(last)?.[1] ?? '';
}

const likely = /^(?:\w+\.)*\w*(?:Error|Exception|Warning|Exit|Interrupt|Iteration|Group)(?::\s|:?$)/;
const possible = /^(?:\w+\.)*(?:[A-Z]\w*|\w*error)(?::\s|:?$)/;

/** The exception with which a shown text ends, up to the last line of its message; the last line where none is recognized. */
export function shownException(text: string): string {
  const lines = text.trimEnd().split('\n');
  const last = (pattern: RegExp) => lines.findLastIndex((line) => pattern.test(line.trimStart()));
  const start = [last(likely), last(possible)].find((at) => at >= 0) ?? lines.length - 1;
  return lines.slice(start).join('\n').trimStart();
}

/** The last line of a traceback as IPython writes it: without the module of the exception, `UnsupportedOperation: not readable`. */
export function withoutModule(last: string): string {
  return last.replace(/^(?:\w+\.)+(?=\w+(?::|$))/, '');
}

/** Whether an exception is shown as it was raised, or as IPython writes it: without its module, and with a colon after it. */
export function isShownException(shown: string, summary: string): boolean {
  const last = summary.trimEnd().split('\n').at(-1) ?? '';
  const raised = [summary.trimEnd(), last];
  return [...raised, ...raised.map(withoutModule)].some(
    (one) => !compareOutput(`${shown.replace(/:$/, '')}\n`, `${one}\n`),
  );
}
