import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../core/input-error.ts';
import { RuntimeStartError } from '../python/interpreter/runtime-start-error.ts';
import { NativeHostError } from '../python/native/native-host-error.ts';
import {
  type CommandLine,
  printedFormat,
  readArguments,
  requestFrom,
  UsageError,
  usageOf,
  type Values,
  writtenReports,
} from './cli-options.ts';
import { readJson } from './files/file-store.ts';
import { repositoryPath } from './files/repository-path.ts';
import type { Verification } from './judge/verification.ts';
import { faultCode, faultText } from './program-fault.ts';
import { Progress } from './progress.ts';
import { keepFigures } from './report/figure-pictures.ts';
import { formatReport } from './report/format-report.ts';
import { jsonError, type RunReport, runReport } from './report/run-report.ts';
import { writeSiteReport } from './report/site-report.ts';
import { statsReport } from './report/stats-report.ts';
import { exitCode } from './report/totals.ts';
import { MissingEngineError } from './run/missing-engine.ts';
import type { VerifyRequest } from './run/verify-request.ts';
import { type BaselineUse, useBaselines } from './use-baselines.ts';
import { verify } from './verify.ts';

/**
 * Runs `npm run verify` and returns its exit code. Mistakes of the user are reported without a stack trace, and a fault of
 * the program with one.
 */
export async function runVerify(command: CommandLine): Promise<number> {
  try {
    return await carryOut(command);
  } catch (error) {
    const isWithoutEngine = [MissingEngineError, NativeHostError, RuntimeStartError].some(
      (one) => error instanceof one,
    );
    if (isWithoutEngine) return complain(command, error as Error, 3);
    if (error instanceof InputError) return complain(command, error, 2);
    return complain(command, new Error(faultText(error).trimEnd()), faultCode);
  }
}

function complain({ args, print, complain: say }: CommandLine, error: Error, code: number): number {
  say(`${error.message}\n`);
  if (args.some((arg) => /^(?:--format=)?(?:--)?json$/.test(arg))) print(jsonError(code, error.message));
  return code;
}

/** Each command imports here what only it needs: loading that is most of a run in which nothing has changed. */
async function carryOut(command: CommandLine): Promise<number> {
  const { values, positionals } = readArguments(command);
  if (values.help) {
    command.print(usageOf(command));
    return 0;
  }
  if (values.init) return (await import('./first-configuration.ts')).writeFirstConfiguration(command, positionals);
  const shown = { format: printedFormat(values), files: writtenReports(values) };
  if (values.merge) return mergeShards(positionals, command, shown);
  const progress = new Progress(command);
  const request = { ...requestFrom(command, values, positionals), progress };
  if (values.update && isCi(command.env))
    throw new UsageError('`--update` writes nothing in CI. Run it on your machine and commit the result.');
  if (values.baseline === 'write' && isCi(command.env))
    throw new UsageError('`--baseline write` writes nothing in CI. Run it on your machine and commit the file.');
  const verified = async (asked: VerifyRequest = request): Promise<Verification> => {
    const verification = await verify(asked);
    const folder = join(command.cacheFolder, 'figures');
    const files = await keepFigures(verification.files, { folder, cwd: command.cwd });
    return { ...verification, files, mayBeEmpty: values['allow-empty'] };
  };
  const reported = async (verification: Verification) => {
    // With `--pass-env` the machine emulates another one; the site reports this machine only.
    if (values['pass-env'] === undefined)
      writeSiteReport(join(command.cacheFolder, 'report.json'), verification, command);
    if (values.stats && shown.format === 'text') command.print(`${statsReport(verification.files)}\n`);
    await printReport(runReport(verification, command.now()), command, { ...shown, again: sameOptions(values) });
    return verification;
  };
  if (values.watch) {
    if (values.update) throw new UsageError('`--watch` and `--update` do not go together: an update is accepted once.');
    const { watchCommand } = await import('./watch-command.ts');
    await watchCommand(command, request, async (asked) => reported(await verified(asked)));
    return 0;
  }
  let verification = await verified();
  if (values.update) {
    const { updateFiles } = await import('./update-files.ts');
    command.complain(await updateFiles(verification.files, command, values.yes));
    verification = await verified();
  }
  const use = baselineUse(command, values, positionals);
  return exitCode(await reported(useBaselines(verification, command, use)));
}

/** In CI, by a shard and by a run over parts of files nothing is taken out of a baseline. */
function baselineUse(command: CommandLine, values: Values, paths: readonly string[]): BaselineUse {
  const isPart = values.only !== undefined || values['fail-fast'] || paths.some((path) => path.includes('#'));
  if (isPart && values.baseline === 'write')
    throw new UsageError('`--baseline write` needs whole files: run it without `--only`, `--fail-fast` and `#name`.');
  return { option: values.baseline, isWhole: !isPart, mayWrite: !isCi(command.env) && values.shard === undefined };
}

/** Prints the report of a run from those of its shards. */
async function mergeShards(
  paths: readonly string[],
  command: CommandLine,
  shown: Omit<Shown, 'again'>,
): Promise<number> {
  const { mergeReports } = await import('./report/merge-reports.ts');
  const report = mergeReports(paths.map((path) => readReport(resolve(command.cwd, path), path)));
  await printReport(report, command, { ...shown, again: [] });
  return report.exitCode;
}

function readReport(path: string, shown: string): RunReport {
  if (!existsSync(path)) throw new UsageError(`There is no report \`${shown}\`: has its shard run to its end?`);
  const report = readJson<Partial<RunReport>>(path, {});
  if (report.version === 1 && report.files !== undefined) return report as RunReport;
  throw new UsageError(`\`${shown}\` is no report of a run. Make one with \`--report json=FILE\`.`);
}

/** The options that a repeated run needs as well. */
function sameOptions(values: Values): string[] {
  return (['timeout', 'pass-env'] as const).flatMap((name) => (values[name] ? [`--${name}`, values[name]] : []));
}

interface Shown {
  readonly format: ReturnType<typeof printedFormat>;
  readonly files: ReturnType<typeof writtenReports>;
  readonly again: readonly string[];
}

/** Prints the report and writes it to the files that were asked for; on GitHub with annotations. */
async function printReport(report: RunReport, command: CommandLine, { format, files, again }: Shown): Promise<void> {
  const { color, cwd, env, print } = command;
  const pathOf = repositoryPath(cwd, env);
  const options = { color, command: [command.program, ...again].join(' '), pathOf };
  print(await formatReport(report, format, options));
  if (format === 'text' && env['GITHUB_ACTIONS'] === 'true') print(await formatReport(report, 'github', options));
  for (const file of files) {
    writeReport(resolve(cwd, file.path), await formatReport(report, file.format, { ...options, color: false }));
  }
}

function writeReport(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(`The report \`${path}\` cannot be written (${error.code}).`);
  }
}

function isCi({ CI: ci }: CommandLine['env']): boolean {
  return ci !== undefined && ci !== '' && ci !== 'false' && ci !== '0';
}
