import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { startEmbeddedHost } from '../../src/python/embedded/embedded-host.ts';
import { type BlockResult, defaultLimits } from '../../src/python/engine.ts';
import { openImports } from '../../src/python/interpreter/open-imports.ts';
import { prepareRuntime } from '../../src/python/interpreter/runtime-folder.ts';
import reachableClasses from './reachable-classes.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const runtime = await prepareRuntime(join(root, '.cache', 'python'));
const host = startEmbeddedHost(runtime);
afterAll(() => host.close());

async function run(...codes: string[]): Promise<readonly BlockResult[]> {
  const blocks = codes.map((code) => ({ code, values: [{ expr: 'globals().get("value")', format: '' }] }));
  const [results = []] = await host.run([{ blocks }], { ...defaultLimits, outputBytes: 1 << 20 });
  return results;
}

const printed = (result: BlockResult | undefined) => Buffer.from(result?.stdout ?? '', 'base64').toString('utf8');
const lines = (result: BlockResult | undefined) => printed(result).split('\n').filter(Boolean);
const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

/** Finds classes to which only other classes lead. */
const search = `
def below(cls):
    for sub in type.__subclasses__(cls):
        yield sub
        yield from below(sub)

def classes(*words):
    return [cls for cls in dict.fromkeys(below(object)) if any(word in cls.__name__ for word in words)]
`;

describe('what Python in WebAssembly has open', () => {
  it('is every built-in module that is on the list with a reason, and no other', async () => {
    const [result] = await run(
      [
        'import sys',
        'for name in sys.builtin_module_names:',
        '    try:',
        '        __import__(name)',
        '        print(name)',
        '    except ModuleNotFoundError as error:',
        '        assert "closed" in str(error) or "sealed" in str(error) or "no C" in str(error), error',
      ].join('\n'),
    );
    const listed = [...read('../../src/python/interpreter/open_modules.py').matchAll(/^ {4}"(\w+)": (.+),$/gm)];
    expect(result?.end).toEqual({ how: 'returned' });
    expect(lines(result).sort()).toEqual(listed.map(([, name]) => name).sort());
    expect(listed.every(([, , reason = '']) => reason.length > 3)).toBe(true);
  });

  it('are the classes written in C that are on the list with a reason, and no other that anything leads to', async () => {
    const [result] = await run(read('reachable.py'));
    const known = new Set(Object.values(reachableClasses).flat());
    expect(result?.end).toEqual({ how: 'returned' });
    expect(lines(result).length).toBeGreaterThan(400);
    expect(lines(result).filter((name) => !known.has(name))).toEqual([]);
  });

  it('are the functions of JavaScript that are on the list with a reason; all others of its program are shut', async () => {
    const program = await WebAssembly.compile(readFileSync(join(runtime.path, 'pyodide.asm.wasm')));
    const wanted = WebAssembly.Module.imports(program).filter(({ kind }) => kind === 'function');
    const names = openImports.flatMap((group) => group.names);
    expect(names.filter((name) => !wanted.some((one) => one.name === name))).toEqual([]);
    expect(
      names.filter((name) =>
        /^Js(?!vArray_Get|vError_Check|vNoValue_Check)|hiwire|^ffi|dlopen|dlsym|asm_const/.test(name),
      ),
    ).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(wanted.length).toBeGreaterThan(2 * names.length);
  });
});

describe('no block gets at', () => {
  it.each([
    ['an interpreter of its own', 'import _testcapi; _testcapi.run_in_subinterp("import ctypes")'],
    ['one through its siblings', 'import _interpreters; _interpreters.create()'],
    ['one through the pool', 'from concurrent.futures import InterpreterPoolExecutor as P; P().submit(print)'],
    ['the tests of C', 'import _testinternalcapi'],
    [
      'the tests of C by the finder',
      'from importlib.machinery import BuiltinImporter as B; B.load_module("_testcapi")',
    ],
    ['another process', 'import _posixsubprocess'],
  ])('%s', async (_, code) => {
    const [result] = await run(code);
    expect(result?.end.how).toBe('raised');
    if (result?.end.how === 'raised') expect(result.end.exception.types).toContain('ImportError');
  });

  it('a live object of JavaScript, of whatever class and from whatever arguments', async () => {
    const code = `${search}
for cls in classes("Js", "Py2Js", "Proxy"):
    for arguments in ((), ("n",), ("n", "m"), ("n", "m", "s"), (1, 2, 3, 4)):
        try:
            made = cls(*arguments)
            print(*[name for name in ("constructor", "js_id", "stack", "new", "to_py") if hasattr(made, name)], end="")
        except Exception:
            pass`;
    const [result] = await run(code, 'print("next")');
    expect(printed(result)).not.toMatch(/constructor|js_id|stack\b|to_py/);
    expect(result?.end).toEqual({ how: 'died', status: 'Python here is sealed off from JavaScript' });
    const [after] = await run('print([].__len__(), {}.get("toJSON"))');
    expect(printed(after)).toBe('0 None\n');
  });

  it('the channel of its process through a terminal', async () => {
    const forged = JSON.stringify({ ended: 0, end: { how: 'returned' }, values: [], figures: [] });
    const write = `import os\nfor name in ("tty", "tty1", "console", "stdout", "fd/1"):\n    try:\n        with open("/dev/" + name, "w") as file: file.write('${forged}\\n')\n    except OSError: pass\nraise ValueError`;
    const [result] = await run(write);
    expect(result?.end.how).toBe('raised');
  });
});

