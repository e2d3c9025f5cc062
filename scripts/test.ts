import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { baseBuild, buildSite, rootBuild } from './build-site.ts';
import { type CommandOptions, root, runCommand } from './run-command.ts';

/** What one part of the tests counted. A part without tests of its own, such as the lint, counts as one. */
interface Count {
  readonly passed: number;
  readonly failed: number;
}

const folder = join(root, '.cache', 'test');
const unitReport = join(folder, 'unit.json');
const browserReport = join(folder, 'browser.json');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const counts: Count[] = [];
// Each of these three keeps one processor busy, and only the last has something to say.
counts.push(
  ...(await Promise.all([
    part('types', () => step('astro', ['check', '--minimumFailingSeverity', 'warning'], { quiet: true })),
    part('lint', () => step('biome', ['ci', '--error-on-warnings', '--colors=off'], { quiet: true })),
    part('verification, both engines', () =>
      step('node', ['scripts/verify.ts', '--engine', 'both', '--python', 'all']),
    ),
  ])),
);
counts.push(await part('unit tests', unitTests));
counts.push(await part('build, at the root', async () => once(await buildSite(rootBuild))));
counts.push(await part('build, under a base path', async () => once(await buildSite(baseBuild))));
counts.push(await part('browser tests', browserTests));

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
const totals = `tests: ${passed} passed, ${failed} failed`;
writeFileSync(join(folder, 'totals.txt'), `${totals}\n`);
console.log(`\n${totals}`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function part(name: string, work: () => Promise<Count>): Promise<Count> {
  const began = performance.now();
  console.log(`\n▸ ${name}`);
  const count = await work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(
    `${count.failed === 0 ? '✓' : '✗'} ${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
  );
  return count;
}

async function step(name: string, args: readonly string[], options: CommandOptions = {}): Promise<Count> {
  return once(await runCommand(name, args, options));
}

function once(code: number): Count {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function unitTests(): Promise<Count> {
  const code = await runCommand('vitest', [
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]);
  const report = readReport<{ numPassedTests: number; numFailedTests: number }>(unitReport);
  return counted(code, report && { passed: report.numPassedTests, failed: report.numFailedTests });
}

async function browserTests(): Promise<Count> {
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport };
  const code = await runCommand('playwright', ['test', '--reporter=dot,json'], { env });
  const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(browserReport);
  return counted(
    code,
    report && { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky },
  );
}

/** A runner that failed without a failed test, or that left no report, is a failure of its own. */
function counted(code: number, count: Count | undefined): Count {
  if (!count) return { passed: 0, failed: 1 };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function readReport<T>(path: string): T | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;
}
