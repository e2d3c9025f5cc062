import { countTotals, exitCode, findingsOf } from './totals.ts';
import type { Verification } from './verify.ts';

/** The report for programs. `findings` are as in the text, `totals` add up per verdict. */
export function jsonReport(verification: Verification): string {
  const { engines, files, unproven } = verification;
  const report = {
    exitCode: exitCode(verification),
    engines,
    unproven,
    totals: countTotals(files),
    files: files.map((file) => ({
      file: file.lesson.file,
      totals: countTotals([file]),
      examples: file.examples.map(({ subject, verdict, seconds, ranBy, ranAt }) => ({
        id: subject.id,
        line: subject.code.place.line,
        verdict,
        seconds,
        ranBy,
        ranAt,
      })),
      findings: findingsOf(file),
      warnings: file.lesson.extracted.warnings,
      unchecked: file.lesson.extracted.unchecked.map(({ place, reason }) => ({ place, reason })),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The JSON in place of a report: the command was wrong, or an engine is missing. */
export function jsonError(exitCode: number, message: string): string {
  return `${JSON.stringify({ exitCode, error: message }, null, 2)}\n`;
}
