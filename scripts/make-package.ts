import { chmodSync, copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { leastNode } from '../src/verify/least-node.ts';
import { toolName } from '../src/verify/report/tool-name.ts';

/**
 * Makes the package of the verifier in a folder, `.cache/package` by default: compiled JavaScript, types, the Python files,
 * the schema of the report, and a manifest that names the exact versions of what it imports. `npm pack` makes a tarball of
 * the folder; in a repository of its own it is also a GitHub Action and a hook of pre-commit.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src');
/** The programs that are started: everything else is what they import. */
const entries = ['verify/prove-guide.ts', 'python/embedded/embedded-child.ts', 'python/interpreter/make-snapshot.ts'];
/** The Action and the hook are found at the top level of a repository, which the folder becomes. */
const topLevelFiles = ['README.md', 'CHANGELOG.md', 'action.yml', '.pre-commit-hooks.yaml'];
const otherFiles = ['python/*.py', 'python/{native,interpreter,packages}/**/*.{py,json}', 'verify/**/*.{py,json}'];

const folder = resolve(process.argv[2] ?? join(root, '.cache', 'package'));
rmSync(folder, { recursive: true, force: true });
const modules = compile(join(folder, 'dist'));
for (const path of globSync(otherFiles, { cwd: source })) copy(join(source, path), join(folder, 'dist', path));
copy(join(root, 'LICENSE'), join(folder, 'LICENSE'));
for (const name of topLevelFiles) copy(join(source, 'verify', name), join(folder, name));
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(modules), null, 2)}\n`);
chmodSync(join(folder, 'dist', 'verify', 'prove-guide.js'), 0o755);
process.stdout.write(`${folder}\n`);

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** Compiles the entries and what they import. Returns the modules of other packages that the result imports. */
function compile(outDir: string): ReadonlySet<string> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram(
    entries.map((path) => join(source, path)),
    {
      ...options,
      noEmit: false,
      declaration: true,
      rewriteRelativeImportExtensions: true,
      rootDir: source,
      outDir,
      types: ['node'],
    },
  );
  const { emitSkipped, diagnostics } = program.emit();
  if (emitSkipped) throw new Error(ts.flattenDiagnosticMessageText(diagnostics[0]?.messageText ?? '', '\n'));
  const written = globSync('**/*.js', { cwd: outDir }).map((path) => readFileSync(join(outDir, path), 'utf8'));
  const imported = written.flatMap((code) => ts.preProcessFile(code, true, true).importedFiles);
  return new Set(imported.map(({ fileName }) => fileName).filter((name) => !/^(?:\.|node:)/.test(name)));
}

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function manifest(modules: ReadonlySet<string>) {
  const ours = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
  const packages = [...modules, 'pyodide'].map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
  return {
    name: toolName,
    version: ours.version,
    description: 'Runs the Python of a guide and compares what it prints with what the guide shows.',
    license: ours.license,
    type: 'module',
    engines: { node: `>=${leastNode}` },
    bin: { [toolName]: './dist/verify/prove-guide.js' },
    exports: {
      './report.schema.json': './dist/verify/report.schema.json',
      './configuration.schema.json': './dist/verify/configuration/configuration.schema.json',
    },
    files: ['dist', 'README.md', 'CHANGELOG.md', 'LICENSE'],
    dependencies: Object.fromEntries([...new Set(packages)].sort().map((name) => [name, versionOf(name, ours)])),
  };
}

function versionOf(name: string, { devDependencies }: Manifest): string {
  const installed = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as Manifest;
  return devDependencies[name] ?? installed.version;
}
