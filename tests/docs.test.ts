import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Code, InlineCode, Root, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import ts from 'typescript';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { mayImport } from './layers.ts';
import { machinePythons } from './python/machine-pythons.ts';
import { project, root } from './verify/command.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const names = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'DESIGN.md', '.github/pull_request_template.md'];
const documents = names.map((name) => {
  const tree: Root = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(readFileSync(join(root, name), 'utf8'));
  const blocks: Code[] = [];
  const spans: InlineCode[] = [];
  visit(tree, 'code', (node) => void blocks.push(node));
  visit(tree, 'inlineCode', (node) => void spans.push(node));
  return { name, tree, blocks, spans };
});
const architecture = join(root, 'ARCHITECTURE.md');
const contributing = documents.find(({ name }) => name === 'CONTRIBUTING.md')?.blocks ?? [];

/** Where a block would be saved: `file=…` behind its language. */
function fileOf({ meta }: Code): string | undefined {
  return /(?:^|\s)file=(\S+)/.exec(meta ?? '')?.[1];
}

const proposed = new Set(contributing.map(fileOf));

/** The paths that a text names; one with a `<name>` in it stands for a file to be written. */
function pathsIn(text: string): string[] {
  const words = text
    .split(/[\s,()[\]{}]+/)
    .filter((word) => /^(?:src|scripts|tests|content|public|\.github)\/./.test(word));
  return words.map((word) => word.replace(/[.:]$/, '').replace(/#.*$/, '')).filter((word) => !/[<*…]/.test(word));
}

function isThere(path: string): boolean {
  return existsSync(join(root, path)) || proposed.has(path);
}

/** The fault of a command line, if any: its script or its files do not exist. */
function wrongWith(line: string): string[] {
  const [command = '', ...args] = line
    .replace(/\s+#.*$/, '')
    .replace(/^(?:[A-Z_]+=\S+ )+/, '')
    .split(/\s+/);
  const [first = '', second = ''] = args;
  const missing = pathsIn(args.join(' ')).filter((path) => !isThere(path));
  if (command === 'npm' && first === 'run') return second in scripts ? missing : [`no script ${second}`];
  if (command === 'npm') return first in scripts || first === 'install' ? missing : [`no command npm ${first}`];
  if (command === 'npx') {
    const isInstalled = existsSync(join(root, 'node_modules/.bin', first));
    return [...missing, ...(isInstalled ? namesNoTest(args) : [`${first} is not installed`])];
  }
  if (command === 'node') return existsSync(join(root, first)) ? missing : [`no file ${first}`];
  return [`unknown command ${command}`];
}

/** A filter by name, `-t` or `-g`, must match something in the file. */
function namesNoTest(args: readonly string[]): string[] {
  const at = args.findIndex((arg) => arg === '-t' || arg === '-g');
  if (at < 0) return [];
  const [file, wanted] = [args.find((arg) => arg.startsWith('tests/')) ?? '', args[at + 1] ?? ''];
  return readFileSync(join(root, file), 'utf8').includes(wanted) ? [] : [`no test in ${file} is about ${wanted}`];
}

/** The errors of TypeScript files that do not exist yet, as if they were in the project. */
function compileErrors(files: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root);
  const host = ts.createCompilerHost({ ...options, noEmit: true });
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    const text = files.get(path);
    return text === undefined ? getSourceFile(path, ...rest) : ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noEmit: true }, host);
  return [...files.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
  });
}

/** The text of ARCHITECTURE.md with the table of `layers.ts` in place of the one that it has. */
function withLayerTable(text: string): string {
  const tables: Table[] = [];
  visit(unified().use(remarkParse).use(remarkGfm).parse(text), 'table', (node) => void tables.push(node));
  const { start, end } = tables.find(({ children: [head] }) => head && textOf(head).startsWith('room'))?.position ?? {};
  const rows = Object.entries(mayImport).map(([room, others]) => `| ${room} | ${others.join(', ') || '–'} |`);
  const table = ['| room | may import |', '| --- | --- |', ...rows].join('\n');
  return `${text.slice(0, start?.offset)}${table}${text.slice(end?.offset)}`;
}

