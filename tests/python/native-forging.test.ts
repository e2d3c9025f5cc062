import { Buffer } from 'node:buffer';
import { afterAll, describe, expect, it } from 'vitest';
import { type BlockResult, defaultLimits } from '../../src/python/engine.ts';
import { startNativeHost } from '../../src/python/native/native-host.ts';
import { forging, forgingBlocks } from './forging-blocks.ts';
import { machinePythons } from './machine-pythons.ts';

const pythons = machinePythons;
const hosts = pythons.map((python) => ({ python, host: startNativeHost(python, []) }));
afterAll(() => Promise.all(hosts.map(({ host }) => host.close())));

const printed = (result: BlockResult | undefined) => Buffer.from(result?.stdout ?? '', 'base64').toString();
const names = Object.keys(forgingBlocks);

describe.each(hosts)('natively, on Python $python.version at $python.executable', ({ host }) => {
  const seen = host.run(
    names.map((name) => ({ blocks: [{ code: forging(forgingBlocks[name] ?? ''), values: [] }] })),
    { ...defaultLimits, seconds: 20 },
  );
  // Rejections are reported by the tests that await it.
  seen.catch(() => undefined);

  it.each(names)('a block that raises and %s is not taken for one that returned', async (name) => {
    const [result] = (await seen)[names.indexOf(name)] ?? [];
    expect(['raised', 'died']).toContain(result?.end.how);
  });

  it('reports the exception if the block could not prevent it', async () => {
    const kept = [
      'replaces json.dumps',
      'replaces built-in names',
      'replaces modules',
      'breaks traceback and linecache',
    ];
    const all = await seen;
    for (const name of [...kept, 'profiles what comes after it', 'has a child that goes on to the end of the block']) {
      const [result] = all[names.indexOf(name)] ?? [];
      const exception = { types: ['ValueError', 'Exception', 'BaseException'], summary: 'ValueError: the end' };
      expect(result?.end, name).toMatchObject({ how: 'raised', exception });
      expect(printed(result), name).toMatch(/^(expected\n)+$/);
    }
  });
});
