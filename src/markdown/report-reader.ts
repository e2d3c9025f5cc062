import { readFileSync, statSync } from 'node:fs';
import type { Report, ReportedClaim, ReportedExample } from '../examples/report.ts';

/** Results of the last verification. */
export interface ReportLookUp {
  /** The result for an example; `undefined` when there is none. */
  readonly example: (file: string, id: string) => ReportedExample | undefined;
  /** The result for the value or rule with this digest; `undefined` when there is none. */
  readonly claim: (file: string, digest: string) => ReportedClaim | undefined;
}

/**
 * A look-up in the report at `path`. The file is read on first use, and again when it has changed, so that a
 * running development server shows a new verification. With a missing, damaged or unknown report nothing is proven.
 */
export function reportReader(path: string): ReportLookUp {
  let readAt = -1;
  let examples = new Map<string, ReportedExample>();
  let claims = new Map<string, ReportedClaim>();
  const refresh = () => {
    const changedAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changedAt === readAt) return;
    readAt = changedAt;
    const report = readReport(path);
    examples = new Map(report.examples.map((example) => [`${example.file}#${example.id}`, example]));
    claims = new Map(report.claims.map((claim) => [`${claim.file}#${claim.digest}`, claim]));
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
  };
}

function readReport(path: string): Pick<Report, 'examples' | 'claims'> {
  const nothing = { examples: [], claims: [] };
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
    return report.format === 3 ? report : nothing;
  } catch {
    return nothing;
  }
}
