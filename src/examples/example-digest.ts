import type { DerivativeRule } from './derivative-rules.ts';
import type { Example, ProseValue } from './example.ts';
import type { FormulaClaim } from './formula-claim.ts';

/** The parts of a file on which the results of its examples, values and rules depend. */
export interface Provable {
  readonly examples: readonly Example[];
  readonly values: readonly ProseValue[];
}

/** A cryptographic hash of a text, passed in because Node and browsers have different functions for it. */
export type Hash = (text: string) => string;

/**
 * Identifies an example for the site's report: its code, all code that ran before it in its session, and its expected
 * output. While the digest is the same, the verdict on the example still holds. The expressions of values count as code
 * that ran, since an expression can change the namespace.
 */
export function exampleDigest(example: Example, { examples, values }: Provable, hash: Hash): string {
  const session = examples.filter((other) => other.session === example.session && runs(other));
  const before = session
    .slice(0, session.indexOf(example))
    .map(({ id, code }) => [code.text, ...valuesOf(id, values).map(evaluated)]);
  const { options, code, output } = example;
  const { raises = null, tolerance } = options;
  const within = tolerance === undefined ? [] : [tolerance];
  return hash(JSON.stringify([before, code.text, output?.text ?? null, raises, ...within]));
}

/**
 * Identifies a value in a sentence: its text, its expression and format, the values evaluated before it in the
 * same namespace, and its example. A value whose example is not in the file has a digest as well, and is never proven.
 */
export function valueDigest(value: ProseValue, provable: Provable, hash: Hash): string {
  const example = provable.examples.find(({ id }) => id === value.of);
  const all = valuesOf(value.of, provable.values);
  const before = all.slice(0, all.indexOf(value)).map(evaluated);
  const ran = example ? exampleDigest(example, provable, hash) : null;
  return hash(JSON.stringify(['value', ran, before, evaluated(value), value.text]));
}

/** Identifies a row of a table of derivatives: both of its expressions. */
export function ruleDigest({ function: of, derivative }: DerivativeRule, hash: Hash): string {
  return hash(JSON.stringify(['rule', of, derivative]));
}

/** Identifies a formula: its TeX, its bindings, and its example. */
export function formulaDigest(claim: FormulaClaim, provable: Provable, hash: Hash): string {
  const example = provable.examples.find(({ id }) => id === claim.of);
  const ran = example ? exampleDigest(example, provable, hash) : null;
  const { tex, where, in: within = null, returns = null } = claim;
  return hash(JSON.stringify(['formula', ran, tex, where, within, returns]));
}

/** Whether an example is run at all. */
export function runs(example: Example): boolean {
  return example.options.illustrative === undefined;
}

function valuesOf(id: string, values: readonly ProseValue[]): ProseValue[] {
  return values.filter(({ of }) => of === id);
}

function evaluated({ expr, format }: ProseValue): readonly string[] {
  return [expr, format];
}
