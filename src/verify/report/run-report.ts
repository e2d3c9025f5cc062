import type { Diagnostic } from '../../core/diagnostic.ts';
import type { Place } from '../../core/place.ts';
import type { Verdict } from '../../examples/example.ts';
import type { ShardReport } from '../files/selection.ts';
import type { Finding } from '../findings/finding.ts';
import type { JudgedFile } from '../judge/judged-file.ts';
import type { UsedEngine, Verification } from '../judge/verification.ts';
import { countTotals, exitCode, findingsOf, type Totals } from './totals.ts';

/**
 * The report of a run as plain data, which all formats are made from. It is the output of `--format json`;
 * `report.schema.json` describes it, and `version` grows when a program that reads it must change.
 */
export interface RunReport {
  readonly version: 1;
  readonly exitCode: 0 | 1 | 2 | 4;
  /** When the run was judged, ISO 8601 in UTC. */
  readonly at: string;
  readonly engines: readonly UsedEngine[];
  /** The requested paths in which nothing was checked. */
  readonly unproven: readonly string[];
  /** Whether no lesson that stands beside these was left out. */
  readonly isWhole: boolean;
  /** The number of requested files that were left out: by `--changed`, `--shard`, `--only` or `--fail-fast`. */
  readonly leftOut: number;
  readonly shard?: ShardReport;
  readonly totals: Totals;
  readonly files: readonly FileReport[];
}

export interface FileReport {
  readonly file: string;
  readonly totals: Totals;
  readonly examples: readonly ExampleReport[];
  readonly exercises: readonly ExerciseReport[];
  /** In the order of their places. */
  readonly findings: readonly ReportedFinding[];
  /** The ignored problem. */
  readonly warnings: readonly Diagnostic[];
  /** Pieces of Python that are not run. */
  readonly unchecked: readonly { readonly place: Place; readonly reason: string }[];
}

export interface ExampleReport {
  readonly id: string;
  readonly line: number;
  readonly verdict: Verdict;
  readonly seconds?: number;
  readonly ranBy: readonly string[];
  readonly ranAt?: string;
}

export interface ExerciseReport {
  readonly name: string;
  readonly line: number;
  readonly proven: boolean;
}

/** A finding, with the code of its example. */
export interface ReportedFinding extends Finding {
  readonly code?: string;
}

/** The report of a verification, judged at the time `at`. */
export function runReport(verification: Verification, at: Date): RunReport {
  const { engines, files, unproven, isWhole, leftOut, shard } = verification;
  return {
    version: 1,
    exitCode: exitCode(verification),
    at: at.toISOString(),
    engines,
    unproven,
    isWhole,
    leftOut,
    ...(shard && { shard }),
    totals: countTotals(files),
    files: files.map(fileReport),
  };
}

function fileReport(file: JudgedFile): FileReport {
  const { lesson, examples, exercises } = file;
  return {
    file: lesson.file,
    totals: countTotals([file]),
    examples: examples.map(({ subject, verdict, seconds, ranBy, ranAt }) => ({
      id: subject.id,
      line: subject.code.place.line,
      verdict,
      ...(seconds !== undefined && { seconds }),
      ranBy,
      ...(ranAt !== undefined && { ranAt }),
    })),
    exercises: exercises.map(({ subject, findings }) => ({
      name: subject.name,
      line: subject.place.line,
      proven: findings.length === 0,
    })),
    findings: findingsOf(file).map((finding) => withCode(finding, file)),
    warnings: lesson.extracted.warnings,
    unchecked: lesson.extracted.unchecked.map(({ place, reason }) => ({ place, reason })),
  };
}

function withCode(finding: Finding, { examples }: JudgedFile): ReportedFinding {
  const code = examples.find(({ subject }) => subject.id === finding.example)?.subject.code.text;
  return code === undefined ? finding : { ...finding, code };
}

/** The report as the text of a JSON file. */
export function jsonReport(report: RunReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The JSON in place of a report: the command was wrong, or an engine is missing. */
export function jsonError(exitCode: number, message: string): string {
  return `${JSON.stringify({ version: 1, exitCode, error: message }, null, 2)}\n`;
}
