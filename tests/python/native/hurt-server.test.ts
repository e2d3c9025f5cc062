import { Buffer } from 'node:buffer';
import { afterAll, expect, it } from 'vitest';
import { type BlockResult, defaultLimits, type SessionResult } from '../../../src/python/engine.ts';
import { startNativeHost } from '../../../src/python/native/native-host.ts';
import { machinePythons } from '../machine-pythons.ts';

const [python] = machinePythons;
if (!python) throw new Error('No Python was found. `npm test` sets one up.');
const host = startNativeHost(python, [], { jobs: 3 });
afterAll(() => host.close());

const session = (...codes: readonly string[]) => ({ blocks: codes.map((code) => ({ code, values: [] })) });
const innocent = session('open("kept", "w").write("x" * 100)', 'import os\nprint(os.listdir())');
const printed = (result: BlockResult | undefined) => Buffer.from(result?.stdout ?? '', 'base64').toString();
const ends = (results: SessionResult | undefined) => results?.map(({ end }) => end.how);

/** What hurts the server at once or, while other sessions run, later. */
const hurts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['CPU', 'AS', 'NOFILE', 'FSIZE'].map((name) => [
      `limits its RLIMIT_${name}`,
      `import os, resource\nresource.prlimit(os.getppid(), resource.RLIMIT_${name}, (3, 3))`,
    ]),
  ),
  'kills it': 'import os, signal\nos.kill(os.getppid(), signal.SIGKILL)',
  'stops it': 'import os, signal\nos.kill(os.getppid(), signal.SIGSTOP)\nwhile True: pass',
  'interrupts it': 'import os, signal\nos.kill(os.getppid(), signal.SIGINT)\nwhile True: pass',
};

it('a session that hurts the server has ended it, and no other, however many run beside it', async () => {
  const all = await host.run(
    Object.values(hurts).flatMap((code) => [session(code), innocent]),
    defaultLimits,
  );
  const status = 'the server that runs all sessions ended with it';
  Object.keys(hurts).forEach((name, i) => {
    expect(all[2 * i]?.[0]?.end, name).toEqual({ how: 'died', status });
    expect(all[2 * i + 1]?.map(printed), `beside one that ${name}`).toEqual(['', "['kept']\n"]);
  });
});

it('a server that runs at a low priority changes no verdict', async () => {
  const niced = session('import os\nos.setpriority(os.PRIO_PROCESS, os.getppid(), 19)');
  const all = await host.run([niced, innocent, innocent], defaultLimits);
  expect(all.map(ends)).toEqual([['returned'], ['returned', 'returned'], ['returned', 'returned']]);
});

it('jobs that wait while the server ends are run, each once, and those that ran at most twice', async () => {
  const own = startNativeHost(python, [], { jobs: 2 });
  const kill = session('import os\nos.kill(os.getppid(), 9)\nwhile True: pass');
  const all = await own.run([innocent, kill, kill, innocent, kill, innocent], defaultLimits);
  await own.close();
  expect(all.map((results) => results[0]?.end.how)).toEqual([
    'returned',
    'died',
    'died',
    'returned',
    'died',
    'returned',
  ]);
});
