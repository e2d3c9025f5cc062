import { InputError } from '../../core/input-error.ts';
import type { FenceAccounts } from './accounts.ts';
import type { RunReport } from './run-report.ts';
import { catchTooFew, type Totals } from './totals.ts';

/** Reports that are not those of all shards of one run. */
export class MergeError extends InputError {}

/**
 * The report of a run from the reports of its shards, in any order.
 *
 * @throws MergeError when a shard is missing or given twice, or when the shards are of different runs
 */
export function mergeReports(reports: readonly RunReport[]): RunReport {
  const sorted = reports.toSorted((a, b) => (a.shard?.index ?? 0) - (b.shard?.index ?? 0));
  const [first] = sorted;
  if (first?.shard === undefined)
    throw new MergeError('There is no report of a shard. Make them with `--shard 1/2 --report json=1.json`.');
  const { count, of, isWhole } = first.shard;
  const found = sorted.map(({ shard }) => shard?.index ?? 0);
  const all = Array.from({ length: count }, (_, i) => i + 1);
  if (sorted.some(({ shard }) => shard?.count !== count || shard.of !== of)) {
    throw new MergeError('The reports are of different runs: the number of shards or the files differ.');
  }
  if (found.join() !== all.join()) {
    throw new MergeError(`The reports must be those of the shards ${all.join(', ')}; these are ${found.join(', ')}.`);
  }
  const { shard: _, ...rest } = first;
  const totals = sorted.map((one) => one.totals).reduce(addTotals);
  const merged = {
    ...rest,
    at:
      sorted
        .map(({ at }) => at)
        .toSorted()
        .at(-1) ?? first.at,
    engines: uniteEngines(sorted),
    unproven: first.unproven.filter((path) => sorted.every(({ unproven }) => unproven.includes(path))),
    isWhole,
    leftOut: 0,
    totals,
    files: sorted.flatMap(({ files }) => files).toSorted((a, b) => (a.file < b.file ? -1 : 1)),
  };
  return { ...merged, exitCode: mergedCode(sorted, merged) };
}

function mergedCode(reports: readonly RunReport[], { isWhole, totals }: Pick<RunReport, 'isWhole' | 'totals'>) {
  const codes = reports.map(({ exitCode }) => exitCode);
  if (codes.includes(2)) return 2;
  if (codes.includes(1) || (isWhole && catchTooFew(totals.exercises))) return 1;
  // Shards in which nothing was checked end with 0 when that is no error.
  return totals.checked > 0 || codes.every((code) => code === 0) ? 0 : 4;
}

/** An engine that several shards used is listed once. */
function uniteEngines(reports: readonly RunReport[]): RunReport['engines'] {
  const groups = Map.groupBy(
    reports.flatMap(({ engines }) => engines),
    ({ label, location }) => `${label}\n${location}`,
  );
  return [...groups.values()].flatMap(([one, ...others]) => {
    if (one === undefined) return [];
    const caveats = [...new Set([one, ...others].flatMap((engine) => engine.caveats))];
    return [{ ...one, caveats, notRun: others.reduce((sum, { notRun }) => sum + notRun, one.notRun) }];
  });
}

type Counts = Readonly<Record<string, unknown>>;

function addTotals(a: Totals, b: Totals): Totals {
  const added = addCounts(a as unknown as Counts, b as unknown as Counts) as unknown as Totals;
  const ranBy = [...new Set([...a.exercises.mutantsRanBy, ...b.exercises.mutantsRanBy])];
  return {
    ...added,
    exercises: { ...added.exercises, mutantsRanBy: ranBy },
    fences: { ...added.fences, reasons: addReasons(a.fences, b.fences) },
  };
}

/** Adds numbers of the same name, on all levels; lists are those of the first. */
function addCounts(a: Counts, b: Counts): Counts {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, addCount(a[name], b[name])]));
}

function addCount(a: unknown, b: unknown): unknown {
  if (a === undefined || b === undefined) return a ?? b;
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  return Array.isArray(a) ? a : addCounts(a as Counts, b as Counts);
}

function addReasons(...accounts: readonly FenceAccounts[]): FenceAccounts['reasons'] {
  const groups = Map.groupBy(
    accounts.flatMap(({ reasons }) => reasons),
    ({ reason }) => reason,
  );
  return [...groups]
    .map(([reason, same]) => ({ reason, count: same.reduce((sum, { count }) => sum + count, 0) }))
    .sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason, 'en'));
}
