import { sourceText } from '../../core/source-text.ts';
import { type FormulaClaim, placeInFormula } from '../../examples/formula-claim.ts';
import type { Relation, Statement } from '../../formulas/formula-tree.ts';
import type { ValueResult } from '../../python/engine.ts';
import type { Outcome } from '../findings/finding.ts';

/** A formula, what it states, and the text of its file. */
export interface ClaimedFormula {
  readonly claim: FormulaClaim;
  readonly states: readonly Statement[];
  readonly text: string;
}

/** The result of `check` in `formula_claims.py`: what differs, or an error. */
interface Failure {
  readonly statement: number;
  readonly relation?: number;
  readonly at?: string;
  readonly left?: string;
  readonly right?: string;
  readonly error?: string;
}

const words: Readonly<Record<Relation, string>> = {
  '=': 'is not',
  '≈': 'does not come close to',
  '←': 'does not become',
  '∈': 'is not in',
};

/** Judges a formula by the result of `check`: the empty string if the run agrees with it at every point. */
export function judgeFormula(formula: ClaimedFormula, result: ValueResult): Outcome {
  const { claim } = formula;
  const failure = 'error' in result ? { statement: 0, error: result.error } : readFailure(result.text);
  if (!failure) return { verdict: 'verified' };
  const { place, message } = described(formula, failure);
  const hint = 'Correct the formula, or say in `where` what its names are in the example.';
  const example = claim.of === undefined ? {} : { example: claim.of };
  const verdict = failure.error === undefined ? 'stale' : 'raised';
  return { verdict, finding: { kind: 'formula', place, ...example, message, hint } };
}

function readFailure(text: string): Failure | undefined {
  return text === '' ? undefined : (JSON.parse(text) as Failure);
}

function described({ claim, states, text }: ClaimedFormula, failure: Failure) {
  const { statement, relation = 0, at = '', left = '', right = '', error } = failure;
  const source = sourceText(claim.place.file, text);
  const sides = states[statement]?.sides ?? [];
  const placeOf = (i: number) => placeInFormula(claim, source, sides[i]?.start ?? 0);
  const texOf = (i: number) => claim.tex.slice(sides[i]?.start, sides[i]?.end).replace(/\s+/g, ' ');
  if (error !== undefined) {
    return { place: placeOf(0), message: `\`${texOf(0)} …\` cannot be compared with \`${claim.of}\`: ${error}.` };
  }
  const is = words[states[statement]?.relations[relation] ?? '='];
  const where = at === '' ? '' : ` at ${at}`;
  const message =
    `\`${texOf(relation)}\` ${is} \`${texOf(relation + 1)}\` in the run of \`${claim.of}\`: ` +
    `${where === '' ? '' : `${where.trim()}, `}the left side is ${left}, and the right side is ${right}.`;
  return { place: placeOf(relation + 1), message };
}
