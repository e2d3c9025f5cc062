import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type BlockResult, defaultLimits, type Limits } from '../../src/python/engine.ts';
import { startNativeHost } from '../../src/python/native/native-host.ts';
import { scratchFolder } from '../verify/scratch-folder.ts';
import { machinePythons } from './machine-pythons.ts';
import { processesWith } from './running-processes.ts';

const [python] = machinePythons;
if (!python) throw new Error('No Python was found. `npm test` sets one up.');
const host = startNativeHost(python, []);
afterAll(() => host.close());

const limits: Limits = { ...defaultLimits, seconds: 30 };
const session = (...codes: readonly string[]) => ({ blocks: codes.map((code) => ({ code, values: [] })) });

async function runBlocks(codes: readonly string[], change: Partial<Limits> = {}): Promise<readonly BlockResult[]> {
  const [results = []] = await host.run([session(...codes)], { ...limits, ...change });
  return results;
}

const printed = (result: BlockResult | undefined) => Buffer.from(result?.stdout ?? '', 'base64').toString();
const ends = (results: readonly BlockResult[] | undefined) => results?.map(({ end }) => end.how);

/** A number that no other process has among its arguments. */
let lastMark = 0;
const newMark = () => `${process.pid}.${++lastMark}77`;

/** What starts a process that goes on for ever, with a mark in its command line. */
const escapes: Readonly<Record<string, (mark: string) => string>> = {
  'a child': (mark) => `import subprocess\nsubprocess.Popen(["sleep", "${mark}"])`,
  'a child in a session of its own': (mark) =>
    `import subprocess\nsubprocess.Popen(["sleep", "${mark}"], start_new_session=True)`,
  'a child in a group of its own': (mark) =>
    `import os\nif os.fork() == 0:\n    os.setpgid(0, 0)\n    os.execvp("sleep", ["sleep", "${mark}"])`,
  'a daemon': (mark) =>
    `import os\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n        os.execvp("sleep", ["sleep", "${mark}"])\n    os._exit(0)\nos.wait()`,
  'a child that ignores signals': (mark) =>
    `import os\nos.system("trap '' HUP INT TERM; setsid nohup sleep ${mark} &")`,
  'children that start each other': (mark) =>
    `import subprocess, sys\nloop = "import os, time\\nwhile True:\\n    if os.fork():\\n        time.sleep(0.01)\\n        os._exit(0)\\n    os.setsid()"\nsubprocess.Popen([sys.executable, "-c", loop, "${mark}"])`,
};

