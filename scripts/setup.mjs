// Sets up the project, then runs a script:
//   node scripts/setup.mjs          packages and Python in WebAssembly
//   node scripts/setup.mjs start    the same, then scripts/start.ts
//   node scripts/setup.mjs test     the same and scripts/prepare-tests.ts, then scripts/test.ts
// It runs before anything is installed, on Node 20 and without packages; code that needs more is in the other scripts.
// Safe to run again; quick when nothing changed.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, '.cache', 'setup', 'packages');
const ownNode = join(root, 'node_modules', '.bin', 'node');
const goal = process.argv[2];

requireNode(20);
installPackages();
run(ownNode, [join('scripts', 'prepare-python.ts')]);
if (goal === 'test') run(ownNode, [join('scripts', 'prepare-tests.ts')]);
if (goal !== undefined) process.exitCode = run(ownNode, [join('scripts', `${goal}.ts`), ...process.argv.slice(3)]);

function requireNode(major) {
  if (Number(process.versions.node.split('.')[0]) >= major) return;
  console.error(`Node ${major} or newer is needed; this is ${process.version}. Get it from https://nodejs.org.`);
  process.exit(1);
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(ownNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing packages (once, and again when package-lock.json changes) …');
  // Packages may warn that they need a newer Node than 20. The project installs its own, so errors alone are shown.
  const code = run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'ci',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ]);
  if (code !== 0) {
    console.error('The packages could not be installed. Fix the error that npm reports above, then run this again.');
    process.exit(code);
  }
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, lock);
}

function run(command, args) {
  const PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH } });
  return child.status ?? 1;
}

function say(text) {
  console.log(`• ${text}`);
}
