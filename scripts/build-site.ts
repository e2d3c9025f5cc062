import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runCommand } from './run-command.ts';

/** A build of the site: its folder and its base path. */
export interface SiteBuild {
  readonly outDir: string;
  readonly base: string;
  /** Settings of the build, as environment variables. */
  readonly settings: Readonly<Record<string, string>>;
}

export const rootBuild: SiteBuild = { outDir: 'dist', base: '/', settings: {} };
/** Under a base path and with a package index, which the browser tests emulate. */
export const baseBuild: SiteBuild = {
  outDir: '.cache/dist-base',
  base: '/calculus-for-ml/',
  settings: {
    PACKAGE_INDEX: 'https://packages.invalid/',
    PACKAGE_LOCK: join(root, 'tests/e2e/package-index/pyodide-lock.json'),
  },
};

const inputs = [
  'content',
  'src',
  'public',
  'astro.config.mjs',
  'package-lock.json',
  'tsconfig.json',
  '.cache/verify/report.json',
];

/** Builds the site unless an earlier build was made from the same files. Returns the exit code. */
export async function buildSite({ outDir, base, settings }: SiteBuild): Promise<number> {
  const stamp = join(root, '.cache', 'build', `${outDir.replaceAll('/', '-')}.txt`);
  const digest = inputDigest(base, settings);
  const built = existsSync(join(root, outDir, 'index.html')) && existsSync(stamp);
  if (built && readFileSync(stamp, 'utf8') === digest) return 0;
  const env = { BASE_PATH: base, ...settings };
  const code = await runCommand('astro', ['build', '--outDir', outDir], { env, hold: 'unless it fails' });
  if (code === 0) {
    mkdirSync(join(stamp, '..'), { recursive: true });
    writeFileSync(stamp, digest);
  }
  return code;
}

function inputDigest(base: string, settings: SiteBuild['settings']): string {
  const addresses = [base, process.env['SITE_URL'], process.env['REPOSITORY_URL']];
  const hash = createHash('sha256').update(JSON.stringify([addresses, settings]));
  for (const file of inputs.flatMap((input) => filesIn(join(root, input))))
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [path];
  return (
    readdirSync(path, { withFileTypes: true, recursive: true })
      // Python puts what it has compiled beside the modules of `src/python`.
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('__pycache__'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  );
}
