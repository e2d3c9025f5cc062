import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findPythons } from '../src/python/native/find-pythons.ts';
import { baseBuild, buildSite, rootBuild } from './build-site.ts';
import { type OtherMachine, otherMachines } from './other-machines.ts';
import { readOptions } from './read-options.ts';
import { root, runCommand } from './run-command.ts';
import { runBrowserTests, runUnitTests } from './run-tests.ts';
import { type Count, once, part, total } from './tally.ts';

const usage = `Runs the tests under other conditions: emulated processors, a busy machine, another order.

  node scripts/test-anywhere.ts [--only WORDS] [--seed N]

  --only    only the parts whose name contains this
  --seed    the order of the shuffled runs (default: a new one, which is printed)`;

const { values } = readOptions(usage, {
  options: { only: { type: 'string', default: '' }, seed: { type: 'string' }, help: { type: 'boolean' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);

/** A part of the tests, which --only selects by name. */
interface Part {
  readonly name: string;
  readonly work: () => Promise<Count>;
}

async function runParts(): Promise<number> {
  mkdirSync(join(root, '.cache', 'test'), { recursive: true });
  const machines = otherMachines(await findPythons({ env: process.env, root }));
  const parts = [...machines.flatMap(onMachine), ...inexact, ...shuffled, ...busy];
  const counts: (readonly [name: string, count: Count])[] = [];
  for (const { name, work } of parts.filter((one) => one.name.includes(values.only))) {
    counts.push([name, await part(name, work)]);
  }
  console.log('');
  for (const [name, { passed, failed }] of counts) console.log(`${name}: ${passed} passed, ${failed} failed`);
  const { passed, failed } = total(counts.map(([, count]) => count));
  console.log(`\ntests: ${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function onMachine({ name, env }: OtherMachine): Part[] {
  const verify = [
    'scripts/verify.mjs',
    '--engine',
    'native',
    '--python',
    'all',
    '--no-cache',
    '--pass-env',
    Object.keys(env).join(),
  ];
  const verification = async () => once(await runCommand('node', verify, { env, hold: 'unless it fails' }));
  return [
    { name: `verification, ${name}`, work: verification },
    { name: `unit tests, ${name}`, work: () => runUnitTests({ env }) },
  ];
}

const inexact: readonly Part[] = [
  {
    name: 'unit tests, JavaScript’s elementary functions one unit off',
    work: () => runUnitTests({ env: { INEXACT_MATH: '1' } }),
  },
];

/** The shuffled runs try all of which `npm test` tries a sample: `tests/depth.ts`. */
const whole = { TEST_DEPTH: 'whole' };

const shuffled: readonly Part[] = [
  {
    name: `unit tests, shuffled by ${seed}`,
    work: () =>
      runUnitTests({
        args: ['--sequence.shuffle.files', '--sequence.shuffle.tests', `--sequence.seed=${seed}`],
        env: whole,
      }),
  },
  {
    name: `browser tests, shuffled by ${seed}`,
    work: async () => onBuiltSites(() => runBrowserTests({ args: ['--shuffle', String(seed)], env: whole })),
  },
];

const busy: readonly Part[] = [
  { name: 'browser tests, beside two busy loops', work: () => onBuiltSites(() => besideBusyLoops(2, runBrowserTests)) },
];

async function onBuiltSites(work: () => Promise<Count>): Promise<Count> {
  const isBuilt = (await buildSite(rootBuild)) === 0 && (await buildSite(baseBuild)) === 0;
  return isBuilt ? work() : once(1);
}

async function besideBusyLoops(count: number, work: () => Promise<Count>): Promise<Count> {
  const loops = Array.from({ length: count }, (): ChildProcess => spawn(process.execPath, ['-e', 'for (;;);']));
  try {
    return await work();
  } finally {
    for (const loop of loops) loop.kill('SIGKILL');
  }
}

if (values.help) console.log(usage);
else process.exitCode = await runParts();
