import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedHost } from '../src/python/embedded/embedded-host.ts';
import { defaultLimits, type Engine, type SessionResult } from '../src/python/engine.ts';
import { prepareRuntime } from '../src/python/interpreter/runtime-folder.ts';
import { findPythons } from '../src/python/native/find-pythons.ts';
import { judgeFile } from '../src/verify/judge/judge-file.ts';
import { blockPrograms, guideSessions, type LessonSessions } from './guide-sessions.ts';
import { root } from './run-command.ts';

/** A time that passed, and the time of all processors that this process and those that it started used meanwhile. */
interface Spent {
  readonly seconds: number;
  readonly processor: number;
}

/**
 * Times what the blocks of the guide take on the embedded engine, apart from reading the pages: the start of the engine,
 * the sessions, one after the other in one process, each in an interpreter that is put back to its first state, and the
 * comparison of what they print. Then the same blocks with one process of Python for each. Processor time is printed as well,
 * since it depends less on what else the machine does; that of a process is counted when it has ended.
 */
export async function benchBlocks(rounds: number): Promise<void> {
  const all = guideSessions();
  const programs = blockPrograms(all);
  const count = programs.length;
  console.log(`${count} blocks of the guide, in ${rounds} rounds on the embedded engine`);
  show('start and end of the engine', await spent(async () => (await startEngine()).close()));
  const warmUp = await runRounds(all, 0);
  const { engine, results, times, spent: used } = await runRounds(all, rounds);
  // The start, the end and the first round, in which Node compiles what is used, are in both.
  const round = {
    seconds: times.reduce((sum, { whole }) => sum + whole, 0) / rounds,
    processor: (used.processor - warmUp.spent.processor) / rounds,
  };
  const judging = await spent(async () => judgeAll(all, results, engine));
  show(`one round of ${results.length} sessions`, round, count);
  show('of it, the code of the blocks', { seconds: times.reduce((sum, { own }) => sum + own, 0) / rounds }, count);
  const more = times.map(({ whole, own }) => 1000 * (whole - own)).sort((x, y) => x - y);
  console.log(
    `a session over its own code: median ${more[more.length >> 1]?.toFixed(2)} ms, least ${more[0]?.toFixed(2)} ms`,
  );
  show('judging', judging, count);
  const python = (await findPythons({ env: process.env, root })).find(({ numpy, matplotlib }) => numpy && matplotlib);
  if (!python)
    return console.log('There is no Python with NumPy and Matplotlib to compare with: `npm test` installs one.');
  const native = await spent(async () => runEach(python.executable, programs));
  show('a process for each block', native, count);
  console.log(
    `one round and judging take 1/${(native.seconds / (round.seconds + judging.seconds)).toFixed(1)} of its time, ` +
      `1/${(native.processor / (round.processor + judging.processor)).toFixed(1)} of its processor time`,
  );
}

async function startEngine(): Promise<Engine> {
  const engine = startEmbeddedHost(await prepareRuntime(join(root, '.cache', 'python')), undefined, 1);
  await engine.run([{ blocks: [{ code: '', values: [] }] }], defaultLimits);
  return engine;
}

/** A session's time in seconds, and that of the code of its blocks. */
interface SessionTime {
  readonly whole: number;
  readonly own: number;
}

/** Starts an engine, runs all sessions once untimed and so many times timed, one after the other, and ends it. */
async function runRounds(all: readonly LessonSessions[], rounds: number) {
  const requests = all.flatMap(({ sessions }) => sessions.map(({ request }) => request));
  const times: SessionTime[] = [];
  const engine = await startEngine();
  let results: SessionResult[] = [];
  const time = await spent(async () => {
    results = await engine.run(requests, defaultLimits);
    for (let i = 0; i < rounds; i++) {
      for (const request of requests) {
        const began = performance.now();
        const [blocks = []] = await engine.run([request], defaultLimits);
        const own = blocks.reduce((sum, { seconds }) => sum + seconds, 0);
        times.push({ whole: (performance.now() - began) / 1000, own });
      }
    }
    await engine.close();
  });
  return { engine, results, times, spent: time };
}

function judgeAll(all: readonly LessonSessions[], results: readonly SessionResult[], { identity }: Engine): void {
  const left = [...results];
  for (const { lesson, sessions } of all) {
    const runs = sessions.map((session) => ({
      session,
      engine: identity,
      run: { results: left.shift() ?? [], ranAt: '' },
      fromCache: false,
    }));
    judgeFile(lesson, runs);
  }
}

/** Some blocks write files: they run in a folder of their own. */
function runEach(python: string, programs: readonly string[]): void {
  const cwd = mkdtempSync(join(tmpdir(), 'bench-'));
  const env = { ...process.env, MPLBACKEND: 'agg' };
  for (const code of programs) spawnSync(python, ['-c', code], { cwd, stdio: 'ignore', env });
  rmSync(cwd, { recursive: true });
}

async function spent(work: () => Promise<unknown>): Promise<Spent> {
  const [began, before] = [performance.now(), processorSeconds()];
  await work();
  return { seconds: (performance.now() - began) / 1000, processor: processorSeconds() - before };
}

/** Of this process and of all that it started and that have ended, where the system tells (Linux); else of this one. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + ofEnded();
}

function ofEnded(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    // In ticks, of which Linux has 100 in a second.
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}

function show(name: string, { seconds, processor }: Partial<Spent>, blocks?: number): void {
  const each = (time: number) => (blocks === undefined ? '' : ` (${((1000 * time) / blocks).toFixed(2)} ms a block)`);
  const shown = (time: number | undefined) => (time === undefined ? '' : `${time.toFixed(3)} s${each(time)}`);
  console.log(
    `${name.padEnd(32)} ${shown(seconds).padEnd(32)} ${processor === undefined ? '' : `processor ${shown(processor)}`}`,
  );
}
