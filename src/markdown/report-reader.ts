import { readFileSync, statSync } from 'node:fs';
import type { Report, ReportedClaim, ReportedExample, ReportedExercise } from '../examples/report.ts';

/** Results of the last verification. */
export interface ReportLookUp {
  /** The result for an example; `undefined` when there is none. */
  readonly example: (file: string, id: string) => ReportedExample | undefined;
  /** The result for the value or rule with this digest; `undefined` when there is none. */
  readonly claim: (file: string, digest: string) => ReportedClaim | undefined;
  /** The result for an exercise; `undefined` when there is none. */
  readonly exercise: (file: string, name: string) => ReportedExercise | undefined;
}

/**
 * A look-up in the report at `path`. The file is read on first use, and again when it has changed, so that a
 * running development server shows a new verification. With a missing, damaged or unknown report nothing is proven.
 */
export function reportReader(path: string): ReportLookUp {
  let readAt = -1;
  let examples = new Map<string, ReportedExample>();
  let claims = new Map<string, ReportedClaim>();
  let exercises = new Map<string, ReportedExercise>();
  const refresh = () => {
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changedAt === readAt) return;
    readAt = changedAt;
    const report = readReport(path);
    examples = new Map(report.examples.map((example) => [`${example.file}#${example.id}`, example]));
    claims = new Map(report.claims.map((claim) => [`${claim.file}#${claim.digest}`, claim]));
    exercises = new Map(report.exercises.map((exercise) => [`${exercise.file}#${exercise.name}`, exercise]));
  };
  return {
    example: (file, id) => {
      refresh();
      return examples.get(`${file}#${id}`);
    },
    claim: (file, digest) => {
      refresh();
      return claims.get(`${file}#${digest}`);
    },
    exercise: (file, name) => {
      refresh();
      return exercises.get(`${file}#${name}`);
    },
  };
}

function readReport(path: string): Omit<Report, 'format'> {
  const nothing = { examples: [], claims: [], exercises: [] };
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
    return report.format === 4 ? report : nothing;
  } catch {
    return nothing;
  }
}
