import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { InputError } from '../core/input-error.ts';
import { didYouMean } from '../core/nearest-word.ts';
import { defaultLimits } from '../python/engine.ts';
import type { Passed } from '../python/native/native-host.ts';
import { isMarkdownName } from './files/find-lessons.ts';
import type { Selection, Shard } from './files/selection.ts';
import type { SettingCheck } from './read/setting-check.ts';
import { type Format, formats } from './report/format-report.ts';
import { noCache, openCache } from './run/cache.ts';
import type { HostChoice } from './run/choose-hosts.ts';
import { readPythonChoice } from './run/choose-python.ts';
import type { EngineChoice } from './run/engines.ts';
import type { VerifyRequest } from './run/verify-request.ts';

/** The environment of the command: arguments, folders, streams and variables. */
export interface CommandLine {
  readonly args: readonly string[];
  /** The project's root, which contains `content/`. */
  readonly root: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cacheFolder: string;
  /** The folder in which Python in WebAssembly is prepared, once. */
  readonly runtimeFolder: string;
  readonly now: () => Date;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly color: boolean;
  /** Whether `complain` writes to a terminal, where a line can be replaced. */
  readonly hasTerminal?: boolean;
  /** Ends `--watch`; by default the signals that end a process do. */
  readonly ended?: Promise<void>;
  /** How this command is called from `cwd`, up to its options: `npm run verify --`. */
  readonly program: string;
  /** Asks a yes-or-no question; absent when there is no terminal. */
  readonly ask?: ((question: string) => Promise<boolean>) | undefined;
  /** Of the site; absent for other guides. */
  readonly settingCheck?: SettingCheck | undefined;
  /** The paths that are verified when none is given; by default `content/` in the root. */
  readonly defaultPaths?: readonly string[];
}

/** The help text of the command, which is called by `program`. */
export const usageOf = ({
  program,
  defaultPaths,
}: Pick<CommandLine, 'program' | 'defaultPaths'>) => `${program} [options] [paths…]

Runs every example and compares its output with the output in the page.
Paths are files, folders, or one example as lesson.mdx#name; without any, all of ${defaultPaths?.join(' ') ?? 'content/'}.

  --update          write the outputs into the pages (never in CI); on a terminal it shows the changes of each file and asks
  --yes             write them without asking
  --engine embedded prove with Python in WebAssembly, as readers run it (the default)
  --engine native   prove with a Python of this machine: the authority for what Python and NumPy print;
                    it has no sandbox, so use it only for guides that you trust
  --engine both     prove with both; they must agree
  --python first    use the native Python with the most packages, and of equals the first (the default)
  --python PATH     use this one, a path or a command: /usr/bin/python3, .venv/bin/python, python3.13
  --python all      use every one that has NumPy; all must agree
                    (--python without --engine means native)
  --pass-env A,B    pass these environment variables to the native Pythons (NPY_…, OPENBLAS_…, GLIBC_TUNABLES)
  --timeout 30      seconds that one example may take, without those in which it has no processor
  --jobs 2          run so many sessions at a time on each engine; by default, as many as there are processors
  --no-cache        run everything again
  --baseline write  write the findings of this run into the baseline file, after which only new ones fail
  --baseline FILE   use this file of known findings, in place of the one that the configuration names
  --init            read a folder, say what it has, and write a first configuration
  --stats           also print what became of every fence, with sums that add up
  --changed         only the pages that a change since the last commit can affect
  --changed=BASE    the same since the last common commit with BASE: --changed=origin/main
  --only NAME       only the examples and exercises of this name
  --fail-fast       leave out the files after the first with a finding
  --allow-empty     a run in which nothing is checked is no error: exit code 0 in place of 4
  --shard 1/3       one of three parts of the files; a part without files is no error
  --watch           verify everything, and then each file again when it is saved, until Ctrl-C
  --merge           print the report of a run from those of its shards, which are the paths: JSON files
  --format KIND     print the report as text (the default), json, sarif, junit or github
  --report KIND=FILE  write it to a file as well; may be repeated: --report sarif=proof.sarif
  --json            the same as --format json
  -h, --help        print this

Any other guide may announce its outputs ("Expected output:", "This prints:") and mark code that must not be run
(notest, no_run, a comment <!-- skip: next -->). Python that is not checked is listed with its line and the reason.

The nearest \`prove-guide.yaml\` up the tree states for a folder how its pages show outputs, their sessions, data, engine
and files; options of the command take precedence.

On GitHub (GITHUB_ACTIONS is true) the text is followed by annotations.

Exit codes: 0 all proven, 1 something is stale, 2 a file or the command is wrong, 3 a requested engine is missing,
4 nothing was checked: there is no example, or none that could be run, 5 a fault of this program.
`;