describe('a process that a block has started', () => {
  it.each(Object.entries(escapes))('ends with it: %s', async (_, start) => {
    const mark = newMark();
    const look = `import os\nfound = []\nfor pid in filter(str.isdigit, os.listdir("/proc")):\n    try:\n        with open(f"/proc/{pid}/cmdline") as line, open(f"/proc/{pid}/stat") as stat:\n            if "${mark}" in line.read() and ") Z" not in stat.read(): found.append(pid)\n    except OSError: pass\nprint(found)`;
    const results = await runBlocks([start(mark), look]);
    expect(ends(results)).toEqual(['returned', 'returned']);
    expect(printed(results[1])).toBe('[]\n');
  });

  it.each(sampleOf('killed', Object.entries(escapes)))('ends with it when it is killed: %s', async (_, start) => {
    const mark = newMark();
    const results = await runBlocks([`${start(mark)}\nimport os\nos.kill(os.getpid(), 9)`]);
    expect(results[0]?.end).toEqual({ how: 'died', status: 'SIGKILL' });
    expect(processesWith(mark)).toEqual([]);
  });

  it.each(sampleOf('stopped', Object.entries(escapes)))('ends with it when it is stopped: %s', async (_, start) => {
    const mark = newMark();
    const results = await runBlocks([`${start(mark)}\nwhile True: print("x" * 1000)`], { outputBytes: 10_000 });
    expect(ends(results)).toEqual(['flooded']);
    expect(processesWith(mark)).toEqual([]);
  });

  it('ends with the engine when that is closed while a block runs', async () => {
    const other = startNativeHost(python, []);
    const mark = newMark();
    const run = other.run([session(`${escapes['a daemon']?.(mark)}\nwhile True: pass`)], limits);
    await vi.waitFor(() => expect(processesWith(mark)).not.toEqual([]), { timeout: 60_000 });
    await Promise.all([other.close(), expect(run).rejects.toThrow('stopped answering')]);
    expect(processesWith(mark)).toEqual([]);
  });

  it('ends with the program that runs the engine, also when that is killed', async () => {
    const mark = newMark();
    const own = (name: string) => JSON.stringify(new URL(`../../src/python/${name}`, import.meta.url).href);
    const program = `import { startNativeHost } from ${own('native/native-host.ts')};
      await startNativeHost(${JSON.stringify(python)}, []).run(${JSON.stringify([session(`${escapes['a daemon']?.(mark)}\nwhile True: pass`)])}, ${JSON.stringify(limits)});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
      stdio: 'inherit',
    });
    await vi.waitFor(() => expect(processesWith(`sleep\0${mark}`)).not.toEqual([]), { timeout: 60_000 });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await vi.waitFor(() => expect(processesWith(mark)).toEqual([]), { timeout: 60_000 });
  });
});

const parent = 'int(open(f"/proc/{os.getppid()}/stat").read().rsplit(") ")[1].split()[1])';
const neighbours = Array.from({ length: 6 }, (_, i) => session(`x = ${i}`, 'print(x)'));

describe('a block that turns against the engine is named, and the other sessions go on', () => {
  it.each([
    ['kills the server', 'import os\nos.kill(os.getppid(), 9)'],
    ['kills the server and goes on', 'import os\nos.kill(os.getppid(), 9)\nwhile True: pass'],
    ['stops the server', 'import os, signal\nos.kill(os.getppid(), signal.SIGSTOP)\nwhile True: pass'],
    ['asks the server to end', 'import os, signal\nos.kill(os.getppid(), signal.SIGTERM)\nwhile True: pass'],
    ['kills what started the server', `import os\nos.kill(${parent}, 9)\nwhile True: pass`],
    ['kills the group of the server', 'import os\nos.killpg(os.getpgid(os.getppid()), 9)\nwhile True: pass'],
    ['kills both', `import os\nother = ${parent}\nos.kill(os.getppid(), 9)\nos.kill(other, 9)\nwhile True: pass`],
    ['kills its own group', 'import os\nos.killpg(0, 9)'],
    [
      'kills it from a child',
      'import os\nserver = os.getppid()\nif os.fork() == 0:\n    os.kill(server, 9)\nwhile True: pass',
    ],
  ])('%s', async (_, code) => {
    const [before, bad, ...others] = await host.run(
      [session('print(1)'), session('print("before")', code, 'print("after")'), ...neighbours],
      limits,
    );
    expect(ends(before)).toEqual(['returned']);
    expect(ends(bad)).toEqual(['returned', 'died', 'not run']);
    expect(printed(bad?.[0])).toBe('before\n');
    expect(others.map((results) => printed(results[1]))).toEqual(neighbours.map((_, i) => `${i}\n`));
  });

  it('each of several', async () => {
    const bad = session('import os\nos.kill(os.getppid(), 9)\nwhile True: pass');
    const all = await host.run([bad, ...neighbours, bad, bad], limits);
    expect(all.map((results) => results.at(-1)?.end.how)).toEqual([
      'died',
      ...neighbours.map(() => 'returned'),
      'died',
      'died',
    ]);
  });
});

const channel = `
import os, socket, stat
channels = []
for number in range(3, 4096):
    try:
        if stat.S_ISSOCK(os.fstat(number).st_mode): channels.append(number)
    except OSError: pass
[channel] = channels
`;

import { sampleOf } from '../depth.ts';

describe('a block that writes to the channel of the harness', () => {
  it.each([
    ['half a line, and sleeps', `os.write(channel, b'{"end"')\nwhile True: pass`, 'timed out'],
    ['an empty line', 'os.write(channel, b"\\n")\nwhile True: pass', 'died'],
    ['null', 'os.write(channel, b"null\\n")\nwhile True: pass', 'died'],
    ['bytes that are no text', 'os.write(channel, bytes(range(256)))\nwhile True: pass', 'died'],
    ['a line that is nested deeply', 'os.write(channel, b"[" * 100_000 + b"\\n")\nwhile True: pass', 'died'],
    ['a line without end', 'while True: os.write(channel, b"x" * 65536)', 'died'],
    ['an open file', 'socket.send_fds(socket.socket(fileno=channel), [b"x\\n"], [0])\nwhile True: pass', 'died'],
    ['that nothing comes any more', 'socket.socket(fileno=channel).shutdown(2)\nwhile True: pass', 'died'],
    ['by reading what is meant for the harness', 'os.read(channel, 1)', 'timed out'],
    [
      'when it is over',
      'import threading, time\nthreading.Thread(target=lambda: [time.sleep(0.01) or os.write(channel, b"x\\n") for _ in range(10**6)], daemon=True).start()\nwhile True: pass',
      'died',
    ],
  ])('spoils its own session only: %s', async (_, code, how) => {
    const change = { ...limits, outputBytes: 100_000, seconds: how === 'timed out' ? 1 : 30 };
    const bad = host.run([session(channel + code)], change);
    const good = host.run(neighbours, limits);
    expect(ends((await bad)[0])).toEqual([how]);
    expect((await good).flatMap((results) => ends(results))).toEqual(
      neighbours.flatMap(() => ['returned', 'returned']),
    );
  });

  it('from another process is ignored', async () => {
    const speak = `${channel}
if os.fork() == 0:
    os.write(channel, b"x\\n" * 1000)
    os._exit(0)
os.wait()
print("here")`;
    const results = await runBlocks([speak, 'print("still")']);
    expect(results.map(printed)).toEqual(['here\n', 'still\n']);
  });

  it('while a child keeps a copy of it is detected when the process has died', async () => {
    const code = 'import os, subprocess\nif os.fork() == 0:\n    while True: pass\nos._exit(3)';
    expect((await runBlocks([code]))[0]?.end).toEqual({ how: 'died', status: 'exit status 3' });
  });
});

describe('objects of a block that the harness describes', () => {
  it('is bounded as its output is: a message, a value, many values', async () => {
    const change = { ...limits, outputBytes: 100_000 };
    const values = (expr: string, count = 1) => Array.from({ length: count }, () => ({ expr, format: '' }));
    const blocks = [
      { code: 'raise ValueError("x" * 100_000_000)', values: [] },
      { code: 'raise type("x" * 100_000_000, (Exception,), {})', values: [] },
      { code: '', values: values('"x" * 100_000_000') },
      { code: '', values: values('1 / 0 if "é" * 10**8 else int("x" * 10**6)') },
      { code: 'def fail(): raise ValueError("é" * 100_000_000)', values: values('fail()') },
      { code: '', values: values('"é" * 60_000', 2) },
      { code: '', values: values('"\\x00" * 99_999') },
    ];
    const all = await host.run(
      blocks.map((block) => ({ blocks: [block, { code: 'print(1)', values: [] }] })),
      change,
    );
    const flooded = (by: string) => ({ how: 'flooded', limit: 100_000, by });
    expect(all.map((results) => results[0]?.end)).toEqual([
      flooded('exception'),
      flooded('exception'),
      flooded('values'),
      { how: 'returned' },
      flooded('values'),
      flooded('values'),
      { how: 'returned' },
    ]);
    const after = ['not run', 'not run', 'not run', 'returned', 'not run', 'not run', 'returned'];
    expect(all.map((results) => results[1]?.end.how)).toEqual(after);
  });
});

describe('however a block behaves, the others are as if alone', () => {
  it.each([
    ['raises after printing', 'print("a")\n1/0', 'raised'],
    ['does not parse', 'def f(:', 'raised'],
    ['is no text that can be compiled', 'x = "\\0"\n\u0000', 'raised'],
    ['exits', 'import sys\nsys.exit(3)', 'raised'],
    ['exits below Python', 'import os\nos._exit(0)', 'died'],
    ['aborts', 'import os\nos.abort()', 'died'],
    ['crashes', 'import ctypes\nctypes.string_at(0)', 'died'],
    ['ends by a signal without a name', 'import os\nos.kill(os.getpid(), 40)', 'died'],
    ['asks for input', 'input()', 'raised'],
    ['recurses', 'def f(): f()\nf()', 'raised'],
    [
      'recurses in C',
      'import sys\nsys.setrecursionlimit(10**9)\ndef f(): return repr(l)\nclass L:\n    def __repr__(self): return f()\nl = L()\nf()',
      // From 3.12 on Python counts such calls, too, and raises an error; its traceback may be too long.
      /^(died|flooded|raised)$/,
    ],
    ['takes all memory', 'x = []\nwhile True: x.append(bytearray(1 << 24))', 'raised'],
    ['makes a file larger than its memory', 'open("x", "wb").truncate(1 << 40)', 'raised'],
    ['loops without end', 'while True: pass', 'timed out'],
    [
      'waits for a thread without end',
      'import threading\nthreading.Thread(target=threading.Event().wait).start()',
      'timed out',
    ],
    ['stops itself', 'import os, signal\nos.kill(os.getpid(), signal.SIGSTOP)', 'timed out'],
    ['floods', 'while True: print("x" * 9999)', 'flooded'],
    ['floods below Python', 'import os\nwhile True: os.write(2, b"x" * 9999)', 'flooded'],
    ['becomes another program', 'import os\nos.execvp("sleep", ["sleep", "0"])', 'died'],
    ['changes folder and takes it away', 'import os\nhere = os.getcwd()\nos.chdir("/")\nos.rmdir(here)', 'returned'],
    ['closes its streams', 'import os, sys\nsys.stdout.close()\nos.close(1)\nos.close(2)', 'returned'],
    [
      'raises a chain without end',
      'a, b = ValueError(1), ValueError(2)\na.__cause__, b.__cause__ = b, a\nraise a',
      'raised',
    ],
  ])('one that %s', async (_, code, how) => {
    const seconds = how === 'timed out' ? 1 : 30;
    const bad = host.run([session(code)], { ...limits, seconds, outputBytes: 100_000, memoryBytes: 512 << 20 });
    const good = host.run(neighbours, limits);
    expect(ends((await bad)[0])).toEqual([how instanceof RegExp ? expect.stringMatching(how) : how]);
    expect((await good).map((results) => printed(results[1]))).toEqual(neighbours.map((_, i) => `${i}\n`));
  });

  it('reports that threads of an earlier block ran at the same time', async () => {
    const start = (end: string) =>
      `import threading\nstopped = threading.Event()\nthreading.Thread(target=stopped.wait, daemon=True).start()\n${end}`;
    const results = await runBlocks([
      start(''),
      'print(1)',
      'stopped.set()\n[t.join() for t in threading.enumerate()[1:]]',
      'print(2)',
    ]);
    expect(results.map(({ beside }) => beside)).toEqual([undefined, 'threads', 'threads', undefined]);
    expect((await runBlocks([start('stopped.set()'), 'print(1)']))[1]?.end.how).toBe('returned');
  });

  it('leaves no folder, temporary file or shared memory behind', async () => {
    const notes = scratchFolder();
    const leave = `import os, tempfile
from multiprocessing import shared_memory
os.makedirs("a/b"); open("a/b/c", "w").write("x"); os.chmod("a/b", 0)
memory = shared_memory.SharedMemory(create=True, size=9)
left = [os.getcwd(), tempfile.gettempdir(), tempfile.mkstemp()[1], "/dev/shm/" + memory.name]
print([os.path.exists(one) for one in left])
open("${notes}/" + str(os.getpid()), "w").write("\\n".join(left))\n`;
    const look = 'print(memory.size >= 9, os.path.exists(left[2]), flush=True)\n';
    const endings = ['', '1/0', 'os._exit(1)', 'os.kill(os.getpid(), 9)', 'os.kill(os.getppid(), 9)\nwhile True: pass'];
    for (const end of endings) {
      const results = await runBlocks([leave, look + end]);
      const said = results.map((one) => Buffer.from(`${one.stdout}${one.stderr}`, 'base64').toString());
      // A server that was killed has not passed on what the last block printed.
      expect(said[0]).toContain('[True, True, True, ');
      if (!end.includes('getppid')) expect(said[1]).toBe('True True\n');
    }
    const left = readdirSync(notes).flatMap((name) => readFileSync(join(notes, name), 'utf8').split('\n'));
    // Other sessions had run in the server that the last one ended: it has run again, in a server of its own.
    expect(left.length).toBe(4 * (endings.length + 1));
    await vi.waitFor(() => expect(left.filter((path) => existsSync(path))).toEqual([]), { timeout: 60_000 });
  });

  it('leaves no folder behind when it has killed every process of the server', async () => {
    const notes = scratchFolder();
    const where = `import os\nopen("${notes}/" + str(os.getpid()), "w").write(os.getcwd())\nopen("a", "w").write("x")\n`;
    const kill = `other = ${parent}\nos.kill(other, 9)\nos.kill(os.getppid(), 9)\nwhile True: pass`;
    const endings = ['', kill, ''];
    const own = startNativeHost(python, []);
    for (const end of endings) await own.run([session(where + end)], limits);
    await own.close();
    const folders = readdirSync(notes).map((name) => readFileSync(join(notes, name), 'utf8'));
    expect(folders.length).toBe(endings.length + 1);
    const all = folders.map((folder) => /^.*\/examples-[^/]+/.exec(folder)?.[0] ?? '');
    expect(all).not.toContain('');
    expect(all.filter((folder) => existsSync(folder))).toEqual([]);
  });

  it('runs where the folder for temporary files is not there', async () => {
    vi.stubEnv('TMPDIR', join(scratchFolder(), 'missing'));
    const own = startNativeHost(python, []);
    const [results] = await own.run([session('print(1)')], limits).finally(() => vi.unstubAllEnvs());
    await own.close();
    expect(printed(results?.[0])).toBe('1\n');
  });
});
