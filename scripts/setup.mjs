// Sets up what the project needs, then starts what was asked for:
//   node scripts/setup.mjs          packages and Python in WebAssembly
//   node scripts/setup.mjs start    the same, then scripts/start.ts
//   node scripts/setup.mjs test     a Python of the machine and Chromium as well, then scripts/test.ts
// It runs before anything is installed: on Node 20, with no package. Safe to run again; quick when nothing changed.

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
if (goal === 'test') {
  ensurePython(['numpy', 'matplotlib']);
  ensureChromium();
}
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
  // A newer Node than 20 may be asked for by packages: the project brings its own, so those warnings help nobody.
  const code = run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'ci',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
  ]);
  if (code !== 0) {
    console.error('The packages could not be installed; what npm said stands above. Mend it and run this again.');
    process.exit(code);
  }
  mkdirSync(join(stamp, '..'), { recursive: true });
  writeFileSync(stamp, lock);
}

function ensurePython(packages) {
  if (hasPython(packages)) return;
  if (process.env.CALCULUS_PYTHON) {
    say(`${process.env.CALCULUS_PYTHON}, which CALCULUS_PYTHON names, is no Python with ${packages.join(' and ')}.`);
    return;
  }
  const names = packages.map((name) => `python3-${name}`);
  if (installWithApt(['python3', ...names]) && hasPython(packages)) return;
  if (installWithPip(packages) && hasPython(packages)) return;
  say(
    `No Python with ${packages.join(' and ')} could be set up, so examples are proven with Python in WebAssembly alone, and tests that compare the two fail. ` +
      `To prove them: python3 -m venv .venv && .venv/bin/pip install ${packages.join(' ')}`,
  );
}

/** Whether one of the Pythons that `npm run verify` asks has all the packages. */
function hasPython(packages) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = process.env.CALCULUS_PYTHON
    ? [process.env.CALCULUS_PYTHON]
    : [join(root, '.venv', 'bin', 'python'), ...folders.map((folder) => join(folder, 'python3')), '/usr/bin/python3'];
  const question = `import importlib.util as u, sys; sys.exit(not all(map(u.find_spec, ${JSON.stringify(packages)})))`;
  return [...new Set(candidates)].some((path) => existsSync(path) && quiet(path, ['-c', question]));
}

/** The browser without a window, with which the tests take half the time; any other Chromium where it cannot be had. */
function ensureChromium() {
  const shell = 'chromium-headless-shell';
  const others = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  const has = (name) => folders.some((folder) => existsSync(join(folder, name)));
  if (process.env.CHROMIUM || has(shell) || installWithApt([shell]) || others.some(has)) return;
  say('No Chromium could be set up: the browser tests will fail. Install one, or name it in the variable CHROMIUM.');
}

/** Installs Debian packages where this user may do so without being asked for a password. */
function installWithApt(packages) {
  if (!quiet('apt-get', ['--version'])) return false;
  const prefix = process.getuid?.() === 0 ? [] : quiet('sudo', ['-n', 'true']) ? ['sudo', '-n'] : undefined;
  if (!prefix) return false;
  say(`Installing ${packages.join(', ')} with apt-get …`);
  const apt = (args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  };
  apt(['update']);
  return apt(['install', '-y', '--no-install-recommends', ...packages]);
}

function installWithPip(packages) {
  if (!quiet('python3', ['-m', 'venv', join(root, '.venv')])) return false;
  say(`Installing ${packages.join(', ')} into .venv with pip …`);
  return quiet(join(root, '.venv', 'bin', 'python'), [
    '-m',
    'pip',
    'install',
    '--quiet',
    '--retries',
    '1',
    ...packages,
  ]);
}

function quiet(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: 'ignore' }).status === 0;
}

function run(command, args) {
  const PATH = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const child = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH } });
  return child.status ?? 1;
}

function say(text) {
  console.log(`• ${text}`);
}
