import type { Target } from './find-lessons.ts';

/** One of `count` parts, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The part of a run that a report is of. */
export interface ShardReport extends Shard {
  /** A digest of the names of all files of the run. */
  readonly of: string;
  /** Whether all shards together leave out no lesson. */
  readonly isWhole: boolean;
}

/** The part of the requested files that is verified. */
export interface Selection {
  /** A commit: only files that a change since then can affect. */
  readonly changedSince?: string;
  readonly shard?: Shard;
  /** The name of an example or exercise, in whichever file it is. */
  readonly only?: string;
  /** Whether files after the first with a finding are left out. */
  readonly failFast?: boolean;
}

/** The targets that are selected by changes and by the shard. The shards are a partition: each target is in one. */
export async function selectTargets(
  targets: readonly Target[],
  cwd: string,
  { changedSince, shard }: Selection,
): Promise<Target[]> {
  const changed =
    changedSince === undefined
      ? [...targets]
      : (await import('./changed-files.ts')).changedTargets(targets, cwd, changedSince);
  return shard === undefined ? changed : changed.filter((_, i) => i % shard.count === shard.index - 1);
}
