import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The lines of the longest file and function of each language: these numbers only become smaller. */
const most = { typescriptFile: 322, typescriptFunction: 50, pythonFile: 340, pythonFunction: 36 };
/** Of ten functions in Python, nine are no longer than this. */
const mostOfNineInTen = 15;

interface Size {
  readonly name: string;
  readonly lines: number;
}

const read = (kind: string) =>
  globSync(`{src,scripts}/**/*.${kind}`, { cwd: root })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => ({ path, code: readFileSync(join(root, path), 'utf8') }));

const fileSize = ({ path, code }: { readonly path: string; readonly code: string }): Size => ({
  name: path,
  lines: code.split('\n').length - 1,
});

function typescriptFunctions(path: string, code: string): Size[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const found: Size[] = [];
  const lineAt = (offset: number) => source.getLineAndCharacterOfPosition(offset).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const first = lineAt(node.getStart(source));
      found.push({ name: `${path}:${first}`, lines: lineAt(node.end) - first + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** A function goes on as long as lines are indented more than its `def`, or close the brackets of its parameters. */
function pythonFunctions(path: string, code: string): Size[] {
  const lines = code.split('\n');
  return lines.flatMap((line, i) => {
    const indent = /^( *)(?:async )?def /.exec(line)?.[1]?.length;
    if (indent === undefined) return [];
    const isInside = (text: string) => text.trim() === '' || text.search(/\S/) > indent || /^\s*\)( ->.*)?:/.test(text);
    const after = lines.findIndex((text, k) => k > i && !isInside(text));
    const body = lines.slice(i, after < 0 ? undefined : after);
    return [{ name: `${path}:${i + 1}`, lines: body.findLastIndex((text) => text.trim() !== '') + 1 }];
  });
}

const longer = (sizes: readonly Size[], limit: number) =>
  sizes.filter(({ lines }) => lines > limit).map(({ name, lines }) => `${name} has ${lines} lines`);

describe('sizes', () => {
  const typescript = read('ts');
  const python = read('py');

  it('no file is longer than the longest has been', () => {
    expect(longer(typescript.map(fileSize), most.typescriptFile)).toEqual([]);
    expect(longer(python.map(fileSize), most.pythonFile)).toEqual([]);
  });

  it('no function is longer than the longest has been', () => {
    expect(
      longer(
        typescript.flatMap(({ path, code }) => typescriptFunctions(path, code)),
        most.typescriptFunction,
      ),
    ).toEqual([]);
    expect(
      longer(
        python.flatMap(({ path, code }) => pythonFunctions(path, code)),
        most.pythonFunction,
      ),
    ).toEqual([]);
  });

  it('of ten functions in Python nine are short', () => {
    const all = python.flatMap(({ path, code }) => pythonFunctions(path, code));
    expect(all.length).toBeGreaterThan(1000);
    expect(longer(all, mostOfNineInTen).length / all.length).toBeLessThanOrEqual(0.1);
  });

  it('measures functions as they are written', () => {
    expect(typescriptFunctions('x.ts', 'const f = (\n) => {\n  g();\n};\n')).toEqual([{ name: 'x.ts:1', lines: 4 }]);
    const code = 'class A:\n    def f(\n        self,\n    ):\n        return 1\n\n    x = 2\n\n\ndef g():\n    pass\n';
    expect(pythonFunctions('x.py', code)).toEqual([
      { name: 'x.py:2', lines: 4 },
      { name: 'x.py:10', lines: 2 },
    ]);
  });
});
