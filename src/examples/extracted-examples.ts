import type { Diagnostic } from '../core/diagnostic.ts';
import type { DerivativeRule } from './derivative-rules.ts';
import type { Example, Fence, ProseValue, Unchecked } from './example.ts';
import type { FormulaClaim } from './formula-claim.ts';
import type { Teaching } from './teaching.ts';

/** Everything in a file that a verifier must account for. */
export interface ExtractedExamples {
  readonly examples: readonly Example[];
  readonly values: readonly ProseValue[];
  readonly rules: readonly DerivativeRule[];
  readonly formulas: readonly FormulaClaim[];
  /** Expected outputs that belong to no example. */
  readonly orphans: readonly Fence[];
  /** How many fences are neither Python nor an expected output. */
  readonly otherFences: number;
  /** How many Python fences are parts of exercises, whose proof covers them. */
  readonly exerciseFences: number;
  /** Python that is not run, each with the reason. */
  readonly unchecked: readonly Unchecked[];
  /** Errors: the code or value at these places is not verified. */
  readonly diagnostics: readonly Diagnostic[];
  /** The marks of a lesson’s objectives; added where the whole file is read. */
  readonly teaching?: Teaching;
  /** Parts of a guide that are ignored, since they may be meant for another tool. */
  readonly warnings: readonly Diagnostic[];
}

/** The session of all examples of a guide that name none. */
export const documentSession = 'document';

/** The result for a file that cannot be read. */
export const nothingExtracted: ExtractedExamples = {
  examples: [],
  values: [],
  rules: [],
  formulas: [],
  orphans: [],
  otherFences: 0,
  exerciseFences: 0,
  unchecked: [],
  diagnostics: [],
  warnings: [],
};
