import { Buffer } from 'node:buffer';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { startEmbeddedHost } from '../../src/python/embedded/embedded-host.ts';
import { findNetworkIsolation } from '../../src/python/embedded/network-isolation.ts';
import { type BlockResult, defaultLimits } from '../../src/python/engine.ts';
import { prepareRuntime } from '../../src/python/interpreter/runtime-folder.ts';
import { sampleOf } from '../depth.ts';
import { scratchFolder } from '../verify/scratch-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const runtime = await prepareRuntime(join(root, '.cache', 'python'));
const host = startEmbeddedHost(runtime);
afterAll(() => host.close());

interface Seen {
  readonly end: BlockResult['end'];
  readonly printed: string;
  readonly error: string;
}

async function runBlocks(codes: readonly string[], seconds = 20): Promise<Seen[]> {
  const blocks = codes.map((code) => ({ code, values: [] }));
  const [results = []] = await host.run([{ blocks }], { ...defaultLimits, seconds, outputBytes: 1 << 20 });
  return results.map(({ end, stdout }) => ({
    end,
    printed: Buffer.from(stdout, 'base64').toString('utf8'),
    error: end.how === 'raised' ? end.exception.summary : '',
  }));
}

async function runBlock(code: string, seconds?: number): Promise<Seen> {
  const [seen] = await runBlocks([code], seconds);
  if (!seen) throw new Error('nothing ran');
  return seen;
}

/** A block that tries each statement and prints the error that it ends with, or that it went through. */
function attempts(statements: readonly string[]): string {
  return [
    `for statement in ${JSON.stringify(statements)}:`,
    '    try:',
    '        exec(statement)',
    '        print("went through:", statement)',
    '    except Exception as error:',
    '        print(f"{type(error).__name__}: {error}")',
  ].join('\n');
}

describe('from the Python of a page there is no way to', () => {
  it('the files of the host, to read or to write', async () => {
    const secret = join(scratchFolder(), 'secret.txt');
    writeFileSync(secret, 'secret');
    const paths = ['/etc/passwd', '/proc/self/environ', secret, fileURLToPath(import.meta.url), runtime.path];
    const reads = paths.map((path) => `open(${JSON.stringify(path)}).read()`);
    const { printed } = await runBlock(`${attempts(reads)}\nimport os\nprint(sorted(os.listdir("/")))`);
    expect(printed).toMatch(/^(FileNotFoundError: .*\n){5}\['dev', 'home', 'lib', 'own', 'proc', 'tmp'\]\n$/);
  });

  it('the environment of the host', async () => {
    const { printed } = await runBlock('import os\nprint(*sorted(os.environ))\nprint(os.environ["HOME"])');
    expect(printed).not.toMatch(/NODE|CI\b|SHELL|VITEST/);
    expect(printed).toContain('/home/example');
  });

  it('the network', async () => {
    const heard: string[] = [];
    const server = createServer((socket) => {
      heard.push('somebody came');
      socket.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const { error } = await runBlock(`import socket; socket.create_connection(("127.0.0.1", ${port}), 2).recv(1)`);
    expect(error).toMatch(/OSError|gaierror/);
    server.close();
    expect(heard).toEqual([]);
  });
});

describe('the effect of a block on its own process', () => {
  it.each(
    sampleOf('effects of a block', [
      ['os._exit', 'import os; os._exit(3)', 'exit status 3'],
      ['a signal', 'import os; os.kill(os.getpid(), 9)', 'exit status 137'],
      ['os.abort', 'import os; os.abort()', 'it crashed'],
      ['a fault in memory', 'import faulthandler; faulthandler._sigsegv()', 'it crashed'],
    ]),
  )('is a verdict and no crash: %s', async (_, code, status) => {
    const [first, second] = await runBlocks([code, 'print(1)']);
    expect(first?.end).toMatchObject({ how: 'died' });
    if (first?.end.how === 'died') expect(first.end.status).toContain(status);
    expect(second?.end.how).toBe('not run');
    expect((await runBlock('print("the next one runs")')).printed).toBe('the next one runs\n');
  });

  it('is bounded: memory, output and time', async () => {
    expect((await runBlock('x = []\nwhile True: x.append(bytearray(10**8))')).error).toBe('MemoryError');
    expect((await runBlock('while True: print("x" * 10000)')).end).toEqual({ how: 'flooded', limit: 1 << 20 });
    expect((await runBlock('while True: pass', 1)).end).toEqual({ how: 'timed out', after: 1 });
  });
});

describe('the isolation from the network', () => {
  it('is reported as missing on a system without network namespaces', () => {
    const without = startEmbeddedHost(runtime, { missing: 'a reason' });
    expect(without.identity.caveats).toEqual(['Embedded Python could reach the network: a reason.']);
    return without.close();
  });

  it('is a namespace, or a reason', () => {
    const isolation = findNetworkIsolation();
    expect('command' in isolation ? isolation.command[0] : isolation.missing).toMatch(/unshare|namespace/);
  });
});
