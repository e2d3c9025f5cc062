import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { importCycles } from './import-cycles.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Which room of the own packages may import which others; a room may always import itself. `base` is what everything in
 * the package may use (the coverage table, refusals, exceptions), `public` the modules that a program imports.
 */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'numpy/base': [],
  'numpy/_core': ['numpy/base'],
  'numpy/_loops': ['numpy/_core', 'numpy/base'],
  'numpy/_functions': ['numpy/_loops', 'numpy/_core', 'numpy/base'],
  'numpy/_linalg': ['numpy/_functions', 'numpy/_loops', 'numpy/_core', 'numpy/base'],
  'numpy/_random': ['numpy/_functions', 'numpy/_loops', 'numpy/_core', 'numpy/base'],
  'numpy/_methods': ['numpy/_functions', 'numpy/_loops', 'numpy/_core', 'numpy/base'],
  'numpy/public': [
    'numpy/_methods',
    'numpy/_random',
    'numpy/_linalg',
    'numpy/_functions',
    'numpy/_loops',
    'numpy/_core',
    'numpy/base',
  ],
  'matplotlib/base': [],
  'matplotlib/public': ['matplotlib/base'],
};

interface PythonImport {
  readonly line: number;
  /** In a function: run when that is called, not when the module is loaded. */
  readonly isDeferred: boolean;
  readonly comment: string;
  /** As it is written, `..room.module`; for `from . import a` the names are modules. */
  readonly module: string;
  readonly names: readonly string[];
}

interface PythonFile {
  readonly path: string;
  readonly imports: readonly PythonImport[];
}

/** `from a import b` or `import a`, with its indentation and a comment behind it. */
const pattern =
  /^([ \t]*)(?:from[ \t]+(\S+)[ \t]+import[ \t]+(\([^)]*\)|[^#\n]*)|import[ \t]+([^#\n]+))(?:#[ \t]*(.*))?$/gm;

const files = globSync('{src,scripts,tests}/**/*.py', { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted()
  .map((path): PythonFile => ({ path, imports: importsOf(readFileSync(join(root, path), 'utf8')) }));
const ownFiles = files.filter(({ path }) => path.startsWith('src/'));
const packages = 'src/python/packages/';
const packageFiles = files.filter(({ path }) => path.startsWith(packages));

function importsOf(text: string): PythonImport[] {
  const code = withoutLongStrings(text);
  return [...code.matchAll(pattern)].map((match) => {
    const [, indent = '', module, names = '', modules = '', comment = ''] = match;
    const lines = code.slice(0, match.index).split('\n');
    return {
      line: lines.length,
      isDeferred: isInFunction(lines.slice(0, -1), indent.length),
      comment,
      module: module ?? modules.split(/[\s,]/)[0] ?? '',
      names: names
        .replace(/#.*|[()]/g, '')
        .split(',')
        .map((name) => name.trim().split(' ')[0] ?? '')
        .filter(Boolean),
    };
  });
}

/** Programs and documentation in strings are not imports of the file; their lines stay, so that numbers are right. */
function withoutLongStrings(text: string): string {
  return text.replace(/("""|''')[\s\S]*?\1/g, (string) => `""${string.replace(/[^\n]/g, '')}`);
}

/** Whether a line with this indentation, after these lines, is in the body of a function. */
function isInFunction(before: readonly string[], indent: number): boolean {
  let depth = indent;
  for (const line of before.toReversed()) {
    const own = line.search(/\S/);
    if (own < 0 || own >= depth) continue;
    if (/^\s*(?:async )?def /.test(line)) return true;
    depth = own;
  }
  return false;
}

/** The own files that a file imports, deferred or not: by relative imports, or by the name of a module beside it. */
function ownImports({ path, imports }: PythonFile): string[] {
  return imports.flatMap(({ module, names }) => {
    const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
    const up = path.split('/').slice(0, -Math.max(dots.length, 1));
    const target = [...up, ...rest.split('.').filter(Boolean)].join('/');
    const found = [...names.map((name) => fileOf(`${target}/${name}`)), fileOf(target)];
    if (!dots) return path.startsWith(packages) ? [] : [fileOf(target) ?? ownModules.get(module)].filter(isKnown);
    return [...new Set(found.slice(0, -1).map((file) => file ?? found.at(-1)))].filter(isKnown);
  });
}

function isKnown(file: string | undefined): file is string {
  return file !== undefined;
}

const paths = new Set(files.map(({ path }) => path));
/** The modules beside the packages are put into one folder, whatever room they are kept in. */
const ownModules = new Map(
  ownFiles
    .filter(({ path }) => !path.startsWith(packages))
    .map(({ path }) => [path.split('/').at(-1)?.replace('.py', '') ?? '', path]),
);

function fileOf(module: string): string | undefined {
  return [`${module}.py`, `${module}/__init__.py`].find((path) => paths.has(path));
}

function roomOf(path: string): string {
  const [name = '', ...inner] = path.slice(packages.length).split('/');
  if (inner.length > 1) return `${name}/${inner[0]}`;
  const isBase = /^_[a-z]|^exceptions\.py$/.test(inner[0] ?? '');
  return `${name}/${isBase ? 'base' : 'public'}`;
}

describe('the architecture of Python', () => {
  it('reads imports as Python does', () => {
    const text = [
      '"""from . import nothing"""',
      'from .._core.array import (',
      '    make,',
      '    view as other,',
      ')',
      'if True:',
      '    import sys',
      'class A:',
      '    def f(self):',
      '        if self:',
      '            from . import late  # deferred: because',
    ].join('\n');
    expect(importsOf(text).map(({ line, module, names, isDeferred }) => [line, module, names, isDeferred])).toEqual([
      [2, '.._core.array', ['make', 'view'], false],
      [7, 'sys', [], false],
      [11, '.', ['late'], true],
    ]);
    expect(ownFiles.length).toBeGreaterThan(90);
    expect(ownFiles.flatMap(ownImports).length).toBeGreaterThan(400);
  });

  it('has no cycles, neither when modules are loaded nor later', () => {
    expect(importCycles(new Map(files.map((file) => [file.path, ownImports(file)])))).toEqual([]);
  });

  it('imports inside a function only with a reason: `# deferred: …`', () => {
    const wrong = files.flatMap(({ path, imports }) =>
      imports
        .filter(({ isDeferred, comment }) => isDeferred && !/^deferred: \S/.test(comment))
        .map(({ line, module }) => `${path}:${line} imports ${module} inside a function`),
    );
    expect(wrong).toEqual([]);
  });

  it('imports no package from inside of itself by its name: it is not complete yet', () => {
    const wrong = packageFiles.flatMap(({ path, imports }) =>
      imports
        .filter(({ module }) => /^(numpy|matplotlib)(\.|$)/.test(module))
        .map(({ line, module }) => `${path}:${line} imports ${module}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has modules that import only rooms allowed by the table, which lists every room', () => {
    expect([...new Set(packageFiles.map(({ path }) => roomOf(path)))].toSorted()).toEqual(
      Object.keys(mayImport).toSorted(),
    );
    const wrong = packageFiles.flatMap((file) => {
      const room = roomOf(file.path);
      return ownImports(file)
        .filter((path) => roomOf(path) !== room && !mayImport[room]?.includes(roomOf(path)))
        .map((path) => `${file.path} imports ${path}: ${room} may import ${mayImport[room]?.join(', ')}`);
    });
    expect(wrong).toEqual([]);
  });
});