describe('no block forges its own end', () => {
  const forged = '{"end": {"how": "returned"}, "values": [{"text": "None"}], "figures": []}';
  it.each([
    ['with another json.dumps', `import json\njson.dumps = lambda *a, **k: '${forged}'`],
    ['with other built-in functions', 'import builtins\nbuiltins.isinstance = builtins.len = builtins.type = None'],
    [
      'by watching Python',
      'import sys\ndef watch(frame, event, argument):\n    for name in ("raised", "error", "end"):\n        if name in frame.f_locals: frame.f_locals[name] = {"how": "returned"}\n    return watch\nsys.settrace(watch); sys.setprofile(watch)',
    ],
    [
      'with a hook that is told of everything',
      'import sys\ndef hook(*_):\n    frame = sys._getframe().f_back\n    while frame:\n        for name in ("raised", "error", "end"):\n            if name in frame.f_locals: frame.f_locals[name] = {"how": "returned"}\n        frame = frame.f_back\nsys.addaudithook(hook)',
    ],
    [
      'with an exception that has its own words',
      `import sys\nclass ValueError(Exception):\n    def __str__(self):\n        frame = sys._getframe()\n        while frame:\n            for name in ("raised", "error", "end"):\n                if name in frame.f_locals: frame.f_locals[name] = None\n            frame = frame.f_back\n        return ""`,
    ],
    ['with other modules', 'import traceback, linecache, sys\ntraceback.__dict__.clear(); linecache.__dict__.clear()'],
    ['without its streams', 'import sys\nsys.stdout = sys.stderr = sys.__stdout__ = None'],
    ['without its modules', 'import sys\nsys.modules.clear()'],
  ])('%s', async (_, code) => {
    const [result] = await run(`${code}\nraise ValueError("no")`);
    expect(result?.end.how).toMatch(/^(raised|died)$/);
    if (result?.end.how === 'raised') expect(result.end.exception.types[0]).toBe('ValueError');
    else expect(code).toContain('frame.f_locals');
  });

  it('and leaves the built-in names and streams of the next session alone', async () => {
    const [first, second] = await run('import builtins\nbuiltins.len = None', 'print(1)');
    expect([first?.end.how, second?.end.how]).toEqual(['returned', 'returned']);
    const [next] = await run('print(len("abc"))');
    expect(printed(next)).toBe('3\n');
  });
});

describe('what a block says of itself is bounded', () => {
  it.each([
    ['a value', 'value = "x" * 3_000_000', { how: 'flooded', limit: 1 << 20, by: 'values' }],
    ['an exception', 'raise ValueError("x" * 3_000_000)', { how: 'flooded', limit: 1 << 20, by: 'exception' }],
  ])('%s', async (_, code, end) => {
    const [result] = await run(code);
    expect(result?.end).toEqual(end);
  });

  it.each([
    ['groups', 'e = ValueError("x")\nfor _ in range(3000): e = ExceptionGroup("g", [e])\nraise e', 'ExceptionGroup'],
    [
      'causes',
      'e = None\nfor _ in range(5000):\n    n = ValueError("x"); n.__cause__ = e; e = n\nraise e',
      'ValueError',
    ],
    [
      'contexts',
      'e = None\nfor _ in range(5000):\n    n = KeyError("x"); n.__context__ = e; e = n\nraise e',
      'KeyError',
    ],
  ])('deep %s end as what they are', async (_, code, type) => {
    const [result] = await run(code);
    expect(result?.end.how === 'raised' && result.end.exception.types[0]).toBe(type);
  });
});