describe('the documents', () => {
  it.each(documents)('$name names no file that does not exist', ({ blocks, spans }) => {
    const texts = [...spans, ...blocks.filter(({ lang }) => lang === 'text')].map(({ value }) => value);
    const wrong = texts.flatMap(pathsIn).filter((path) => !isThere(path) && !/:\d+/.test(path));
    expect(wrong).toEqual([]);
  });

  it.each(documents)('$name names no command that does not exist', ({ blocks, spans }) => {
    const lines = [
      ...blocks.filter(({ lang }) => lang === 'bash').flatMap(({ value }) => value.split('\n')),
      ...spans.map(({ value }) => value).filter((value) => /^(?:[A-Z_]+=\S+ )*(?:npm|npx|node) /.test(value)),
    ];
    expect(lines.flatMap((line) => wrongWith(line).map((what) => `${line}: ${what}`))).toEqual([]);
  });

  it('link to each other and to files that exist', () => {
    const wrong = documents.flatMap(({ name, tree }) => {
      const links: string[] = [];
      visit(tree, ['link', 'image'], (node) => void ('url' in node && links.push(node.url)));
      return links
        .filter((url) => !/^(?:https?:|#)/.test(url) && !existsSync(join(root, url)))
        .map((url) => `${name}: ${url}`);
    });
    expect(wrong).toEqual([]);
  });

  it('recognize a path and a command that are not there', () => {
    expect(
      pathsIn('see src/core/gone.ts, tests/<name>.test.ts and src/core/place.ts').filter((p) => !isThere(p)),
    ).toEqual(['src/core/gone.ts']);
    expect(
      ['npm run gone', 'npx gone', 'node scripts/gone.ts', 'make', 'npx vitest run tests/gone.ts'].map(
        (line) => wrongWith(line).length,
      ),
    ).toEqual([1, 1, 1, 1, 1]);
  });
});

it('the comments of the program name no file that does not exist', () => {
  const files = globSync('{src,scripts}/**/*.{ts,mjs,py,astro,css}', { cwd: root });
  const wrong = files.flatMap((file) => {
    const comments = readFileSync(join(root, file), 'utf8').match(/^\s*(?:\/\/|\/?\*|#).*$/gm) ?? [];
    const spans = comments.flatMap((comment) => comment.match(/(?<=`)[^`]+(?=`)/g) ?? []);
    return spans.flatMap(pathsIn).flatMap((path) => (isThere(path) ? [] : [`${file}: ${path}`]));
  });
  expect(wrong).toEqual([]);
});

describe('ARCHITECTURE.md', () => {
  it('has the layer table of the program: `npx vitest run tests/docs.test.ts -u` writes it', async () => {
    await expect(withLayerTable(readFileSync(architecture, 'utf8'))).toMatchFileSnapshot(architecture);
  });
});

describe('the code blocks of CONTRIBUTING.md', () => {
  const inLanguage = (language: string) => contributing.filter(({ lang }) => lang === language);

  it('are all in a language that is tested here', () => {
    expect([...new Set(contributing.map(({ lang }) => lang))].sort()).toEqual(['bash', 'mdx', 'python', 'ts']);
  });

  it('show a lesson that is proven once its outputs are written', async () => {
    for (const { value, meta } of inLanguage('mdx')) {
      const { run } = project({ [/file=(\S+)/.exec(meta ?? '')?.[1] ?? 'content/a.mdx']: `${value}\n` });
      await run(['--update']);
      const { out, code } = await run([]);
      expect(out).toContain('1 example: 1 verified; 1 value: 1 verified');
      expect(code).toBe(0);
    }
  });

  it('show TypeScript that compiles in its place', () => {
    const files = new Map(inLanguage('ts').map((block) => [join(root, fileOf(block) ?? ''), block.value]));
    expect(files.size).toBeGreaterThan(1);
    expect(compileErrors(files)).toEqual([]);
    expect(compileErrors(new Map([[join(root, 'src/core/wrong.ts'), 'export const one: string = 1;']]))).toHaveLength(
      1,
    );
  });

  it('show Python that runs with our packages', () => {
    const [python] = machinePythons;
    const packages = join(root, 'src/python/packages');
    for (const { value } of inLanguage('python'))
      execFileSync(python?.executable ?? '', [
        '-I',
        '-B',
        '-c',
        `import sys\nsys.path.insert(0, ${JSON.stringify(packages)})\n${value}`,
      ]);
    expect(inLanguage('python').length).toBeGreaterThan(0);
  });
});

describe('the issue templates', () => {
  const folder = join(root, '.github/ISSUE_TEMPLATE');

  it('are forms with a name, a description and fields', () => {
    const forms = readdirSync(folder).filter((name) => name !== 'config.yml');
    expect(forms.length).toBeGreaterThan(2);
    for (const form of forms) {
      const { name, description, body } = parseYaml(readFileSync(join(folder, form), 'utf8'));
      expect([name, description], form).toEqual([expect.any(String), expect.any(String)]);
      const ids = body.map(({ id }: { id: string }) => id);
      expect(new Set(ids).size, form).toBe(ids.length);
      for (const { type, attributes } of body) {
        expect(['input', 'textarea', 'dropdown']).toContain(type);
        expect(attributes.label).toEqual(expect.any(String));
      }
    }
  });
});
