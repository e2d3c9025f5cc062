import { Buffer } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedHost } from '../../src/python/embedded/embedded-host.ts';
import { type BlockResult, defaultLimits } from '../../src/python/engine.ts';
import { prepareRuntime } from '../../src/python/interpreter/runtime-folder.ts';
import { cases, isWhole, sampleOf } from '../depth.ts';
import { scratchFolder } from '../verify/scratch-folder.ts';
import { badEnds, largePoisons, poisons } from './poisons.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const runtime = await prepareRuntime(join(root, '.cache', 'python'));
const host = startEmbeddedHost(runtime);
afterAll(() => host.close());

const groupSize = isWhole ? 1 : 8;
const showState = readFileSync(fileURLToPath(new URL('visible_state.py', import.meta.url)), 'utf8');

/** Runs one session; one at a time, so that all run in the same process as long as that lives. */
async function run(...codes: readonly string[]): Promise<readonly BlockResult[]> {
  const blocks = codes.map((code) => ({ code, values: [] }));
  const [results = []] = await host.run([{ blocks }], { ...defaultLimits, seconds: 60 });
  return results;
}

const printed = (result: BlockResult | undefined) => Buffer.from(result?.stdout ?? '', 'base64').toString('utf8');

/** The state of a new session, a line for each part. */
async function seen(): Promise<string[]> {
  const [result] = await run(showState);
  expect(result?.end).toEqual({ how: 'returned' });
  return printed(result).split('\n');
}

let untouched: string[];
beforeAll(async () => {
  untouched = await seen();
});

/** A host whose processes leave their ids in a file. */
function hostOf(idFile: string) {
  const command = ['/bin/sh', '-c', `echo $$ >> '${idFile}'; exec "$@"`, 'sh'];
  return startEmbeddedHost(runtime, { command });
}

/** Megabytes of memory that a process has in use, where the system says it. */
function megabytesOf(id: string): number | undefined {
  const path = `/proc/${id}/status`;
  return existsSync(path) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) / 1024 : undefined;
}

/** Without the times of files: another interpreter has made its files later. */
const withoutTimes = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('times'));

/** After what may have ended the process. The tests that follow, in whatever order, compare with the one that runs now. */
async function expectUntouchedInAnyProcess(): Promise<void> {
  const now = await seen();
  expect(withoutTimes(now)).toEqual(withoutTimes(untouched));
  untouched = now;
}

/** The names of poisons that are looked at together, with a title. */
const groups = Object.keys(poisons)
  .map((_, i, names) => names.slice(i, i + groupSize))
  .filter((_, i) => i % groupSize === 0)
  .map((names) => [names.join('; '), names] as const);

/** Runs a session that leaves something behind. */
async function leave(name: string): Promise<void> {
  const [poisoned, after] = await run(poisons[name] ?? '', ...(isWhole ? [showState] : []));
  expect(poisoned?.end, name).toEqual({ how: 'returned' });
  // The session itself sees what it has done: otherwise nothing is tested here.
  if (isWhole) expect(printed(after).split('\n'), name).not.toEqual(untouched);
}

describe('the next session sees nothing of one that leaves', () => {
  it('nothing at all', async () => {
    expect(untouched.length).toBeGreaterThan(200);
    expect(untouched.filter((line) => line.startsWith('files')).length).toBeGreaterThan(10);
    expect(await seen()).toEqual(untouched);
  });

  // To see takes longer than to poison: in a sample, once after several. Then one by one, if something is seen, to say after which.
  it.each(groups)('%s', async (_, names) => {
    for (const name of names) await leave(name);
    if ((await seen()).join() === untouched.join()) return;
    for (const name of names) {
      await leave(name);
      expect(await seen(), name).toEqual(untouched);
    }
    expect.unreachable('Something is seen after all of them, and after none of them alone.');
  });

  it.each(sampleOf('large poisons', Object.entries(largePoisons)))('%s', async (_, code) => {
    const [poisoned] = await run(code);
    expect(poisoned?.end).toEqual({ how: 'returned' });
    await expectUntouchedInAnyProcess();
  });

  it.each(sampleOf('bad ends', Object.entries(badEnds)))('something behind and ends with %s', async (_, code) => {
    const leave = 'import builtins, os\nbuiltins.sorted = None\nopen("left.txt", "w").close()\nos.chdir("/tmp")\n';
    const [result] = await run(leave + code);
    expect(result?.end.how).toMatch(/^(raised|died)$/);
    await expectUntouchedInAnyProcess();
  });
});

it('many sessions run in one process, whose memory does not grow', async () => {
  const idFile = join(scratchFolder(), 'ids');
  const one = hostOf(idFile);
  const sessions = cases(15, 60);
  const code = `import os
left = [bytearray(b"x" * (1 << 20)) for _ in range(30)]
open("large", "wb").write(left[0])
files = [os.open("large", os.O_RDONLY) for _ in range(20)]`;
  for (let i = 0; i < sessions; i++) {
    const [[result] = []] = await one.run([{ blocks: [{ code, values: [] }] }], defaultLimits);
    expect(result?.end).toEqual({ how: 'returned' });
  }
  const ids = readFileSync(idFile, 'utf8').split('\n').filter(Boolean);
  expect(ids).toHaveLength(1);
  // One interpreter with its saved memory. What the sessions leave would come to as much again.
  expect(megabytesOf(ids[0] ?? '') ?? 0).toBeLessThan(800);
  await one.close();
});
