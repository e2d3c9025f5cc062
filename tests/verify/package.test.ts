import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from './command.ts';
import { scratchFolder } from './scratch-folder.ts';

const made = scratchFolder();
const home = scratchFolder();
const node = process.execPath;

interface Manifest {
  readonly version: string;
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
}, 120_000);

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
  }, 120_000);

  it('says how it is called', () => {
    const { out } = prove(['--help']);
    expect(out).toContain('npx prove-guide [options] [paths…]');
    expect(out).not.toContain('npm run');
  });
});
