import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type CommandLine, readArguments, usageOf } from '../../src/verify/cli-options.ts';
import { readConfiguration } from '../../src/verify/configuration/read-configuration.ts';
import { leastNode, nodeIsTooOld } from '../../src/verify/least-node.ts';
import { formats } from '../../src/verify/report/format-report.ts';
import { root } from './command.ts';
import { scratchFolder } from './scratch-folder.ts';

const made = scratchFolder();
const home = scratchFolder();
const node = process.execPath;

interface Manifest {
  readonly version: string;
  readonly engines: { readonly node: string };
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Installs the tarball as npm would, offline: its dependencies are those of this project. */
beforeAll(() => {
  execFileSync(node, [join(root, 'scripts/make-package.ts'), join(made, 'package')]);
  const tarball = execFileSync('npm', ['pack', '--silent', '--offline'], {
    cwd: join(made, 'package'),
    encoding: 'utf8',
  });
  const modules = join(home, 'node_modules');
  mkdirSync(modules, { recursive: true });
  execFileSync('tar', ['xzf', join(made, 'package', tarball.trim()), '-C', modules]);
  execFileSync('mv', [join(modules, 'package'), join(modules, 'prove-guide')]);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  mkdirSync(join(modules, '.bin'));
  symlinkSync('../prove-guide/dist/verify/prove-guide.js', join(modules, '.bin', 'prove-guide'));
});

/** Runs the command in a folder with nothing but the installed package. */
function prove(args: readonly string[]) {
  const env = { PATH: process.env['PATH'], HOME: home, XDG_CACHE_HOME: join(home, 'cache') };
  const { status, stdout, stderr } = spawnSync('npx', ['--offline', '--no', 'prove-guide', '--', ...args], {
    cwd: home,
    encoding: 'utf8',
    env,
  });
  return { code: status, out: stdout, err: stderr };
}

describe('the package', () => {
  it('names the exact version of everything that it imports, and has no page of the site', () => {
    const folder = join(home, 'node_modules', 'prove-guide');
    const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    for (const [name, version] of Object.entries(dependencies)) {
      const path = join(root, 'node_modules', name, 'package.json');
      expect(version).toBe((JSON.parse(readFileSync(path, 'utf8')) as Manifest).version);
    }
    expect(Object.keys(dependencies)).not.toContain('astro');
    const files = globSync('dist/**/*', { cwd: folder });
    expect(
      files.filter((path) => /\.astro$|(?<!\.d)\.ts$|dist\/(?:site|islands|pages|components)\//.test(path)),
    ).toEqual([]);
    expect(files).toContain('dist/verify/cli.d.ts');
  });

  it('checks the guide of its README, with the Python that it brings, and finds what is stale', () => {
    const readme = readFileSync(join(root, 'src/verify/README.md'), 'utf8');
    const guide = /^````markdown\n([\s\S]*?)^````$/m.exec(readme)?.[1] ?? '';
    mkdirSync(join(home, 'docs', 'deep'), { recursive: true });
    writeFileSync(join(home, 'docs', 'good.md'), guide);
    const right = prove(['docs']);
    expect(right.err).toBe('');
    expect(right.out).toContain('in WebAssembly');
    expect(right.out).toContain('All proven.');
    expect(right.code).toBe(0);
    writeFileSync(join(home, 'docs', 'deep', 'bad.mdx'), `<Tabs>\n\n${guide.replace('0000004', '0000008')}\n</Tabs>\n`);
    const wrong = prove([]);
    expect(wrong.out).toContain('docs/deep/bad.mdx:11:19  value  (line-3)');
    expect(wrong.out).toContain('again: npx prove-guide --engine embedded docs/deep/bad.mdx#line-3');
    expect(wrong.code).toBe(1);
  });

  it('says which Node it needs, before it loads what an older one lacks', () => {
    const program = join(made, 'package/dist/verify/prove-guide.js');
    const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.17.9' } })`;
    const { status, stderr } = spawnSync(node, [`--import=data:text/javascript,${encodeURIComponent(old)}`, program], {
      encoding: 'utf8',
    });
    expect(stderr).toBe(`${nodeIsTooOld('22.17.9', node)}\n`);
    expect(status).toBe(3);
    expect(readManifest().engines.node).toBe(`>=${leastNode}`);
    for (const version of [leastNode, '22.18.1', '22.20.0', '24.0.0'])
      expect(nodeIsTooOld(version, node)).toBeUndefined();
    for (const version of ['20.20.2', '22.9.0', '22.17.9']) expect(nodeIsTooOld(version, node)).toContain(leastNode);
  });

  it('says how it is called', () => {
    const { out } = prove(['--help']);
    expect(out).toContain('npx prove-guide [options] [paths…]');
    expect(out).not.toContain('npm run');
  });
});

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly name: string;
      readonly shell: string;
      readonly run: string;
      readonly env?: Readonly<Record<string, string>>;
    }[];
  };
}

