import { Buffer } from 'node:buffer';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { startEmbeddedHost } from '../../src/python/embedded/embedded-host.ts';
import { type BlockResult, defaultLimits, type SessionResult } from '../../src/python/engine.ts';
import { prepareRuntime } from '../../src/python/interpreter/runtime-folder.ts';
import { startNativeHost } from '../../src/python/native/native-host.ts';
import { forging, forgingBlocks } from './forging-blocks.ts';
import { machinePythons } from './machine-pythons.ts';

const [python] = machinePythons;
if (!python) throw new Error('No Python was found. `npm test` sets one up.');
const cache = fileURLToPath(new URL('../../.cache/python', import.meta.url));
const hosts = [startNativeHost(python, []), startEmbeddedHost(await prepareRuntime(cache))];
afterAll(() => Promise.all(hosts.map((host) => host.close())));

const names = Object.keys(forgingBlocks);
const printed = (result: BlockResult | undefined) => Buffer.from(result?.stdout ?? '', 'base64').toString();

describe.each(hosts.map((host) => [host.identity.kind, host] as const))(
  'the harness, on the %s engine',
  (kind, host) => {
    const limits = { ...defaultLimits, seconds: 60 };
    const runBlocks = async (codes: readonly string[]): Promise<SessionResult> => {
      const [results = []] = await host.run([{ blocks: codes.map((code) => ({ code, values: [] })) }], limits);
      return results;
    };
    const raisedBy = async (...codes: readonly string[]) =>
      (await runBlocks(codes)).map(({ end }) => {
        if (end.how !== 'raised') throw new Error(`It ended as ${JSON.stringify(end)}.`);
        return end.exception;
      });
    const forged = host.run(
      names.map((name) => ({ blocks: [{ code: forging(forgingBlocks[name] ?? ''), values: [] }] })),
      limits,
    );
    // A rejection is reported by the tests that await it.
    forged.catch(() => undefined);

    it('takes no block that raises for one that returned', async () => {
      const ends = (await forged).map(([result], i) => [names[i], result?.end.how]);
      expect(ends.filter(([, how]) => how !== 'raised' && how !== 'died')).toEqual([]);
    });

    it('describes the exception, in spite of everything that the block has replaced', async () => {
      const kept = [
        'replaces json.dumps',
        'replaces built-in names',
        'replaces the built-in names of its namespace',
        'replaces modules',
        'removes all modules',
        'breaks traceback and linecache',
        'breaks the streams',
        'replaces globals and built-in names of all frames below',
        'replaces variables of all frames below',
        'replaces the code of every function that frames lead to',
        'traces the frames below',
        'profiles what comes after it',
      ];
      const all = await forged;
      for (const name of kept) {
        const [result] = all[names.indexOf(name)] ?? [];
        const exception = { types: ['ValueError', 'Exception', 'BaseException'], summary: 'ValueError: the end' };
        expect(result?.end, name).toMatchObject({ how: 'raised', exception });
        expect(printed(result), name).toBe('expected\n');
      }
    });

    it.each([
      [
        '5,000 causes',
        'error = None\nfor i in range(5000):\n    new = ValueError(i)\n    new.__cause__, error = error, new\nraise error',
        'ValueError: 4999',
      ],
      [
        '5,000 contexts',
        'error = None\nfor i in range(5000):\n    new = ValueError(i)\n    new.__context__, error = error, new\nraise error',
        'ValueError: 4999',
      ],
      [
        'a group of 5,000',
        'raise ExceptionGroup("g", [ValueError(i) for i in range(5000)])',
        'ExceptionGroup: g (5000 sub-exceptions)',
      ],
      [
        '3,000 nested groups',
        'error = ValueError(1)\nfor _ in range(3000): error = ExceptionGroup("g", [error])\nraise error',
        'ExceptionGroup: g (1 sub-exception)',
      ],
      [
        'a cause of 3,000 nested groups',
        'error = ValueError(1)\nfor _ in range(3000): error = ExceptionGroup("g", [error])\nraise KeyError(1) from error',
        'KeyError: 1',
      ],
      [
        'a circle of causes',
        'a, b = ValueError(1), ValueError(2)\na.__cause__, b.__cause__ = b, a\nraise a',
        'ValueError: 1',
      ],
      [
        'a message that cannot be made',
        'class E(Exception):\n    def __str__(self): return str(self)\nraise E',
        'E: <exception str() failed>',
      ],
      [
        'a recursion limit that leaves no room',
        'import sys\nsys.setrecursionlimit(30)\nraise ValueError(1)',
        'ValueError: 1',
      ],
    ])('describes %s', async (_, code, summary) => {
      if (kind === 'native' && code.includes('ExceptionGroup') && /^3\.(9|10)\./.test(python.version)) return;
      expect((await raisedBy(code))[0]?.summary).toBe(summary);
    });

    it('shows a group and a chain whole when they are small', async () => {
      const code = 'try:\n    1 / 0\nexcept Exception as error:\n    raise ValueError(2) from error';
      const [exception] = await raisedBy(code);
      expect(exception?.traceback).toMatch(/ZeroDivisionError[\s\S]*direct cause[\s\S]*ValueError: 2/);
    });

    it('has no place that was made up', async () => {
      const places = ['"b", 1', '0, -5', '10**30, 1', 'None, None', '2.5, []'];
      const codes = places.map((place, i) => `raise SyntaxError("x", ("<example ${i + 1}>", ${place}, ""))`);
      const all = await raisedBy(...codes);
      expect(all.map(({ line, column }) => [line, column])).toEqual(places.map(() => [null, null]));
    });

    it('has the exit status of a script', async () => {
      const codes = ['', '0', 'None', '3', '256', '-1', '"x"', '[]', '10**30', 'True'];
      const all = await raisedBy(...codes.map((code) => `import sys\nsys.exit(${code})`), '1 / 0');
      expect(all.map(({ exitStatus }) => exitStatus)).toEqual([0, 0, 0, 3, 0, 255, 1, 1, 1, 1, undefined]);
    });

    it('gives a block the name of its file, as a script has it', async () => {
      const [result] = await runBlocks([
        'import os, pathlib, sys\nprint(pathlib.Path(__file__).name, os.path.dirname(__file__) == os.getcwd(), sys.argv)',
      ]);
      expect(printed(result)).toBe("example.py True ['example.py']\n");
    });
  },
);
