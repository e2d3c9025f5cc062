import { countTotals, exitCode, findingsOf } from './totals.ts';
import type { Verification } from './verify.ts';

/** The report for programs. `findings` are as in the text, `totals` add up per verdict. */
export function jsonReport(verification: Verification): string {
  const { engines, files } = verification;
  const report = {
    exitCode: exitCode(verification),
    engines,
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
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