const readYaml = <Content>(name: string) => parse(readFileSync(join(made, 'package', name), 'utf8')) as Content;
const readManifest = () => JSON.parse(readFileSync(join(made, 'package', 'package.json'), 'utf8')) as Manifest;
const hooksOf = () => readYaml<readonly Readonly<Record<string, unknown>>[]>('.pre-commit-hooks.yaml');
const command = { program: 'npx prove-guide', args: [] } as Pick<CommandLine, 'program' | 'args'> as CommandLine;
const readOptions = (args: readonly string[]) => readArguments({ ...command, args });

describe('the Action', () => {
  const good = '```python\nprint(1)\n```\n\n```output\n1\n```\n';
  const guide = scratchFolder();
  const [right, wrong] = ['docs/right $(touch hacked).md', 'docs/wrong page.md'];

  /** The package is a repository at the top level; `npm` only says where it would install, and what. */
  beforeAll(() => {
    mkdirSync(join(guide, 'docs'));
    writeFileSync(join(guide, right), good);
    writeFileSync(join(guide, wrong), good.replace('\n1\n', '\n2\n'));
    symlinkSync(join(root, 'node_modules'), join(made, 'node_modules'));
    mkdirSync(join(made, 'bin'));
    writeFileSync(join(made, 'bin', 'npm'), '#!/bin/sh\necho "npm in $PWD: $*"\n', { mode: 0o755 });
  });

  /** Runs the steps as GitHub does: with the values of the inputs in the variables of a step, until one fails. */
  function act(inputs: Readonly<Record<string, string>>) {
    const { inputs: known, runs } = readYaml<Action>('action.yml');
    const textOf = (text: string) => {
      const name = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(text)?.[1] ?? '';
      return inputs[name] ?? known[name]?.default ?? `no input: ${text}`;
    };
    const path = [join(made, 'bin'), dirname(node), process.env['PATH']].join(delimiter);
    const github = {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: guide,
      GITHUB_ACTION_PATH: join(made, 'package'),
      CI: 'true',
    };
    let all = { code: 0, out: '' };
    for (const { run, env = {} } of runs.steps) {
      if (all.code !== 0) break;
      const given = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, textOf(text)]));
      const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
        cwd: guide,
        encoding: 'utf8',
        env: { PATH: path, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), ...github, ...given },
      });
      all = { code: status ?? -1, out: all.out + stdout + stderr };
    }
    return all;
  }

  it('has no input in a command of the shell, and says which shell each step has', () => {
    const { runs } = readYaml<Action>('action.yml');
    expect(runs.using).toBe('composite');
    expect(runs.steps.filter(({ run }) => run.includes('${{'))).toEqual([]);
    expect(runs.steps.filter(({ shell }) => shell !== 'bash')).toEqual([]);
  });

  it('installs in its own folder, and passes on a guide that is right, with the engine and the files that it is given', () => {
    const theirs = join(guide, 'docs', 'prove-guide.yaml');
    writeFileSync(theirs, 'engine: native\n');
    const { code, out } = act({ files: `\n  ${right}  \n`, engine: 'embedded', arguments: '--timeout 60\n--stats' });
    rmSync(theirs);
    expect(out).toContain(`npm in ${join(made, 'package')}: install `);
    expect(out.match(/^Python: .*$/gm)).toEqual([expect.stringContaining('in WebAssembly')]);
    expect(out).toContain('All proven.');
    expect(out).toContain('1 file,');
    expect(out).not.toContain('::error');
    expect(code).toBe(0);
    expect(globSync('**/hacked', { cwd: guide })).toEqual([]);
  });

  it('checks all pages by default, and fails at the line of a stale output', () => {
    const { code, out } = act({});
    expect(out).toContain('2 files,');
    expect(out).toMatch(/^::error file=docs\/wrong page\.md,line=6,col=1,/m);
    expect(code).toBe(1);
  });

  it('gives the text of its inputs to the command alone', () => {
    for (const [inputs, words] of [
      [{ engine: '$(touch hacked)' }, 'not `$(touch hacked)`'],
      [{ arguments: '; touch hacked' }, 'no file or folder `;`'],
      [{ files: '--update' }, 'no file or folder `--update`'],
    ] as const) {
      const { code, out } = act(inputs);
      expect(out).toContain(words);
      expect(code).toBe(2);
    }
    expect(globSync('**/hacked', { cwd: guide })).toEqual([]);
  });
});

