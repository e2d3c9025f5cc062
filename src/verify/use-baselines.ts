import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { CommandLine } from './cli-options.ts';
import type { JudgedFile } from './judge/judged-file.ts';
import type { Verification } from './judge/verification.ts';
import { baselineOf, compareWithBaseline, readBaseline, withoutFixed, writeBaseline } from './report/baseline.ts';

/** The name of a baseline file where neither the command nor a configuration names one. */
export const defaultBaseline = 'prove-guide.baseline.json';

/** The use that a run makes of baselines. */
export interface BaselineUse {
  /** The value of `--baseline`: `write`, or a path. */
  readonly option: string | undefined;
  /** Whether whole files were judged, and all of the requested ones. */
  readonly isWhole: boolean;
  /** Whether files may be written: not in CI, and not by one shard of several. */
  readonly mayWrite: boolean;
}

/**
 * Marks the known findings of a verification, or writes them with `--baseline write`. Findings that are fixed leave the
 * file, which is said.
 *
 * @throws BaselineError for a file that is missing or is no baseline
 */
export function useBaselines(verification: Verification, command: CommandLine, use: BaselineUse): Verification {
  const { cwd, complain } = command;
  const engines = [...new Set(verification.engines.map(({ kind }) => kind))].sort();
  const pathOf = ({ lesson: { configuration } }: JudgedFile) => {
    if (use.option !== undefined && use.option !== 'write') return resolve(cwd, use.option);
    const { baseline, folder } = configuration;
    if (baseline !== undefined) return join(folder, baseline);
    return use.option === 'write' ? join(cwd, defaultBaseline) : undefined;
  };
  const groups = Map.groupBy(verification.files, pathOf);
  const marked = new Map<JudgedFile, JudgedFile>();
  for (const [path, files] of groups) {
    if (path === undefined) continue;
    const shown = relative(cwd, path).split(sep).join('/');
    if (use.option === 'write') {
      const baseline = baselineOf(files, path, { cwd, engines });
      writeBaseline(path, baseline);
      complain(`Wrote ${shown}: ${countOf(baseline.findings)} known findings.${advice(files, shown)}\n`);
    }
    const baseline = readBaseline(path, shown);
    const whole = use.isWhole && baseline.engines.join() === engines.join();
    const { files: compared, fixed } = compareWithBaseline(files, baseline, { path, cwd, whole });
    for (const [i, file] of files.entries()) marked.set(file, compared[i] ?? file);
    if (fixed.length === 0) continue;
    if (use.mayWrite) writeBaseline(path, withoutFixed(baseline, fixed));
    const end = use.mayWrite
      ? `left ${shown}.`
      : `are still in ${shown}: run this on your machine, and commit the file.`;
    const lines = fixed.slice(0, 10).map(({ file, kind, about }) => `  ${file}  ${kind}: ${about}`);
    const more = fixed.length > 10 ? [`  … and ${fixed.length - 10} more`] : [];
    complain(`${[`Fixed: ${countOf(fixed)} known findings, which ${end}`, ...lines, ...more].join('\n')}\n`);
  }
  return { ...verification, files: verification.files.map((file) => marked.get(file) ?? file) };
}

function countOf(findings: readonly { readonly count: number }[]): number {
  return findings.reduce((sum, { count }) => sum + count, 0);
}

/** A file that no configuration names is not used by the next run. */
function advice(files: readonly JudgedFile[], shown: string): string {
  const isNamed = files.every(({ lesson }) => {
    const { baseline, folder } = lesson.configuration;
    return baseline !== undefined && existsSync(join(folder, baseline));
  });
  return isNamed ? '' : ` Write \`baseline: ${shown}\` into prove-guide.yaml, or run with \`--baseline ${shown}\`.`;
}
