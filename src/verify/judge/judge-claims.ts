import { didYouMean } from '../../core/nearest-word.ts';
import { insteadOfInvalid } from '../../core/odd-character.ts';
import type { Place } from '../../core/place.ts';
import { compareOutput } from '../../examples/compare/compare.ts';
import { sayGap } from '../../examples/compare/number-gap.ts';
import type { DerivativeRule } from '../../examples/derivative-rules.ts';
import type { Example, Fence, ProseValue } from '../../examples/example.ts';
import type { ValueResult } from '../../python/engine.ts';
import { describeDifference } from '../findings/describe-difference.ts';
import type { Outcome } from '../findings/finding.ts';

/** Judges a prose value by the result of its expression. */
export function judgeValue(value: ProseValue, result: ValueResult): Outcome {
  const { of, expr, format, place } = value;
  const about = `\`${format === '' ? expr : `${expr}:${format}`}\` after \`${of}\``;
  if ('error' in result) {
    const odd = insteadOfInvalid(result.error);
    const hint = odd ? `${odd}.` : 'The expression sees the names that the example has defined when it ends.';
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

/** Judges a rule by the result of `check`: the empty string if the rule is right. */
export function judgeRule({ function: of, derivative, place }: DerivativeRule, result: ValueResult): Outcome {
  const problem = 'error' in result ? `it gives ${result.error}` : result.text;
  if (problem === '') return { verdict: 'verified' };
  const message = `\`${derivative}\` is not the derivative of \`${of}\`: ${problem}.`;
  const hint = 'Fix the rule in the table: it is compared with a central difference at several points.';
  return { verdict: 'stale', finding: { kind: 'value', place, message, hint } };
}

/** The outcome of an example, a rule or a formula that no engine ran. */
export function runByNone(place: Place, what: 'example' | 'rule' | 'formula'): Outcome {
  const message = `No engine ran this ${what}.`;
  const hint = 'Run it with an engine that has the packages it imports.';
  return { verdict: 'not run', finding: { kind: 'not run', place, message, hint } };
}

/** The outcome of a value or a formula whose example is not in the file, or never runs. */
export function orphanClaim(
  { of, place }: { readonly of: string; readonly place: Place },
  examples: readonly Example[],
): Outcome {
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
