import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { type BlockResult, defaultLimits, type Limits } from '../../../src/python/engine.ts';
import { findPythons } from '../../../src/python/native/find-pythons.ts';
import { startNativeHost } from '../../../src/python/native/native-host.ts';
import { processesWith } from '../running-processes.ts';

const [python] = await findPythons({ env: { ...process.env, SECRET_OF_THE_HOST: 'x' }, root: '/' });
if (!python) throw new Error('No Python was found. `npm test` sets one up.');
vi.stubEnv('SECRET_OF_THE_HOST', 'x');
const host = startNativeHost(python, []);
afterAll(() => host.close());
afterAll(() => vi.unstubAllEnvs());

async function runBlocks(codes: readonly string[], limits: Partial<Limits> = {}): Promise<readonly BlockResult[]> {
  const blocks = codes.map((code) => ({ code, values: [] }));
  const [results = []] = await host.run([{ blocks }], { ...defaultLimits, ...limits });
  return results;
}

const printed = (result: BlockResult | undefined) => Buffer.from(result?.stdout ?? '', 'base64').toString();

describe('the native host', () => {
  it('keeps the output of each block apart, also output that is written below Python', async () => {
    const results = await runBlocks([
      'import os\nprint("a", end="")\nos.write(1, b"b")',
      'os.system("echo c")',
      'print("d")',
    ]);
    expect(results.map(printed)).toEqual(['ba', 'c\n', 'd\n']);
  });

  it('distinguishes the two streams', async () => {
    const [result] = await runBlocks(['import sys\nprint("out")\nprint("err", file=sys.stderr)']);
    expect(printed(result)).toBe('out\n');
    expect(Buffer.from(result?.stderr ?? '', 'base64').toString()).toBe('err\n');
  });

  it('evaluates values in the namespace of their block, or reports the error', async () => {
    const values = ['x', 'x / 0', 'y', '"é"'].map((expr) => ({ expr, format: '' }));
    const [[result] = []] = await host.run([{ blocks: [{ code: 'x = 1.50', values }] }], defaultLimits);
    expect(result?.values).toEqual([
      { text: '1.5' },
      { error: 'ZeroDivisionError: float division by zero' },
      { error: "NameError: name 'y' is not defined" },
      { text: 'é' },
    ]);
  });

  it('stops a block that does not end, and runs none after it', async () => {
    const loop = 'import signal\nfor n in (2, 15): signal.signal(n, signal.SIG_IGN)\nwhile True: pass';
    const results = await runBlocks([loop, 'print("after")'], { seconds: 0.5 });
    expect(results.map(({ end }) => end.how)).toEqual(['timed out', 'not run']);
    expect(results.map(printed)).toEqual(['', '']);
  });

  it('stops a block that floods, and keeps no more than the limit', async () => {
    const [result] = await runBlocks(['while True: print("x" * 1000)'], { outputBytes: 10_000 });
    expect(result?.end).toEqual({ how: 'flooded', limit: 10_000 });
    expect(printed(result).length).toBeLessThanOrEqual(10_000);
  });

  it('refuses memory beyond the limit', async () => {
    const [result] = await runBlocks(['x = bytearray(600 << 20)'], { memoryBytes: 512 << 20 });
    expect(result?.end).toMatchObject({
      how: 'raised',
      exception: { types: ['MemoryError', 'Exception', 'BaseException'] },
    });
  });

  it('reports a killed interpreter, with what was flushed', async () => {
    const code = 'import os, signal\nprint("kept", flush=True)\nprint("lost")\nos.kill(os.getpid(), signal.SIGKILL)';
    const [result] = await runBlocks([code]);
    expect(result?.end).toEqual({ how: 'died', status: 'SIGKILL' });
    expect(printed(result)).toBe('kept\n');
  });

  it('ends the processes of a session, and removes its files', async () => {
    const code =
      'import os, subprocess\nsubprocess.Popen(["sleep", "6137.25"])\nopen("a", "w").write("x")\nprint(os.getcwd())';
    const [result] = await runBlocks([code]);
    expect(existsSync(printed(result).trim())).toBe(false);
    expect(processesWith('6137.25')).toEqual([]);
  });

  it('gives no input, no variable of ours, and the same hashes every time', async () => {
    const code =
      'import os, sys\nprint(repr(sys.stdin.read()), "SECRET_OF_THE_HOST" in os.environ)\nprint(os.environ["PYTHONHASHSEED"], sys.flags.hash_randomization)';
    const [first] = await runBlocks([code]);
    expect(printed(first)).toBe("'' False\n0 0\n");
  });

  it('hides its own files from the blocks that it runs', async () => {
    const [result] = await runBlocks(['import harness']);
    expect(result?.end).toMatchObject({
      how: 'raised',
      exception: { summary: "ModuleNotFoundError: No module named 'harness'" },
    });
  });

  it('lets a block start processes with a new interpreter, as a script does', async () => {
    const start = `
import multiprocessing as mp, os
if __name__ == "__main__":
    print(os.listdir())
    for kind in ("spawn", "forkserver"):
        with mp.get_context(kind).Pool(1) as pool: print(pool.map(square, [3]))`;
    const results = await runBlocks(['1 +', 'def square(x): return x * x', start]);
    expect(printed(results[2])).toBe('[]\n[9]\n[9]\n');
    // Without the condition, the new process would start another.
    const [result] = await runBlocks([
      'import multiprocessing as mp\np = mp.get_context("spawn").Process(target=print)\np.start()\np.join()\nprint(p.exitcode)',
    ]);
    expect(printed(result)).toBe('1\n');
    expect(Buffer.from(result?.stderr ?? '', 'base64').toString()).toContain('the proper idiom');
  });

  it('starts every session from the same state', async () => {
    const change = 'import random, sys\nsys.modules["left"] = 1\nrandom.seed(1)\nimport builtins\nbuiltins.left = 1';
    await runBlocks([change]);
    const [result] = await runBlocks(['import sys\nprint("left" in sys.modules, "left" in dir(__builtins__))']);
    expect(printed(result)).toBe('False False\n');
  });
});
