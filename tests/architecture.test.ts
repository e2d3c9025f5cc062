import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { importCycles } from './import-cycles.ts';
import { allows, mayImport, pure, roomOf } from './layers.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly code: string;
  readonly imports: readonly string[];
}

const files = ['src', 'scripts'].flatMap((folder) => readFolder(folder));

function readFolder(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|mjs|astro)$/.test(entry.name))
    .map((entry) => readSource(relative(root, join(entry.parentPath, entry.name))));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const code = path.endsWith('.astro') ? frontmatterOf(text) : text;
  const imports = ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName);
  return { path, room: roomOf(path), code, imports };
}

function frontmatterOf(text: string): string {
  return /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '';
}

/** Our own files that a file imports, as paths from the root. */
function ownImports({ path, imports }: SourceFile): string[] {
  return imports.filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name));
}

describe('the architecture', () => {
  it('lists every room, and no room that does not exist', () => {
    expect([...new Set(files.map(({ room }) => room))].sort()).toEqual(Object.keys(mayImport).sort());
    const named = Object.values(mayImport).flat();
    const rooms = Object.keys(mayImport);
    const absent = named.filter(
      (name) => name !== 'styles' && !rooms.some((room) => room === name || room.startsWith(`${name}/`)),
    );
    expect(absent).toEqual([]);
  });

  it('lets a room import only what the table allows', () => {
    const wrong = files.flatMap((file) =>
      ownImports(file)
        .filter((path) => !path.startsWith('src/styles/') && !allows(file.room, roomOf(path)))
        .map((path) => `${file.path} imports ${path}: ${file.room} may import ${mayImport[file.room]?.join(', ')}`),
    );
    expect(wrong).toEqual([]);
  });

  it('finds a cycle', () => {
    const graph = new Map(Object.entries({ a: ['b'], b: ['c', 'd'], c: [], d: ['b'] }));
    expect(importCycles(graph)).toEqual(['b → d → b']);
  });

  it('has no cycles', () => {
    expect(importCycles(new Map(files.map((file) => [file.path, ownImports(file)])))).toEqual([]);
  });

  it('keeps Node, the DOM, the clock and chance out of the pure layers', () => {
    const forbidden = /\b(?:Math\.random|Date\.now|new Date|performance\.now|process\.|globalThis|window\.|fetch\()/;
    const wrong = files
      .filter(({ room }) => pure.includes(room.split('/')[0] ?? ''))
      .flatMap(({ path, code, imports }) => [
        ...imports.filter((name) => name.startsWith('node:')).map((name) => `${path} imports ${name}`),
        ...withoutComments(code)
          .split('\n')
          .filter((line) => forbidden.test(line) || (usesGlobalDocument(code) && /\bdocument\./.test(line)))
          .map((line) => `${path}: ${line.trim()}`),
      ]);
    expect(wrong).toEqual([]);
  });

  it('has few functions of four parameters and more: what belongs together is a named type', () => {
    const long = files.flatMap(({ path, code }) => longParameterLists(path, code));
    expect(long.length, long.join('\n')).toBeLessThanOrEqual(mostLongParameterLists);
    expect(
      longParameterLists(
        'x.ts',
        'const f = (a, b, c, ...d) => a; class A { m(this: A, [a], b, c, d) {} g(a, b, c) {} }',
      ),
    ).toEqual(['x.ts:1 f', 'x.ts:1 m']);
  });

  it('names files in kebab-case after what is in them, and none of them "utils"', () => {
    const wrong = files
      .map(({ path }) => path.split('/').at(-1) ?? '')
      .filter(
        (name) =>
          // An endpoint of `src/pages` also has the ending of the file that it makes.
          !/^(\[\w+\]|[a-z0-9-]+)\.(png|txt|md|json|xml|webmanifest|\[\w+\])\.ts$|^[a-z0-9]+(-[a-z0-9]+)*(\.config|\.d)?\.(ts|mjs)$|^[A-Z][A-Za-z0-9]*\.astro$|^(\[\.{0,3}\w+\]|[a-z0-9-]+)\.astro$/.test(
            name,
          ) || /util|helper|misc/.test(name),
      );
    expect(wrong).toEqual([]);
  });
});

/** The functions of the whole repository that may take four parameters or more, where they read well. */
const mostLongParameterLists = 30;

/** The functions with a body that take four parameters or more, by their place and name. */
function longParameterLists(path: string, code: string): string[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.parameters.length >= 4) {
      const { name = ts.isVariableDeclaration(node.parent) ? node.parent.name : undefined } = node;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${path}:${line + 1} ${name?.getText(source) ?? 'a function'}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A document that is passed in is a parameter; the one of the browser is named by nobody. */
function usesGlobalDocument(code: string): boolean {
  return !/\bdocument: Document\b/.test(code);
}

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm, '');
}
