import { findingKinds } from '../findings/finding-kinds.ts';
import { sha256 } from '../run/cache.ts';
import { type ReportedProblem, reportedProblems } from './reported-problems.ts';
import type { RunReport } from './run-report.ts';
import { toolName } from './tool-name.ts';

const descriptions: Readonly<Record<string, string>> = {
  ...findingKinds,
  ignored: 'An option or a component of another tool was ignored.',
  'not checked': 'A piece of Python was not run.',
};
const kinds = Object.keys(descriptions);

/**
 * The report as SARIF 2.1.0, which code hosts and editors read: one rule for each kind of finding, and one result for each
 * finding, warning and piece of Python that was not checked. A result keeps its fingerprint when lines above it change.
 *
 * @param pathOf the path of a file from the repository's root, with forward slashes
 */
export function sarifReport(report: RunReport, pathOf: (file: string) => string): string {
  const problems = reportedProblems(report);
  const rules = kinds.map((kind) => ({ id: idOf(kind), shortDescription: { text: descriptions[kind] } }));
  const fingerprint = fingerprints();
  const results = problems.map((problem) => ({
    ruleId: idOf(problem.kind),
    ruleIndex: kinds.indexOf(problem.kind),
    level: problem.level,
    message: { text: problem.text },
    locations: [location(problem, pathOf)],
    partialFingerprints: { 'problem/v1': fingerprint(problem) },
  }));
  const run = {
    tool: { driver: { name: toolName, rules } },
    invocations: [{ executionSuccessful: true, exitCode: report.exitCode, endTimeUtc: report.at }],
    columnKind: 'utf16CodeUnits',
    results,
  };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function idOf(kind: string): string {
  return kind.replaceAll(' ', '-');
}

function location({ place, example }: ReportedProblem, pathOf: (file: string) => string) {
  return {
    physicalLocation: {
      artifactLocation: {
        uri: pathOf(place.file).split('/').map(encodeURIComponent).join('/'),
        uriBaseId: '%SRCROOT%',
      },
      region: { startLine: place.line, startColumn: place.column },
    },
    ...(example !== undefined && { logicalLocations: [{ name: example, kind: 'function' }] }),
  };
}

/** A digest of the kind, the file and the text; equal problems of a file are counted. */
function fingerprints(): (problem: ReportedProblem) => string {
  const seen = new Map<string, number>();
  return ({ kind, place, example, text }) => {
    const about = JSON.stringify([kind, place.file, example ?? '', text]);
    const count = (seen.get(about) ?? 0) + 1;
    seen.set(about, count);
    return sha256(`${about} ${count}`);
  };
}
