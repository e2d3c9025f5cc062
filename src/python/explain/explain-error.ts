import type { RaisedException } from '../engine.ts';
import { explainArrayCalls } from './explain-array-calls.ts';
import { explainLimits } from './explain-limits.ts';
import { explainNames } from './explain-names.ts';
import { explainNotebooks } from './explain-notebooks.ts';
import { explainNumbers } from './explain-numbers.ts';
import { explainShapes } from './explain-shapes.ts';
import { explainSyntax } from './explain-syntax.ts';
import { explainTypes } from './explain-types.ts';
import { findMeaning } from './explanation.ts';

const tables = [
  explainNotebooks,
  explainSyntax,
  explainNames,
  explainArrayCalls,
  explainShapes,
  explainTypes,
  explainNumbers,
  explainLimits,
];

/**
 * The meaning of an exception in plain words, and what to do; `undefined` if there is nothing to add to its message. Words
 * in backticks are code.
 *
 * @param code the block that raised it
 * @param earlier the code of earlier blocks of its session, which may define the intended name
 */
export function explainError(
  { types, summary, line }: RaisedException,
  code: string,
  earlier: string,
): string | undefined {
  const error = {
    types,
    message: summary.slice(0, 1000).replace(/^[\w.]+(?:: |$)/, ''),
    line: line === null ? '' : (code.split('\n')[line - 1] ?? ''),
    code,
    earlier,
  };
  for (const table of tables) {
    const meaning = findMeaning(table, error);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}
