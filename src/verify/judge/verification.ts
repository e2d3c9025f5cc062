import type { EngineIdentity } from '../../python/engine.ts';
import type { ShardReport } from '../files/selection.ts';
import type { JudgedFile } from './judged-file.ts';

export interface UsedEngine {
  readonly kind: EngineIdentity['kind'];
  readonly label: string;
  readonly location: string;
  /** The reason why it was chosen, in words; empty if there was no choice. */
  readonly chosen: string;
  /** The number of examples that it skipped because it lacks a package that they import: other engines proved them. */
  readonly notRun: number;
  /** Sentences about its limitations on this machine. */
  readonly caveats: readonly string[];
}

/** The result of a verification, which the reporters and `--update` read. */
export interface Verification {
  readonly engines: readonly UsedEngine[];
  readonly files: readonly JudgedFile[];
  /** The requested paths in which nothing was checked. */
  readonly unproven: readonly string[];
  /** Whether no lesson that stands beside these was left out. */
  readonly isWhole: boolean;
  /** The number of requested files that were left out. */
  readonly leftOut: number;
  /** Whether it is no error that nothing was checked. */
  readonly mayBeEmpty?: boolean;
  /** Present if this is one part of a run. */
  readonly shard?: ShardReport;
}
