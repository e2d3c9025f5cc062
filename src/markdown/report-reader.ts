import { readFileSync, statSync } from 'node:fs';
import type { Report, ReportedExample } from '../examples/report.ts';

/** Finds what the last verification said of an example; `undefined` when it said nothing. */
export type LookUp = (file: string, id: string) => ReportedExample | undefined;

/**
 * A look-up in the report at `path`. The file is read when first asked for, and again when it has changed, so that a
 * running development server shows a new verification. A missing, broken or unknown report proves nothing.
 */
export function reportReader(path: string): LookUp {
  let readAt = -1;
  let examples = new Map<string, ReportedExample>();
  return (file, id) => {
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changedAt !== readAt) {
      readAt = changedAt;
      examples = new Map(readExamples(path).map((example) => [keyOf(example.file, example.id), example]));
    }
    return examples.get(keyOf(file, id));
  };
}

const keyOf = (file: string, id: string) => `${file}#${id}`;

function readExamples(path: string): readonly ReportedExample[] {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as Partial<Report>;
    return report.format === 2 ? (report.examples ?? []) : [];
  } catch {
    return [];
  }
}
