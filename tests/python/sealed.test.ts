import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { at } from '../../src/core/at.ts';
import { startEmbeddedHost } from '../../src/python/embedded/embedded-host.ts';
import { type BlockResult, defaultLimits } from '../../src/python/engine.ts';
import { openImports } from '../../src/python/interpreter/open-imports.ts';
import { prepareRuntime } from '../../src/python/interpreter/runtime-folder.ts';
import { endInWords, escapingBlocks, ordinaryBlock } from './escaping-blocks.ts';
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

describe('the open parts of Python in WebAssembly', () => {
  it('are the built-in modules that are on the list with a reason, and no other', async () => {
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

describe('the modules of ours that run blocks', () => {
  it('cannot be imported, and a file of the same name can', async () => {
    const [seen, own] = await run(
      [
        'import os, sys',
        'names = [name[:-3] for name in os.listdir("/own") if name.endswith(".py")]',
        'print(len(names) > 9, [name for name in names if name in sys.modules])',
        'for name in names:',
        '    try: print("found", __import__(name))',
        '    except ModuleNotFoundError as error: assert str(error) == f"No module named \'{name}\'"',
      ].join('\n'),
      'open("runner.py", "w").write("x = 7")\nimport runner\nprint(runner.x)',
    );
    expect([printed(seen), printed(own)]).toEqual(['True []\n', '7\n']);
  });
});

describe('no block gets out, forges its end or reaches the session after it', () => {
  const names = Object.keys(escapingBlocks);
  const codes = [...Object.values(escapingBlocks).map(({ code }) => code), ''];
  const sessions = codes.map((code) => ({
    blocks: [ordinaryBlock.code, code].map((text) => ({ code: text, values: [] })),
  }));
  const all = host.run(sessions, { ...defaultLimits, seconds: 60, outputBytes: 1 << 20, memoryBytes: 512 << 20 });
  // Rejections are reported by the tests that await it.
  all.catch(() => undefined);

  it.each(names)('%s', async (name) => {
    const [, result] = at(await all, names.indexOf(name));
    const { ends, prints = /^/ } = escapingBlocks[name] ?? { ends: /^$/ };
    expect(result && endInWords(result.end)).toMatch(ends);
    expect(printed(result)).toMatch(prints);
  });

  it('and before each of them, an ordinary block runs as ever', async () => {
    for (const [i, [ordinary]] of (await all).entries()) {
      const said = ordinary && [endInWords(ordinary.end), printed(ordinary)];
      expect(said, `after a block that ${names[i - 1]}`).toEqual(['returned', ordinaryBlock.prints]);
    }
  });
});

describe('the messages of a block are bounded', () => {
  it.each([
    ['a value', 'value = "x" * 3_000_000', { how: 'flooded', limit: 1 << 20, by: 'values' }],
    ['an exception', 'raise ValueError("x" * 3_000_000)', { how: 'flooded', limit: 1 << 20, by: 'exception' }],
  ])('%s', async (_, code, end) => {
    const [result] = await run(code);
    expect(result?.end).toEqual(end);
  });
});
