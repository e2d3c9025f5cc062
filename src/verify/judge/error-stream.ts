import { showsSome } from '../../examples/compare/alike.ts';
import { compareOutput } from '../../examples/compare/compare.ts';
import type { Example } from '../../examples/example.ts';
import type { Outcome } from '../findings/finding.ts';

/** Whether a page shows what was written to the error stream, before or after the rest, as a terminal does. */
export function showsErrors({ output }: Example, printed: string, errors: string): boolean {
  if (errors === '' || !output) return false;
  const shown = withoutFiles(output.text);
  return [errors + printed, printed + errors].some((text) => !compareOutput(shown, withoutFiles(text)));
}

/** Warnings without the file and the line that they are about. */
function withoutFiles(text: string): string {
  return text.replace(/^(?:<[^>\n]*>|\S+):\d+: (?=\w*Warning: )(.*)(?:\n {2}\S.*)?$/gm, '$1');
}

/** The texts that an example wrote: all that is compared with the page, and the error stream. */
interface Written {
  readonly printed: string;
  readonly errors: string;
}

/**
 * The outcome of an example that also wrote to the error stream, from that of its output alone. An output that differs stays
 * a difference, unless the rest of it may be that stream. `--update` writes neither, as it cannot tell where a page shows what.
 */
export function besideErrors(outcome: Outcome, example: Example, { printed, errors }: Written): Outcome {
  const first = errors.split('\n', 1)[0] ?? '';
  const line = first.length > 100 ? `${first.slice(0, 100)}…` : first;
  const { finding, verdict } = outcome;
  if (verdict === 'stale' && finding && !mayShowErrors(example, { printed, errors })) {
    const hint = `${finding.hint === undefined ? '' : `${finding.hint} `}It also wrote to the error stream: ${line}`;
    return { verdict, finding: { ...finding, hint } };
  }
  const message = `It wrote to the error stream, which the page does not show: ${line}`;
  const about = { place: example.code.place, example: example.id };
  return { verdict: 'unpinned', finding: { kind: 'unpinned', message, hint: 'Fix the warning.', ...about } };
}

/** Whether an output has all that was printed and, besides, lines that seem to be those of the error stream. */
function mayShowErrors({ output }: Example, { printed, errors }: Written): boolean {
  if (!output || (printed !== '' && !showsSome(printed, output.text, 'as printed'))) return false;
  const own = new Set(printed.split('\n'));
  const written = new Set(errors.split('\n'));
  const isOfErrors = (line: string) =>
    written.has(line) || /Warning\b|^Traceback \(|^\W*(?:DEBUG|INFO|WARNING|ERROR|CRITICAL)\b/.test(line);
  return output.text.split('\n').some((line) => !own.has(line) && isOfErrors(line));
}
