import type { Place } from '../core/place.ts';
import { compareOutput } from '../examples/compare.ts';
import type { DerivativeRule } from '../examples/derivative-rules.ts';
import type { Example, Fence, ProseValue } from '../examples/example.ts';
import { didYouMean } from '../examples/nearest-word.ts';
import type { BlockResult, RaisedException, ValueResult } from '../python/engine.ts';
import type { Finding, Outcome } from './finding.ts';
import { readPrinted } from './printed.ts';

/** Judges one example by what happened when it was run. */
export function judgeExample(example: Example, result: BlockResult): Outcome {
  const { end } = result;
  const fail = (kind: Finding['kind'], place: Place, message: string, hint?: string): Finding => ({
    kind,
    place,
    example: example.id,
    message,
    ...(hint === undefined ? {} : { hint }),
  });
  const { place } = example.code;
  switch (end.how) {
    case 'timed out': {
      const message = `It did not end within ${end.after} s and was stopped.`;
      return { verdict: 'timed out', finding: fail('timed out', place, message, 'Look for a loop that never ends.') };
    }
    case 'flooded': {
      const what = { printed: 'It printed', values: 'Its values have', exception: 'Its exception has' };
      const message = `${what[end.by ?? 'printed']} more than ${end.limit >> 20} MB and was stopped.`;
      return { verdict: 'raised', finding: fail('raised', place, message, 'Print less.') };
    }
    case 'died': {
      const message = `The interpreter ended before the block did (${end.status}).`;
      const hint = 'What the block had printed and not flushed is lost, as in a script.';
      return { verdict: 'raised', finding: fail('raised', place, message, hint) };
    }
    case 'not run':
      return { verdict: 'not run', finding: fail('not run', place, 'A block before it in its session ended Python.') };
    case 'raised':
      return example.options.raises === end.exception.types[0]
        ? judgeText(example, result, `${end.exception.summary}\n`)
        : { verdict: 'raised', finding: judgeRaised(example, end.exception) };
    case 'returned':
      return example.options.raises === undefined
        ? judgeText(example, result, '')
        : {
            verdict: 'raised',
            finding: fail(
              'raised',
              place,
              `It should end with ${example.options.raises}, and it ended without an exception.`,
              'Remove `raises` if that is right now.',
            ),
          };
  }
}

function judgeRaised(example: Example, exception: RaisedException): Finding {
  const wanted = example.options.raises === undefined ? '' : `, not with ${example.options.raises}`;
  const newer = /f-string/.test(exception.summary)
    ? 'Inside the braces of an f-string, Python before 3.12 takes no backslash and no quote of the same kind.'
    : undefined;
  const known: Readonly<Record<string, string>> = {
    NameError: "A lesson's example runs alone unless it shares a `session`; in a guide, it sees the blocks before it.",
    EOFError: 'Nobody is there to answer: an example cannot use `input()`.',
    SystemExit: 'Let the example run to its end.',
    SyntaxError: newer ?? 'It does not parse: nothing of it was run.',
  };
  const name = exception.types[0] ?? 'Exception';
  const hint = known[name] ?? `If it should, say so: \`raises=${name}\`.`;
  return {
    kind: 'raised',
    place: placeInCode(example.code, exception),
    example: example.id,
    message: `It ended with ${exception.summary}${wanted}`,
    hint,
  };
}

function placeInCode({ place, indents }: Fence, { line, column }: RaisedException): Place {
  if (line === null) return place;
  return { file: place.file, line: place.line + line, column: (indents[line - 1] ?? 0) + (column ?? 0) + 1 };
}

function judgeText(example: Example, result: BlockResult, lastLines: string): Outcome {
  const errors = readPrinted(result.stderr).text;
  if (errors !== '') {
    const message = `It wrote to the error stream, where no page shows it: ${firstLine(errors)}`;
    return { verdict: 'unpinned', finding: findingFor(example, 'unpinned', message, 'Mend what it warns of.') };
  }
  const printed = readPrinted(result.stdout);
  if (printed.problem) {
    const hint = 'Print something that a Markdown file can hold.';
    return { verdict: 'stale', finding: findingFor(example, 'layout', printed.problem, hint) };
  }
  const between = lastLines !== '' && printed.text !== '' && !printed.text.endsWith('\n') ? '\n' : '';
  return judgePrinted(example, `${printed.text}${between}${lastLines}`);
}