const options = {
  update: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  engine: { type: 'string' },
  python: { type: 'string' },
  'pass-env': { type: 'string' },
  timeout: { type: 'string' },
  jobs: { type: 'string' },
  'no-cache': { type: 'boolean', default: false },
  baseline: { type: 'string' },
  init: { type: 'boolean', default: false },
  stats: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  changed: { type: 'string' },
  only: { type: 'string' },
  'fail-fast': { type: 'boolean', default: false },
  'allow-empty': { type: 'boolean', default: false },
  shard: { type: 'string' },
  watch: { type: 'boolean', default: false },
  merge: { type: 'boolean', default: false },
  format: { type: 'string' },
  report: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** A command with wrong arguments. The message names the argument and its valid values. */
export class UsageError extends InputError {}

export type Values = ReturnType<typeof readArguments>['values'];

/** The options and paths of the command line. Throws a `UsageError` for wrong ones. */
export function readArguments(command: CommandLine) {
  const { args } = command;
  try {
    return parseArgs({
      args: args.map((arg) => (arg === '--changed' ? '--changed=HEAD' : arg)),
      options,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    // "Option '--engine <value>' argument missing", "Unknown option '--updat'", and the like.
    const name = /'(?:-\w, )?--?([^' =]+)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    throw new UsageError(`${wrongOption(name)}\n\n${usageOf(command)}`);
  }
}

function wrongOption(name: string): string {
  if (!Object.hasOwn(options, name))
    return `There is no option \`--${name}\`.${didYouMean(
      `--${name}`,
      Object.keys(options).map((one) => `--${one}`),
    )}`;
  const values: Readonly<Record<string, string>> = {
    engine: '`embedded`, `native` or `both`',
    python: '`first`, `all` or the path of an interpreter',
    timeout: 'a number of seconds',
    jobs: 'a number of sessions',
    baseline: '`write`, or the path of a file of known findings',
    changed: 'a commit, as in `--changed=origin/main`',
    only: 'the name of an example or an exercise',
    shard: 'a part and the number of parts, as in `1/3`',
    format: listed(formats),
    report: 'a kind and a file, as in `junit=report.xml`',
    'pass-env': 'names of variables, separated by commas',
  };
  const takes = values[name];
  return takes === undefined ? `\`--${name}\` takes no value.` : `\`--${name}\` needs a value: ${takes}.`;
}

/** The format of the printed report. */
export function printedFormat({ json, format = json ? 'json' : 'text' }: Values): Format {
  if (isFormat(format)) return format;
  throw new UsageError(`\`--format\` takes ${listed(formats)}, not \`${format}\`.${didYouMean(format, formats)}`);
}

/** The reports to be written to files. */
export function writtenReports({ report = [] }: Values): { readonly format: Format; readonly path: string }[] {
  return report.map((text) => {
    const [, format = '', path = ''] = /^([^=]*)=?(.*)$/s.exec(text) ?? [];
    if (format !== 'text' && isMarkdownName(path))
      throw new UsageError(
        `\`--report ${text}\` would replace a page: name another file, as in \`${format}=report.${format}\`.`,
      );
    if (isFormat(format) && path !== '') return { format, path };
    throw new UsageError(
      `\`--report\` takes a kind (${listed(formats)}) and a file, as in \`junit=report.xml\`, not \`${text}\`.`,
    );
  });
}

function isFormat(text: string): text is Format {
  return (formats as readonly string[]).includes(text);
}

/** `a`, `b` or `c`, each in backticks. */
function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** The request that the options and paths describe. */
export function requestFrom(command: CommandLine, values: Values, positionals: readonly string[]): VerifyRequest {
  const { root, cwd, env, cacheFolder, runtimeFolder, now, complain } = command;
  if (values.yes && !values.update) throw new UsageError('`--yes` belongs to `--update`: nothing else asks.');
  const seconds = Number(values.timeout ?? defaultLimits.seconds);
  if (!(seconds > 0)) throw new UsageError(`\`--timeout\` takes a number of seconds, not \`${values.timeout}\`.`);
  return {
    paths: positionals.length > 0 ? positionals : (command.defaultPaths ?? [join(root, 'content')]),
    cwd,
    root,
    engines: {
      engine: engineKind(values),
      pythons: pythonChoice(values.python ?? 'first', command),
      passed: passedVariables(env, values['pass-env']),
      search: { env, root },
      pythonsFile: join(cacheFolder, 'pythons.json'),
      runtimeFolder,
      ...(values.jobs !== undefined && { jobs: readJobs(values.jobs) }),
    },
    limits: { ...defaultLimits, seconds },
    cache: values['no-cache'] ? noCache : openCache(join(cacheFolder, 'cache.jsonl')),
    now,
    selection: selectionFrom(values),
    givenOptions: [
      ...(values.engine !== undefined || values.python !== undefined ? (['engine'] as const) : []),
      ...(values.timeout === undefined ? [] : (['timeout'] as const)),
    ],
    settingCheck: command.settingCheck,
    tell: (progress) => complain(`${progress}\n`),
  };
}

function readJobs(text: string): number {
  const jobs = Number(text);
  if (Number.isInteger(jobs) && jobs > 0) return jobs;
  throw new UsageError(`\`--jobs\` takes a number of sessions, not \`${text}\`.`);
}

function selectionFrom({ changed, only, shard, 'fail-fast': failFast }: Values): Selection {
  return {
    failFast,
    ...(changed !== undefined && { changedSince: changed }),
    ...(only !== undefined && { only }),
    ...(shard !== undefined && { shard: readShard(shard) }),
  };
}

function readShard(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new UsageError(`\`--shard\` takes a part and the number of parts, as in \`1/3\`, not \`${text}\`.`);
}

/** An option that chooses a Python implies the native engine. */
function engineKind({ engine, python }: Values): HostChoice['engine'] {
  const text = engine ?? (python === undefined ? 'embedded' : 'native');
  if (text === 'embedded' || text === 'native' || text === 'both') return text;
  throw new UsageError(`\`--engine\` takes \`embedded\`, \`native\` or \`both\`, not \`${text}\`.`);
}

function pythonChoice(text: string, place: CommandLine): EngineChoice {
  const choice = readPythonChoice(text, place);
  if (choice !== undefined) return choice;
  throw new UsageError(
    `\`--python\` takes \`first\`, \`all\` or the path of an interpreter; there is none called \`${text}\`.`,
  );
}

/** A variable that is not set is an error: otherwise the verification would silently run without it. */
function passedVariables(env: CommandLine['env'], names: string | undefined): Passed {
  const wanted = (names?.split(',') ?? []).map((name): [string, string | undefined] => [name, env[name]]);
  const unset = wanted.filter(([, value]) => value === undefined).map(([name]) => `\`${name}\``);
  if (unset.length > 0) throw new UsageError(`\`--pass-env\` names ${unset.join(' and ')}, which is not set.`);
  return Object.fromEntries(wanted.map(([name, value = '']) => [name, value]));
}