describe('the hook of pre-commit', () => {
  it('is the command of the package, with options that it has, once for all pages', () => {
    const [hook, ...others] = hooksOf();
    expect(others).toEqual([]);
    const [program = '', ...args] = String(hook?.['entry']).split(' ');
    expect(Object.keys(readManifest().bin)).toEqual([program]);
    expect(readOptions(args).values).toMatchObject({ 'allow-empty': true });
    expect(hook).toMatchObject({ language: 'node', types_or: ['markdown', 'mdx', 'jupyter'], require_serial: true });
  });
});

describe('the documentation of the package', () => {
  const readme = readFileSync(join(root, 'src/verify/README.md'), 'utf8');
  const changes = readFileSync(join(root, 'src/verify/CHANGELOG.md'), 'utf8');
  const examples = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  const [configuration = '', workflow = '', hooks = '', ...others] = examples;
  const address = 'owner/prove-guide@v';

  it('configures the command with keys and values that it has', () => {
    expect(others).toEqual([]);
    const read = readConfiguration({ file: 'prove-guide.yaml', text: configuration, folder: '/guide' });
    expect(read).toHaveProperty('configuration');
  });

  it('uses this version of the Action, with inputs that it has', () => {
    const { jobs, ...top } = parse(workflow);
    expect(Object.keys(top)).toEqual(['on', 'permissions']);
    const steps = Object.values<{ steps: { uses: string; with: Record<string, string> }[] }>(jobs).flatMap(
      (job) => job.steps,
    );
    const used = steps.filter(({ uses }) => uses.startsWith(address));
    expect(used.map(({ uses }) => uses)).toEqual([address + readManifest().version]);
    const given = used[0]?.with ?? {};
    expect(Object.keys(given)).toEqual(Object.keys(readYaml<Action>('action.yml').inputs));
    readOptions(['--engine', given['engine'] ?? '', ...(given['arguments'] ?? '').split(' ')]);
  });

  it('uses this version of the hook, with keys of pre-commit', () => {
    const { repos, ...top } = parse(hooks);
    expect(top).toEqual({});
    const [{ repo, rev, hooks: used, ...rest }, ...more] = repos;
    expect([rest, more]).toEqual([{}, []]);
    expect(`${repo}@${rev}`).toBe(`https://github.com/${address}${readManifest().version}`);
    const [{ id, args, exclude, ...unknown }] = used;
    expect([id, unknown]).toEqual([hooksOf()[0]?.['id'], {}]);
    expect(() => new RegExp(exclude)).not.toThrow();
    readOptions(args);
  });

  it('names options that exist, each exit code, each format and each input', () => {
    const named = new Set(
      [...`${readme}${changes}`.matchAll(/(?<![\w-])--([a-z][a-z-]*)/g)].map(([, name = '']) => name),
    );
    const help = usageOf(command);
    expect([...named].filter((name) => !help.includes(`--${name}`))).toEqual([]);
    const contract = /^## Contract\n([\s\S]*?)^## /m.exec(changes)?.[1] ?? '';
    const firstCells = [...contract.matchAll(/^\| `?(\w+)`? \|/gm)].map(([, cell]) => cell);
    expect(firstCells).toEqual(['code', '0', '1', '2', '3', '4', '5', ...formats]);
    for (const name of Object.keys(readYaml<Action>('action.yml').inputs)) expect(contract).toContain(`\`${name}\``);
  });
});
