import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { didYouMean } from '../examples/nearest-word.ts';
import { defaultLimits } from '../python/engine.ts';
import { NativeHostError, type Passed } from '../python/native-host.ts';
import { noCache, openCache } from './cache.ts';
import type { HostChoice } from './choose-hosts.ts';
import { type EngineChoice, MissingEngineError } from './engines.ts';
import { TargetError } from './find-lessons.ts';
import { jsonReport } from './json-report.ts';
import { writeSiteReport } from './site-report.ts';
import { textReport } from './text-report.ts';
import { exitCode } from './totals.ts';
import { type Mended, updateFile } from './update.ts';
import { type VerifyRequest, verify } from './verify.ts';

/** Everything of the outside world that the command uses. */
export interface CommandLine {
  readonly args: readonly string[];
  /** The project's root: `content/` lies here. */
  readonly root: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cacheFolder: string;
  /** Where Python in WebAssembly is put together, once for all. */
  readonly runtimeFolder: string;
  readonly now: () => Date;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly colour: boolean;
}

const usage = `npm run verify -- [options] [paths…]

Runs every example and compares what comes out with what the page says.
Paths are files, folders, or one example as lesson.mdx#name; without any, all of content/.

  --update          write what came out into the pages (never in CI)
  --engine embedded prove with Python in WebAssembly, which is what readers run (the default)
  --engine native   prove with a Python of this machine: the authority for what Python and NumPy print
  --engine both     prove with both; they must agree
  --python first    of the native Pythons, take the first that has what is needed (the default)
  --python all      take every one that is found; all must agree (without --engine: native)
  --pass-env A,B    give the native Pythons these variables of yours too (NPY_…, OPENBLAS_…, GLIBC_TUNABLES)
  --timeout 30      seconds that one example may take
  --no-cache        run everything again
  --json            print the report as JSON
  --help            print this

Exit codes: 0 all proven, 1 something is stale, 2 a file or the call is wrong, 3 an engine that was asked for is missing.
`;

const options = {
  update: { type: 'boolean', default: false },
  engine: { type: 'string' },
  python: { type: 'string' },
  'pass-env': { type: 'string' },
  timeout: { type: 'string', default: String(defaultLimits.seconds) },
  'no-cache': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** A call that cannot be carried out as it is written. */
class UsageError extends Error {}

/** Carries out `npm run verify` and returns its exit code. What a user did wrong is said in words, without a stack. */
export async function runVerify(command: CommandLine): Promise<number> {
  try {
    return await carryOut(command);
  } catch (error) {
    if (error instanceof MissingEngineError || error instanceof NativeHostError) return complain(command, error, 3);
    if (error instanceof UsageError || error instanceof TargetError) return complain(command, error, 2);
    throw error;
  }
}

function complain({ complain: say }: CommandLine, error: Error, code: number): number {
  say(`${error.message}\n`);
  return code;
}

async function carryOut(command: CommandLine): Promise<number> {
  const { values, positionals } = readArguments(command.args);
  if (values.help) {
    command.print(usage);
    return 0;
  }
  const request = requestFrom(command, values, positionals);
  if (values.update && isCi(command.env))
    throw new UsageError('`--update` writes nothing in CI. Run it on your machine and commit the result.');
  let verification = await verify(request);
  if (values.update) {
    const mended = verification.files.map((file) => updateFile(file, command.cwd));
    command.complain(mendedText(mended));
    verification = await verify(request);
  }
  writeSiteReport(join(command.cacheFolder, 'report.json'), verification, command.root, command.cwd);
  command.print(values.json ? jsonReport(verification) : textReport(verification, { colour: command.colour }));
  return exitCode(verification);
}

type Values = ReturnType<typeof readArguments>['values'];

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const unknown = /'--?([^' ]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    const reason = Object.hasOwn(options, unknown)
      ? `\`--${unknown}\` takes another value.`
      : `There is no option \`--${unknown}\`.`;
    throw new UsageError(`${reason}${didYouMean(unknown, Object.keys(options))}\n\n${usage}`);
  }
}

function requestFrom(command: CommandLine, values: Values, positionals: readonly string[]): VerifyRequest {
  const { root, cwd, env, cacheFolder, runtimeFolder, now } = command;
  const seconds = Number(values.timeout);
  if (!(seconds > 0)) throw new UsageError(`\`--timeout\` takes a number of seconds, not \`${values.timeout}\`.`);
  return {
    paths: positionals.length > 0 ? positionals : [join(root, 'content')],
    cwd,
    engines: {
      engine: engineKind(values),
      pythons: pythonChoice(values.python ?? 'first'),
      passed: passedVariables(env, values['pass-env']),
      search: { env, root },
      pythonsFile: join(cacheFolder, 'pythons.json'),
      runtimeFolder,
    },
    limits: { ...defaultLimits, seconds },
    cache: values['no-cache'] ? noCache : openCache(join(cacheFolder, 'cache.json')),
    now,
  };
}

/** Who chooses among Pythons means native ones. */
function engineKind({ engine, python }: Values): HostChoice['engine'] {
  const text = engine ?? (python === undefined ? 'embedded' : 'native');
  if (text === 'embedded' || text === 'native' || text === 'both') return text;
  throw new UsageError(`\`--engine\` takes \`embedded\`, \`native\` or \`both\`, not \`${text}\`.`);
}

function pythonChoice(text: string): EngineChoice {
  if (text === 'first' || text === 'all') return text;
  throw new UsageError(
    `\`--python\` takes \`first\` or \`all\`, not \`${text}\`. Name an interpreter in CALCULUS_PYTHON.`,
  );
}

/** A name that is not set is an error: what was meant to be tried would not be, and nobody would see it. */
function passedVariables(env: CommandLine['env'], names: string | undefined): Passed {
  const wanted = (names?.split(',') ?? []).map((name): [string, string | undefined] => [name, env[name]]);
  const unset = wanted.filter(([, value]) => value === undefined).map(([name]) => `\`${name}\``);
  if (unset.length > 0) throw new UsageError(`\`--pass-env\` names ${unset.join(' and ')}, which is not set.`);
  return Object.fromEntries(wanted.map(([name, value = '']) => [name, value]));
}

function isCi({ CI: ci }: CommandLine['env']): boolean {
  return ci !== undefined && ci !== '' && ci !== 'false' && ci !== '0';
}

function mendedText(mended: readonly Mended[]): string {
  const changed = mended.filter(({ outputs, values, problem }) => outputs + values > 0 || problem !== undefined);
  if (changed.length === 0) return 'Nothing to mend.\n';
  const lines = changed.map(({ file, outputs, values, problem }) =>
    problem === undefined ? `Mended ${file}: ${outputs} outputs, ${values} values.` : `${file}: ${problem}`,
  );
  return `${lines.join('\n')}\n`;
}
