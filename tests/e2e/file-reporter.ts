import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter';

/** What is known of a file while its tests run. */
interface FileState {
  readonly total: number;
  readonly finished: Set<string>;
  readonly failed: Set<string>;
  /** Why a test was skipped, one reason for each. */
  readonly skipped: string[];
  milliseconds: number;
}

/** One line for each file once its tests have run, and at the end every failure with its place. No color, no dots. */
export default class FileReporter implements Reporter {
  private readonly files = new Map<string, FileState>();
  private readonly failures: string[] = [];
  private root = '';

  onBegin({ rootDir }: FullConfig, suite: Suite): void {
    this.root = rootDir;
    for (const [file, tests] of Map.groupBy(suite.allTests(), ({ location }) => location.file)) {
      this.files.set(file, {
        total: tests.length,
        finished: new Set(),
        failed: new Set(),
        skipped: [],
        milliseconds: 0,
      });
    }
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const state = this.files.get(test.location.file);
    if (!state) return;
    state.milliseconds += result.duration;
    state.finished.add(test.id);
    if (test.outcome() === 'unexpected' || test.outcome() === 'flaky') state.failed.add(test.id);
    if (result.status === 'skipped') state.skipped.push(reasonOf(test));
    if (result.status !== test.expectedStatus) this.keep(test, result);
    if (state.finished.size === state.total) this.say(test.location.file, state);
  }

  onError(error: TestError): void {
    this.failures.push(this.textOf(error));
  }

  onEnd(result: FullResult): void {
    for (const [file, state] of this.files) if (state.finished.size < state.total) this.say(file, state);
    for (const failure of this.failures) console.log(`\n${failure}`);
    if (result.status !== 'passed') console.log(`\nThe browser tests ended as: ${result.status}.`);
  }

  printsToStdio(): boolean {
    return true;
  }

  private say(file: string, { total, finished, failed, skipped, milliseconds }: FileState): void {
    const counts = [`${total} tests`, ...(failed.size > 0 ? [`${failed.size} failed`] : [])];
    if (finished.size < total) counts.push(`${total - finished.size} not run`);
    if (skipped.length > 0) counts.push(`${skipped.length} skipped: ${skipped.join(', ')}`);
    const mark = failed.size > 0 || finished.size < total ? '✗' : '✓';
    console.log(` ${mark} ${this.shown(file)} (${counts.join(', ')}) ${(milliseconds / 1000).toFixed(1)} s`);
  }

  private keep(test: TestCase, { errors, status }: TestResult): void {
    const title = test.titlePath().slice(3).join(' › ');
    const texts = errors.length > 0 ? errors.map((error) => this.textOf(error)) : [status];
    this.failures.push([`✗ ${this.placeOf(test.location)} › ${title}`, ...texts].join('\n'));
  }

  private textOf({ message, value, snippet, location }: TestError): string {
    const lines = [message ?? value ?? 'an error without a word', ...(snippet ? [snippet] : [])];
    if (location) lines.push(`at ${this.placeOf(location)}`);
    return stripVTControlCharacters(lines.join('\n'));
  }

  private placeOf({ file, line, column }: { file: string; line: number; column: number }): string {
    return `${this.shown(file)}:${line}:${column}`;
  }

  private shown(file: string): string {
    return `tests/e2e/${relative(this.root, file)}`;
  }
}

function reasonOf({ annotations }: TestCase): string {
  return annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason is given';
}
