import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type CommandOptions, root, runCommand } from './run-command.ts';
import { type Count, counted, readReport } from './tally.ts';

/** Options for a run of a suite. */
export interface SuiteOptions extends Pick<CommandOptions, 'givesWay'> {
  readonly env?: Readonly<Record<string, string>>;
  /** More arguments for the runner: files, an order. */
  readonly args?: readonly string[];
}

const folder = join(root, '.cache', 'test');

interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly Result[] }[];
}

interface Result {
  readonly status: string;
}

/** Runs the unit tests: one line a file, and at the end what failed and where. */
export async function runUnitTests({ env = {}, args = [], givesWay = false }: SuiteOptions = {}): Promise<Count> {
  const path = join(folder, 'unit.json');
  rmSync(path, { force: true });
  const reporters = ['--reporter=./tests/file-reporter.ts', '--reporter=json', `--outputFile.json=${path}`];
  const code = await runCommand('vitest', ['run', '--silent=passed-only', ...reporters, ...args], { env, givesWay });
  const report = readReport<UnitReport>(path);
  if (!report) return counted(code, undefined);
  const isBroken = ({ status, assertionResults }: UnitReport['testResults'][number]) =>
    status === 'failed' && assertionResults.every((result) => result.status !== 'failed');
  const broken = report.testResults.filter(isBroken).length;
  return counted(code, { passed: report.numPassedTests, failed: report.numFailedTests + broken });
}

interface BrowserReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

/** Runs the browser tests on both built sites: one line a file, and at the end what failed and where. */
export async function runBrowserTests({ env = {}, args = [] }: SuiteOptions = {}): Promise<Count> {
  const path = join(folder, 'browser.json');
  rmSync(path, { force: true });
  const reporters = '--reporter=./tests/e2e/file-reporter.ts,json';
  const code = await runCommand('playwright', ['test', reporters, ...args], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: path },
  });
  const stats = readReport<BrowserReport>(path)?.stats;
  return counted(code, stats && { passed: stats.expected, failed: stats.unexpected + stats.flaky });
}
