import { jsonReport, type RunReport } from './run-report.ts';
import { type TextReportOptions, textReport } from './text-report.ts';

/** The formats in which a report can be printed or written. */
export const formats = ['text', 'json', 'sarif', 'junit', 'github'] as const;
export type Format = (typeof formats)[number];

export interface FormatOptions extends TextReportOptions {
  /** The path of a file from the repository's root, with forward slashes. */
  readonly pathOf: (file: string) => string;
}

/** The report in one of the formats, with a final line end. */
export async function formatReport(report: RunReport, format: Format, options: FormatOptions): Promise<string> {
  switch (format) {
    case 'text':
      return textReport(report, options);
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return (await import('./sarif-report.ts')).sarifReport(report, options.pathOf);
    case 'junit':
      return (await import('./junit-report.ts')).junitReport(report, options.pathOf);
    case 'github':
      return (await import('./github-annotations.ts')).githubAnnotations(report, options.pathOf);
  }
}
