import { differenceLines } from './reported-problems.ts';
import type { FileReport, ReportedFinding, RunReport } from './run-report.ts';
import { toolName } from './tool-name.ts';

/** A test case: an example, an exercise, or a finding that belongs to neither. */
interface TestCase {
  readonly name: string;
  readonly line: number;
  readonly seconds: number;
  readonly findings: readonly ReportedFinding[];
  /** Why it is neither proven nor a failure; `undefined` otherwise. */
  readonly unproven: string | undefined;
}

/**
 * The report in the XML of JUnit, as GitLab and Jenkins read it: a suite for each file, and a case for each example and
 * exercise. What is not proven for a reason that fails no run, such as a warning, is skipped. A finding that belongs to
 * neither is a case of its own with an `error`. GitLab shows the text of one `failure` a case, so the findings of an example
 * are together in one.
 *
 * @param pathOf the path of a file from the repository's root, with forward slashes
 */
export function junitReport(report: RunReport, pathOf: (file: string) => string): string {
  const suites = report.files.map((file) => ({ path: pathOf(file.file), cases: casesOf(file) }));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: toolName, ...sums(all) })}>`,
    ...suites.flatMap(({ path, cases }) => [
      `  <testsuite${attributes({ name: path, ...sums(cases), timestamp: report.at.slice(0, 19) })}>`,
      ...cases.map((one) => caseXml(one, path)),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf({ examples, exercises, findings: all }: FileReport): TestCase[] {
  // Warnings fail no test.
  const findings = all.filter(({ severity }) => severity === undefined);
  const reasonOf = (name: string, verdict: string) =>
    all.find(({ example }) => example === name)?.message ??
    (verdict === 'stale' ? 'Its output has a mistake that is reported by itself.' : 'It is not run.');
  const about = (name: string) => findings.filter(({ example }) => example === name);
  const named = [
    ...examples.map(({ id, line, seconds = 0, verdict }) => ({
      name: id,
      line,
      seconds,
      findings: about(id),
      unproven: verdict === 'verified' ? undefined : reasonOf(id, verdict),
    })),
    ...exercises.map(({ name, line }) => ({ name, line, seconds: 0, findings: about(name), unproven: undefined })),
  ];
  const names = new Set(named.map(({ name }) => name));
  const others = findings.filter(({ example }) => example === undefined || !names.has(example));
  const single = others.map((finding) => ({
    name: `${finding.kind}, line ${finding.place.line}, column ${finding.place.column}`,
    line: finding.place.line,
    seconds: 0,
    findings: [finding],
    unproven: undefined,
  }));
  return [...named, ...single].sort((a, b) => a.line - b.line);
}

type Outcome = 'failure' | 'error' | 'skipped' | undefined;

function outcomeOf({ findings: [first], unproven }: TestCase): Outcome {
  if (first === undefined) return unproven === undefined ? undefined : 'skipped';
  return first.example === undefined || first.kind === 'raised' || first.kind === 'timed out' ? 'error' : 'failure';
}

function sums(cases: readonly TestCase[]) {
  const count = (outcome: Outcome) => cases.filter((one) => outcomeOf(one) === outcome).length;
  const seconds = cases.reduce((sum, one) => sum + one.seconds, 0);
  return {
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    time: seconds.toFixed(3),
  };
}

function caseXml(one: TestCase, path: string): string {
  const { name, seconds, findings } = one;
  // Jenkins takes the part of a class name before the last dot for a package.
  const open = `    <testcase${attributes({ name, classname: path, file: path, time: seconds.toFixed(3) })}`;
  const outcome = outcomeOf(one);
  if (outcome === undefined) return `${open}/>`;
  if (outcome === 'skipped') return `${open}><skipped${attributes({ message: one.unproven ?? '' })}/></testcase>`;
  const [first] = findings;
  const type = first?.kind ?? '';
  const about = attributes({ message: first?.message ?? '', type });
  const text = findings.map((finding) => findingText(finding, path)).join('\n\n');
  return `${open}>\n      <${outcome}${about}>${xml(text)}</${outcome}>\n    </testcase>`;
}

function findingText({ kind, place, message, rows, hint, ranBy }: ReportedFinding, path: string): string {
  return [
    `${path}:${place.line}:${place.column}  ${kind}: ${message}`,
    ...(rows ? differenceLines(rows) : []),
    ...(hint === undefined ? [] : [hint]),
    ...(ranBy === undefined ? [] : [`ran by ${ranBy}`]),
  ].join('\n');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** XML 1.0 has no other control characters, no lone surrogates and no noncharacters: they become U+FFFD. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\u{fffd}')
    .replace(/[&<>"\r]/g, (character) => entities[character] ?? character);
}
