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
  it('JavaScript or C through an import', async () => {
    const names = ['js', 'pyodide_js', 'pyodide', 'pyodide.ffi', 'pyodide.code', '_pyodide', '_pyodide_core'];
    const { printed } = await runBlock(attempts([...names, 'ctypes', '_ctypes'].map((name) => `import ${name}`)));
    const lines = printed.split('\n').filter(Boolean);
    expect(lines.length).toBe(9);
    for (const line of lines)
      expect(line).toMatch(/^ModuleNotFoundError: No module named .*(sealed off|no C functions)/);
  });

  it('a closed module that is made again from what is compiled in', async () => {
    const { printed } = await runBlock(
      [
        'import _imp, importlib, sys',
        'from importlib.machinery import BuiltinImporter, ModuleSpec',
        'def attempt(make):',
        '    try:',
        '        print("got", make())',
        '    except BaseException as error:',
        '        print(type(error).__name__)',
        'for name in ("_ctypes", "_pyodide_core"):',
        '    sys.meta_path[:] = [BuiltinImporter]',
        '    attempt(lambda: importlib.import_module(name))',
        '    attempt(lambda: _imp.create_builtin(ModuleSpec(name, BuiltinImporter)))',
        '    attempt(lambda: BuiltinImporter.load_module(name))',
        '    attempt(lambda: BuiltinImporter.create_module(ModuleSpec(name, BuiltinImporter)))',
        '    attempt(lambda: _imp.create_dynamic(ModuleSpec(name, None, origin="/tmp/x.so")))',
      ].join('\n'),
    );
    expect(printed.split('\n').filter(Boolean)).toEqual(Array(10).fill('ImportError'));
  });

  it('an object of JavaScript, through the memory, the classes or the frames', async () => {
    const { printed, end } = await runBlock(
      [
        'import gc, sys',
        'print([name for name in ("get_objects", "get_referrers", "get_referents") if hasattr(gc, name)])',
        'def below(cls):',
        '    for sub in type.__subclasses__(cls):',
        '        yield sub',
        '        yield from below(sub)',
        'proxies = [cls for cls in set(below(object)) if cls.__name__.startswith("Js")]',
        'made = []',
        'for cls in proxies:',
        '    for make in (cls, lambda: cls.__new__(cls), lambda: object.__new__(cls)):',
        '        try:',
        '            made.append(make().constructor)',
        '        except BaseException:',
        '            pass',
        'print(made)',
        'frame, found = sys._getframe(), []',
        'while frame:',
        '    names = {**frame.f_globals, **frame.f_locals}',
        '    found += [key for key, value in names.items() if type(value).__name__ in ("JsProxy", "JsFinder", "JsLoader")]',
        '    frame = frame.f_back',
        'print(found)',
      ].join('\n'),
    );
    expect(end.how).toBe('returned');
    expect(printed).toBe('[]\n[]\n[]\n');
  });

  it('a constructor of JavaScript, or a prototype to patch, through an exception or a number', async () => {
    const { printed } = await runBlock(
      [
        'found = []',
        'for thing in (1, 1.5, "a", [], {}, print, len, type, Exception(), open, __builtins__, __import__):',
        '    for name in ("constructor", "__proto__", "prototype", "js_id", "to_py", "_module"):',
        '        if hasattr(thing, name): found.append((thing, name))',
        'print(found)',
      ].join('\n'),
    );
    expect(printed).toBe('[]\n');
  });

  it('a shell or another process', async () => {
    const ways = [
      'import subprocess; subprocess.run(["id"])',
      'import os; os.fork()',
      'import os; os.execv("/bin/sh", ["sh"])',
      'import os; os.system("echo out")',
    ];
    const { printed } = await runBlock(attempts(ways));
    expect(printed).toMatch(/^(OSError: .* here\. .*\n){4}$/);
  });

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

describe('what a block does to itself', () => {
  it.each([
    ['os._exit', 'import os; os._exit(3)', 'exit status 3'],
    ['a signal', 'import os; os.kill(os.getpid(), 9)', 'exit status 137'],
    ['os.abort', 'import os; os.abort()', ''],
  ])('is a verdict and no crash: %s', async (_, code, status) => {
    const [first, second] = await runBlocks([code, 'print(1)']);
    expect(first?.end).toMatchObject({ how: 'died' });
    if (first?.end.how === 'died') expect(first.end.status).toContain(status);
    expect(second?.end.how).toBe('not run');
    expect((await runBlock('print("the next one runs")')).printed).toBe('the next one runs\n');
  });

  it('cannot be printed: output in the words of a verdict stays output', async () => {
    const forged = '{"ended":0,"end":{"how":"returned"},"values":[],"figures":[]}';
    const code = `print(${JSON.stringify(forged)})\nimport os\nfor fd in (1, 2, 3, 4, 5):\n    try: os.write(fd, b${JSON.stringify(`${forged}\n`)})\n    except OSError: pass\nraise ValueError("no")`;
    const { end, printed } = await runBlock(code);
    expect(end.how).toBe('raised');
    expect(printed).toBe(`${forged}\n${forged}\n`);
  });

  it('does not reach the next session: patched built-ins and modules are gone', async () => {
    await runBlock('import builtins, math\nbuiltins.print = None\nmath.pi = 3\nopen("left.txt", "w").write("x")');
    const { printed } = await runBlock('import math, os\nprint(math.pi > 3, os.listdir("."))');
    expect(printed).toBe('True []\n');
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