function judgePrinted(example: Example, text: string): Outcome {
  const { output } = example;
  if (output === undefined) {
    if (text === '') return { verdict: 'verified', text };
    const message = `It prints, and nothing says what: ${firstLine(text)}`;
    const hint = 'Add an `output` fence after it, or let `--update` do it.';
    return { verdict: 'unpinned', finding: findingFor(example, 'unpinned', message, hint), text };
  }
  const difference = compareOutput(output.text, text);
  if (!difference) return { verdict: 'verified', text };
  const { kind, line, column, rows } = difference;
  const place = {
    file: output.place.file,
    line: output.place.line + line,
    column: (output.indents[line - 1] ?? output.prefix.length) + column,
  };
  const message = messages[kind];
  return { verdict: 'stale', finding: { kind, place, example: example.id, message, rows }, text };
}

const messages = {
  value: 'It prints something else.',
  'last digit': 'The last printed digit differs.',
  'sign of a zero': 'A zero has another sign.',
  version: 'Only version numbers differ.',
  layout: 'The same values, set out differently.',
} as const;

function findingFor({ id, code }: Example, kind: Finding['kind'], message: string, hint: string): Finding {
  return { kind, place: code.place, example: id, message, hint };
}

/** Judges a prose value by what its expression gave. */
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
  const message = `The sentence says something else than ${about}.`;
  return { verdict: 'stale', finding: { kind, place: at, example: of, message, rows }, text: result.text };
}

/** An example, or a value in a sentence, of which the embedded engine thinks otherwise than the native one. */
export function enginesDiffer(place: Place, native: Outcome, embedded: Outcome, example: string): Outcome {
  const rows =
    native.text === undefined || embedded.text === undefined
      ? undefined
      : compareOutput(native.text, embedded.text)?.rows;
  const what = rows ? 'prints something else than' : `is ${embedded.verdict} where it is ${native.verdict} on`;
  const told = embedded.finding?.message;
  const message = `The embedded engine ${what} the native one.${rows || told === undefined ? '' : ` ${told}`}`;
  const hint = 'Expected is what the native engine prints. Print fewer digits, or mend src/python/packages.';
  const finding = { kind: 'engines differ', place, example, message, hint, ...(rows && { rows }) } as const;
  return { verdict: embedded.verdict === 'verified' ? 'stale' : embedded.verdict, finding };
}

/** Judges a rule by what `check` said of it: nothing, when it holds. */
export function judgeRule({ function: of, derivative, place }: DerivativeRule, result: ValueResult): Outcome {
  const problem = 'error' in result ? `it gives ${result.error}` : result.text;
  if (problem === '') return { verdict: 'verified' };
  const message = `\`${derivative}\` is not the derivative of \`${of}\`: ${problem}.`;
  const hint = 'Mend the rule in the table: it is compared with a central difference at several points.';
  return { verdict: 'stale', finding: { kind: 'value', place, message, hint } };
}

/** An example or a rule that no engine ran. */
export function runByNone(place: Place, what: 'example' | 'rule'): Outcome {
  const message = `No engine ran this ${what}.`;
  const hint = 'Run it with an engine that has the packages it imports.';
  return { verdict: 'not run', finding: { kind: 'not run', place, message, hint } };
}

/** A prose value whose example is not in the file, or never runs. */
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

/** An expected output that no example prints. */
export function orphanOutput({ place }: Fence): Outcome {
  const hint = 'Put it directly after its Python fence, or remove it.';
  return { verdict: 'orphan', finding: { kind: 'orphan', place, message: 'This output belongs to no example.', hint } };
}

function firstLine(text: string): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > 100 ? `${line.slice(0, 100)}…` : line;
}
